import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import type { PayoutId } from '#domain/money/payout/payout-id.ts';
import { schoolYearOn } from '#domain/scholarship/school-year.ts';
import { addMonths } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { claimWorkflowId, payoutWorkflowId, scholarshipWorkflowId } from '#workflows/workflow-ids.ts';
import { deathEvent } from '../factories/death-event.ts';
import { paper, type Story } from '../factories/people.ts';
import { Desk } from './month/desk.ts';
import { SCRIPTS } from './month/scripts.ts';
import { APPROVER, approveEverything, give, OFFICER, recorded, SUPERVISOR, workUpToRecommendation } from './people-at-work.ts';
import { realNow } from './real-clock.ts';
import { Family } from './scholarship/family.ts';
import { fastForward } from './time-skipping.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** A claim of its own for one path, not yet reported; its account is open at the bank. */
export type Seat = {
  readonly world: World;
  readonly claimId: ClaimId;
  readonly n: number;
  readonly story: Story;
  readonly calendar: CalendarPack;
};

/** Whose histories the path leaves, where they are not the seat's own claim; payments are found by themselves. */
type Others = readonly string[];

/** The stories of the month, each as a path: `a-holiday-is-decreed-while-the-clock-runs`. */
const OF_THE_MONTH = Object.fromEntries(
  SCRIPTS.map((script) => [
    script.name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
    async ({ world, n }: Seat): Promise<Others> => {
      const publisher = world.kafka.publisher();
      const desk = new Desk(world, 500 + n, script.kind, publisher);
      await script.play(desk);
      await desk.reaches(...script.ends);
      await publisher.close();
      return [claimWorkflowId(desk.claimId)];
    },
  ]),
);

/** Every way a claim can take through the workflows, played to where nothing more is going to happen by itself. */
export const HISTORY_PATHS: Readonly<Record<string, (seat: Seat) => Promise<undefined | Others>>> = {
  straight: async (seat) => {
    await toRecommended(seat);
    await approveEverything(seat.world, seat.claimId);
    await reached(seat, 'closed');
  },
  returned: async (seat) => {
    const { world, claimId } = seat;
    await toRecommended(seat);
    const good = (['completeness', 'programme', 'heirs', 'payee'] as const).map((point) => ({ point, verdict: 'approve' as const }));
    const returned = { point: 'amount', verdict: 'return', reason: 'calculation', text: 'Hitung kembali.' } as const;
    await give(world, claimId, APPROVER, { type: 'decidePoints', decisions: [...good, returned] });
    await give(world, claimId, OFFICER, { type: 'recommend', outcome: 'pay' });
    await approveOpenPoints(seat);
    await reached(seat, 'closed');
  },
  rejected: async (seat) => {
    const { world, claimId } = seat;
    await toComplete(seat);
    const rejection = { outcome: 'reject', reason: 'coverage-lapsed', text: 'Iuran berhenti sebelum sakit itu.' } as const;
    await give(world, claimId, OFFICER, { type: 'recommend', ...rejection });
    await give(world, claimId, APPROVER, { type: 'decidePoints', decisions: [{ point: 'rejection', verdict: 'approve' }] });
    await reached(seat, 'rejected');
  },
  'unknown-then-confirmed': async (seat) => {
    await toRecommended(seat);
    await seat.world.bank.fault({ kind: 'accepts-then-times-out', account: seat.story.accountNumber });
    await approveEverything(seat.world, seat.claimId);
    await payoutIs(seat, 'unknown');
    await reached(seat, 'closed');
  },
  'silent-for-days': async (seat) => {
    const { world, story } = seat;
    await toRecommended(seat);
    await world.bank.fault({ kind: 'accepts-then-times-out', account: story.accountNumber });
    await world.bank.fault({ kind: 'outage', call: 'transferStatus', times: 6 });
    await approveEverything(world, seat.claimId);
    const { payoutId, issue } = await payoutIs(seat, 'unknown');
    const workflowId = payoutWorkflowId(payoutId, issue);
    for (let days = 0; days < 6 && (await fastForward(world.temporal, workflowId, DAY)) === 'passed'; days += 1);
    await reached(seat, 'closed');
  },
  'refused-account': async (seat) => {
    const { world, claimId, story, n } = seat;
    await toRecommended(seat);
    await world.bank.fault({ kind: 'closed-account', account: story.accountNumber, call: 'transfer' });
    await approveEverything(world, claimId);
    const claim = await reached(seat, 'verifying');
    const accountNumber = `13100${String(n).padStart(8, '0')}`;
    await world.bank.openAccount({ bankCode: '130', accountNumber, holderName: `PASANGAN CONTOH ${n}` });
    const holder = { personId: 'pasangan', personName: `Pasangan Contoh ${n}`, bankCode: '130', accountNumber };
    const { _id: accountRef } = await world.stores.accounts.keep(claim.readinessFileId ?? claimId, holder);
    const inquiry = { holder: 'match', ownedByPartner: false } as const;
    await give(world, claimId, OFFICER, { type: 'confirmPayeeAccount', payeeClass: 'heirs', personId: 'pasangan', accountRef, inquiry });
    await give(world, claimId, OFFICER, { type: 'recommend', outcome: 'pay' });
    await approveOpenPoints(seat);
    await reached(seat, 'closed');
  },
  'frozen-then-exempted': async (seat) => {
    const { world, claimId } = seat;
    const step = { actor: SUPERVISOR, at: realNow(), reason: 'Tutup buku.', commandId: 'beku' };
    const freeze = { freezeId: 'beku', from: step.at - DAY, until: step.at + DAY, steps: [{ ...step, step: 'proposed' as const }] };
    await world.stores.freezes.propose({ ...freeze, steps: [...freeze.steps, { ...step, step: 'agreed' }] });
    await toRecommended(seat);
    await approveEverything(world, claimId);
    const { payoutId } = await payoutIs(seat, 'ordered');
    await until('the order on file', () => world.stores.payouts.find(payoutId as PayoutId));
    for (const actor of [OFFICER, APPROVER]) {
      await give(world, claimId, actor, { type: 'exemptPayout', payoutId, reason: 'Anak dirawat di rumah sakit.' });
    }
    await reached(seat, 'closed');
    const inForce = await world.stores.freezes.find(freeze.freezeId);
    if (inForce) await world.stores.freezes.add(inForce, { ...step, step: 'lifted' });
  },
  ladder: async (seat) => {
    await toComplete(seat);
    await fastForward(seat.world.temporal, claimWorkflowId(seat.claimId), 14 * DAY);
    await claimWith(seat, 'the last rung', ({ rungs }) => rungs.some(({ key }) => key === 'jkm-legal:1:+3'));
  },
  'continue-as-new': async (seat) => {
    const { world, claimId } = seat;
    const { papers } = await reportedClaim(seat);
    const handle = world.temporal.client.workflow.getHandle(claimWorkflowId(claimId));
    const firstRun = (await handle.describe()).runId;
    // Long reasons replace each other in the state but stay in the history, which so reaches the size at which a fresh run is suggested.
    for (let n = 0; (await handle.describe()).runId === firstRun; n += 1) {
      if (n > 2_000) throw new Error('the server never suggested a fresh run');
      const reason = `${n} `.padEnd(2_000, '.');
      const verdicts = papers.map(({ documentId }) => ({ documentId, verdict: 'refused' as const, reason }));
      await Promise.all(Array.from({ length: 4 }, () => give(world, claimId, OFFICER, { type: 'verifyDocuments', verdicts })));
    }
    const later = paper('chronology', 1_000, seat.story.diedOn);
    const machine = { id: 'sistem', role: 'machine', institution: 'bpr-contoh' } as const;
    await world.claims.tell(claimId, { type: 'documentsAdded', eventId: later.documentId, actor: machine, papers: [later] });
    await claimWith(seat, 'the paper told to the fresh run', (now) => now.papers.length > papers.length);
  },
  'school-years': async ({ world, n }) => {
    const family = new Family(world, []);
    const schoolYear = schoolYearOn(family.eventOn, withSwitches()['scholarship.year']);
    const born = addMonths(family.eventOn, -12 * 8);
    await family.approved(
      ['anak-1', 'anak-2'].map((id) => ({ id, birthDate: born })),
      `13200${String(n).padStart(8, '0')}`,
    );
    const ids = ['anak-1', 'anak-2'].map((id) => family.idOf(id));
    for (const id of ids) await world.scholarships.start(id, { schoolYear, round: 1 }, family.now);
    await family.line('anak-1', schoolYear, 'asked');
    await family.prove('anak-1', schoolYear, 'sd');
    await family.line('anak-1', schoolYear, 'paid');
    await family.reach('anak-2', schoolYear, 400 * DAY);
    await family.line('anak-2', schoolYear, 'notDue');
    return ids.map((id) => scholarshipWorkflowId(id, { schoolYear, round: 1 }));
  },
  ...OF_THE_MONTH,
};

