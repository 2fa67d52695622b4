import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { Kafka, logLevel } from 'kafkajs';
import { firstBreak } from '#adapters/mongo/chain.ts';
import type { Stores } from '#adapters/mongo/stores.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import { receive } from '#domain/claim/events.ts';
import { fold } from '#domain/claim/evolve.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { day } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { CLAIM_WORKFLOW, type ClaimInput } from '#workflows/messages.ts';
import { claimWorkflowId, type TaskQueues } from '#workflows/workflow-ids.ts';

/** The stage I report of an accident runs in hours, night and day: half of it can be spent at any instant. */
const HALF_OF_STAGE_1_MS = 24 * 3_600_000;
const RUNG = 'stage-1-report:1:50';
const RUNG_EVENT = 'sla.rung-reached.v1';

export type Due = { readonly claimId: ClaimId; readonly dueAt: number };

export function dueClaim(run: string, n: number, dueAt: number): Due {
  return { claimId: claimIdFromDigest(createHash('sha256').update(`${run}:${n}`).digest()), dueAt };
}

/** A claim on record with one clock running, and its workflow started from that record. */
export async function startClaim(stores: Stores, client: Client, queues: TaskQueues, calendar: CalendarPack, due: Due): Promise<void> {
  const { claimId } = due;
  const facts = factsBefore(due, calendar);
  const entries = await stores.journal.append(claimId, 1, facts);
  const state = fold(claimId, facts);
  if (!state) throw new Error('a claim has facts');
  await stores.claims.save(state, entries.at(-1)?.hash ?? '');
  // As if handed over by a run before: what a claim from the record does besides (checks) is no part of this.
  const input: ClaimInput = { claimId, calendar, switches: {}, payoutsQueue: queues.payouts, state, handedOver: { checkWanted: false } };
  await client.workflow.start(CLAIM_WORKFLOW, { workflowId: claimWorkflowId(claimId), taskQueue: queues.claims, args: [input] });
}

function factsBefore({ claimId, dueAt }: Due, calendar: CalendarPack): readonly Fact[] {
  const at = dueAt - HALF_OF_STAGE_1_MS;
  const { id, role } = SYSTEM_ACTOR;
  const actor = { id, role };
  const context = { at, calendar, switches: {} };
  const registration = {
    reportId: `lapor-${claimId}`,
    kind: 'death',
    eventOn: day(new Date(at).toISOString().slice(0, 10)),
    reportedAt: at,
    institutionId: 'bpr-contoh',
    branchId: 'kupang',
    participantId: `peserta-${claimId}`,
    memberships: [],
    people: [],
    papers: [],
    calendar: { id: calendar.id, version: calendar.version },
  } as const;
  const [registered] = receive(undefined, { type: 'deathReported', eventId: `death-${claimId}`, actor, registration }, context);
  if (!registered) throw new Error('a first report registers');
  return [registered, { type: 'sla.clock-started', clock: 'stage-1-report', startedAt: at, at, actor, cause: 'bench' }];
}

export type Told = { readonly at: ReadonlyMap<string, number>; close(): Promise<void> };

/** When Kafka was first given the rung of each claim: later than the journal, never earlier. */
export async function hearRungs(brokers: string, topic: string): Promise<Told> {
  const at = new Map<string, number>();
  const kafka = new Kafka({ clientId: 'herd', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `herd-${process.pid}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message: { key, headers, timestamp } }) => {
      const claimId = String(key);
      if (String(headers?.ce_type) === RUNG_EVENT && !at.has(claimId)) at.set(claimId, Number(timestamp));
    },
  });
  return { at, close: () => consumer.disconnect() };
}

export type Record = { readonly lateMs: number | undefined; readonly times: number; readonly isUnbroken: boolean };

/** What the journal says of the rung of one claim. */
export async function onRecord({ journal }: Stores, { claimId, dueAt }: Due): Promise<Record> {
  const entries = await journal.read(claimId);
  const fired = entries.map(({ fact }) => fact).filter((fact) => fact.type === 'sla.rung-reached');
  const rung = fired.find((fact) => fact.rungKey === RUNG && fact.dueAt === dueAt);
  return { lateMs: rung === undefined ? undefined : rung.at - dueAt, times: fired.length, isUnbroken: firstBreak(entries) === undefined };
}
