import { createHash } from 'node:crypto';
import type { KafkaConnection } from '#adapters/kafka/port.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { participantIdOf } from '#services/intake/intake.ts';
import { creditSigned, type Story as Dates, deathReported, nikOf, paper } from '../factories/people.ts';
import { storyBefore, storyOf } from '../factories/story.ts';
import { realNow } from '../support/real-clock.ts';
import { patiently } from './patience.ts';
import { accountOf, type Story, WAGE_BASE } from './stories.ts';

const DAY_MS = 86_400_000;
const ZONE = 'Asia/Makassar';
export const INSTITUTION = 'bpr-contoh';
const BPJS = 'bpjs-tk';

/** The report, or the membership; a credit has a key only its sender can make. */
function keyOf(data: object): string | undefined {
  const { reportId, kpj, membership } = data as { reportId?: string; kpj?: string; membership?: { kpj: string } };
  return reportId ?? kpj ?? membership?.kpj;
}

type Topic = 'partner-credit' | 'partner-events' | 'membership';

/** The partners' systems: they keep an event until the brokers have it, and send it with the same id until then. */
export type Partner = {
  claimId(story: Story): ClaimId;
  participantId(story: Story): string;
  signCredit(story: Story): Promise<void>;
  report(story: Story): Promise<void>;
  /** Of another institution, about the same death. */
  reportElsewhere(story: Story): Promise<void>;
  /** BPJS Ketenagakerjaan records a month that the credit does not know of. */
  contribute(story: Story): Promise<void>;
  /** The whole of the membership, and then, late, how it stood a day before: one month. */
  tellCoverage(story: Story): Promise<void>;
  /** One try. */
  addPaper(story: Story, documentId: string): Promise<void>;
  close(): Promise<void>;
};

export function createPartner(kafka: KafkaConnection, personKey: string, now: number, signal: AbortSignal): Partner {
  const publisher = kafka.publisher();
  const accidentAt = accidentBefore(now);
  const participantId = ({ n }: Story): string => participantIdOf(nikOf(n), personKey);

  function claimId(story: Story): ClaimId {
    const what =
      story.kind === 'never-worked' ? `accident:${participantId(story)}:${toLocal(accidentAt, ZONE).day}` : `death:${participantId(story)}`;
    return claimIdFromDigest(createHash('sha256').update(what).digest());
  }

  function eventOf(topic: Topic, story: Story, type: string, id: string, data: object, institution = INSTITUTION, at = realNow()) {
    return { topic, key: keyOf(data) ?? `k-${story.n}`, id, type, source: institution, time: toIso(at), data };
  }

  async function send(
    story: Story,
    topic: Topic,
    type: string,
    id: string,
    data: object,
    institution?: string,
    at?: number,
  ): Promise<void> {
    const event = eventOf(topic, story, type, id, data, institution, at);
    const events = story.repeatsEvents ? [event, event] : [event];
    await patiently(`the brokers to take ${id}`, () => publisher.publish(events).then(() => true), signal);
  }

  return {
    claimId,
    participantId,
    signCredit: (story) => send(story, 'partner-credit', 'credit.signed.v1', `credit-${story.n}`, creditOf(story, now)),
    async report(story) {
      const told = deathReported(story.n, datesOf(story, now), toIso(realNow()));
      if (story.kind !== 'never-worked') return send(story, 'partner-events', 'death.reported.v1', `death-${story.n}`, told);
      const { familyContact: _nobody, diedOn: _alive, ...base } = told;
      const data = { ...base, papers: [], happenedAt: toIso(accidentAt), wageBase: WAGE_BASE };
      return send(story, 'partner-events', 'accident.reported.v1', `accident-${story.n}`, data);
    },
    reportElsewhere(story) {
      const told = deathReported(story.n, datesOf(story, now), toIso(realNow()));
      const reporter = { staffId: 'staf-ksp-1', name: 'Staf KSP Contoh' };
      const data = { ...told, reportId: `lapor-ksp-${story.n}`, institutionId: 'ksp-contoh', branchId: 'maumere', reporter, papers: [] };
      return send(story, 'partner-events', 'death.reported.v1', `death-ksp-${story.n}`, data, 'ksp-contoh');
    },
    async contribute(story) {
      const [membership] = creditSigned(story.n, datesOf(story, now)).memberships;
      const months = [toLocal(now, ZONE).day.slice(0, 7)];
      const data = { participantNik: nikOf(story.n), kpj: membership?.kpj, months };
      await send(story, 'membership', 'contribution.recorded.v1', `contribution-${story.n}`, data, BPJS);
    },
    async tellCoverage(story) {
      const [membership] = creditSigned(story.n, datesOf(story, now)).memberships;
      const data = { participantNik: nikOf(story.n), membership };
      const before = { ...data, membership: { ...membership, paidMonths: membership?.paidMonths.slice(0, 1) } };
      await send(story, 'membership', 'coverage.changed.v1', `coverage-${story.n}`, data, BPJS);
      await send(story, 'membership', 'coverage.changed.v1', `coverage-old-${story.n}`, before, BPJS, realNow() - DAY_MS);
    },
    async addPaper(story, documentId) {
      const one = { ...paper('chronology', story.n, toLocal(now, ZONE).day), documentId };
      const data = { claimId: claimId(story), institutionId: INSTITUTION, branchId: 'bpr-contoh-kupang', staffId: 'staf-1', papers: [one] };
      await publisher.publish([eventOf('partner-events', story, 'documents.added.v1', `papers-${documentId}`, data)]);
    },
    close: () => publisher.close(),
  };
}

const accidentBefore = (now: number): number => now - 5 * DAY_MS;

/** Eight paid months, or forty where a scholarship is to follow. */
function datesOf({ n, kind }: Story, now: number): Dates {
  const dates = kind === 'never-worked' ? storyOf(toLocal(accidentBefore(now), ZONE).day, n) : storyBefore(now, n);
  if (kind !== 'long-contributor') return dates;
  const [year = 0, month = 1] = (dates.paidMonths.at(-1) ?? '').split('-').map(Number);
  const last = year * 12 + month - 1;
  const paidMonths = Array.from({ length: 40 }, (_, index) => {
    const at = last - 39 + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return { ...dates, paidMonths };
}

function creditOf(story: Story, now: number): object {
  const { n, kind } = story;
  const signed = creditSigned(n, datesOf(story, now));
  const declaredPayee = { ...signed.declaredPayee, accountNumber: accountOf(story, 'payee') };
  const wage = kind === 'work-accident' || kind === 'never-worked' ? { wageBase: WAGE_BASE } : {};
  return { ...signed, declaredPayee, ...wage };
}
