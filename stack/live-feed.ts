import { Kafka, logLevel } from 'kafkajs';
import type { Stores } from '#adapters/mongo/stores.ts';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { formatClockTime, formatInstant } from '#domain/format/date.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { type TextId, text } from '#locales/text.ts';
import { delay } from './wait.ts';

const ZONE = 'Asia/Makassar';

export type LiveFeed = {
  /** Resolves when this fact of this claim has been printed. */
  printed(claimId: string, type: string): Promise<void>;
  close(): Promise<void>;
};

/** Prints every fact of every claim as Kafka brings it: what happened, where the claim stands, until when, how much. */
export async function startLiveFeed(brokers: string, topic: string, stores: Stores, print: (line: string) => void): Promise<LiveFeed> {
  const kafka = new Kafka({ clientId: 'santun-live', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const seen = new Set<string>();
  const consumer = kafka.consumer({ groupId: `santun-live-${process.pid}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: false });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.run({
    eachMessage: async ({ message }) => {
      const event = JSON.parse(String(message.value)) as {
        claimId: string;
        type: string;
        at: string;
        data: { amount?: number; total?: number };
      };
      const claimId = parseClaimId(event.claimId);
      const claim = claimId && (await stores.claims.find(claimId))?.state;
      if (claim) print(await line(event, claim, stores));
      seen.add(`${event.claimId} ${event.type}`);
    },
  });
  await joined;
  return {
    async printed(claimId, type) {
      while (!seen.has(`${claimId} ${type}.v1`)) await delay(50);
    },
    close: () => consumer.disconnect(),
  };
}

async function line(
  event: { type: string; at: string; data: { amount?: number; total?: number } },
  claim: ClaimState,
  stores: Stores,
): Promise<string> {
  const amount = event.data.total ?? event.data.amount;
  const parts = [
    formatClockTime(Date.parse(event.at), ZONE),
    claim.claimId,
    event.type.replace(/\.v1$/, '').padEnd(26),
    text(`fact.${event.type.replace(/\.v1$/, '')}` as TextId).padEnd(34),
    `[${text(`status.${claim.status}`)}]`.padEnd(20),
    await deadlineOf(claim, stores),
    ...(amount === undefined ? [] : [formatRupiah(amount as never)]),
  ];
  return parts.join('  ');
}

/** The tightest clock that still runs, in words. */
export async function deadlineOf(claim: ClaimState, stores: Stores): Promise<string> {
  const calendar = await stores.calendars.find(claim.calendar.id, claim.calendar.version);
  const running = claim.clocks.filter((ledger) => ledger.stoppedAt === undefined);
  if (!calendar || running.length === 0) return 'batas waktu -'.padEnd(38);
  const dues = running.map((ledger) => deriveClock(ledger, calendar, Date.now(), withSwitches()).dueAt);
  return `batas waktu ${formatInstant(Math.min(...dues), ZONE)}`.padEnd(38);
}