const DAY = 86_400_000;

async function reportedClaim({ world, claimId, n, story, calendar }: Seat): Promise<ClaimState> {
  await world.claims.report({ claimId, calendar, switches: {} }, deathEvent(story, n));
  return until(`claim ${claimId} on record`, () => recorded(world, claimId));
}

async function toComplete(seat: Seat): Promise<void> {
  const { papers } = await reportedClaim(seat);
  const verdicts = papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
  await give(seat.world, seat.claimId, OFFICER, { type: 'verifyDocuments', verdicts });
  await give(seat.world, seat.claimId, OFFICER, { type: 'declareComplete' });
}

async function toRecommended(seat: Seat): Promise<void> {
  await reportedClaim(seat);
  await workUpToRecommendation(seat.world, seat.claimId, seat.story, seat.n);
}

async function approveOpenPoints(seat: Seat): Promise<void> {
  const { points } = await claimWith(seat, 'the recommendation', ({ status }) => status === 'recommended');
  const open = Object.entries(points).filter(([, point]) => point?.verdict === 'open');
  const decisions = open.map(([point]) => ({ point: point as 'amount', verdict: 'approve' as const }));
  await give(seat.world, seat.claimId, APPROVER, { type: 'decidePoints', decisions });
}

function reached(seat: Seat, status: ClaimStatus): Promise<ClaimState> {
  return claimWith(seat, status, (claim) => claim.status === status);
}

async function payoutIs(seat: Seat, wanted: ClaimState['payouts'][number]['state']): Promise<ClaimState['payouts'][number]> {
  const { payouts } = await claimWith(seat, `a payment that is ${wanted}`, (claim) => claim.payouts.some(({ state }) => state === wanted));
  const payout = payouts.find(({ state }) => state === wanted);
  if (!payout) throw new Error('the payment is gone');
  return payout;
}

function claimWith({ world, claimId }: Seat, what: string, isSo: (claim: ClaimState) => boolean): Promise<ClaimState> {
  return until(`${what} on record`, async () => {
    const claim = await recorded(world, claimId);
    return claim && isSo(claim) && claim;
  });
}
