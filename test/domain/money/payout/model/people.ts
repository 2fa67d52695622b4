import type { CommandBody } from '#domain/claim/commands.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import { payableClasses } from '#domain/claim/payees.ts';
import { isLateCompensation } from '#domain/claim/payout-lines.ts';
import { pointsAtStake } from '#domain/claim/points.ts';
import type { ClaimState, PayoutState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import type { PayeeClass } from '#domain/law/benefit/lines.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import { day } from '#domain/time/calendar/day.ts';
import { APPROVER, OFFICER, OTHER_APPROVER, PAY, REGISTRATION, REJECT, SPOUSE_ACCOUNT, SUPERVISOR } from '../../../../factories/claims.ts';
import type { Claims, Said } from './claims.ts';
import { type Move, referenceOf, type World, without } from './world.ts';

type HasUnsent = (payoutId: string, issue: number) => boolean;
type PeopleOptions = { readonly hasUnsent: HasUnsent; readonly inSittings: boolean };
type Act = { readonly label: string; readonly said: () => readonly Said[]; readonly costs?: 'changes' };

/** Everything people do to the claim that moves money or keeps it from moving; refused acts are no moves. */
export function peopleMoves(world: World, claims: Claims, { hasUnsent, inSittings }: PeopleOptions): readonly Move[] {
  const claim = claims.state(world.claim);
  const decisions = inSittings ? sittings(claim) : [...accounts(claim), ...judgements(claim)];
  const acts = [...findings(world, claims, hasUnsent), ...decisions, ...releases(claim), ...reopenings(claim)];
  const moves = acts.flatMap(({ label, said, costs }): Move[] => {
    const from = costs ? without(world, costs) : world;
    const step = from && claims.say(world.claim, label, said);
    return from && step ? [{ label, world: claims.apply(from, step) }] : [];
  });
  return [...moves, ...coverage(world, claims)];
}

/** Two people read on the bank's statement what became of a payment; while it is still on its way there is nothing to read. */
function findings({ claim, bank }: World, claims: Claims, hasUnsent: HasUnsent): readonly Act[] {
  return claims.state(claim).payouts.flatMap(({ state, payoutId, issue }): Act[] => {
    if (state !== 'unknown') return [];
    const items = bank[referenceOf(claims.lines.numberOf(payoutId), issue)] ?? [];
    if (items.some((item) => item.state === 'transit') || hasUnsent(payoutId, issue)) return [];
    const isPaid = items.some((item) => item.state === 'paid' || item.state === 'extra');
    const finding = isPaid ? ({ outcome: 'paid', bankReference: 'BANK-transfer' } as const) : ({ outcome: 'unpaid' } as const);
    const body = { type: 'resolveUnknownPayout', payoutId, issue, finding, evidence: 'Rekening koran.' } as const;
    const said = (): readonly Said[] => [
      [OFFICER, body],
      [APPROVER, body],
    ];
    return [{ label: `two people find ${finding.outcome} on the statement for ${payoutId}, issue ${issue}`, said }];
  });
}

/** A payee whose account failed gets another one. */
function accounts(claim: ClaimState): readonly Act[] {
  return payableClasses(claim)
    .filter((payeeClass) => claim.payees[payeeClass] === undefined || claim.points.payee?.verdict === 'returned')
    .map((payeeClass) => {
      const accountRef = otherAccount(claim, payeeClass);
      const personId = PERSON_OF[payeeClass];
      return {
        label: `the officer confirms ${accountRef}`,
        said: () => [[OFFICER, { ...SPOUSE_ACCOUNT, payeeClass, personId, accountRef }]],
      };
    });
}

const PERSON_OF: Readonly<Record<PayeeClass, string>> = {
  heirs: 'pasangan',
  fund: 'dana-jaminan-sosial',
  funeralArranger: 'tetangga',
  participant: 'peserta-1',
  provider: 'rumah-sakit',
};

function otherAccount({ payouts }: ClaimState, payeeClass: PayeeClass): string {
  const last = payouts.findLast((payout) => payout.payeeClass === payeeClass)?.accountRef;
  const name = `rekening-${Object.keys(PERSON_OF).indexOf(payeeClass)}`;
  return last === `${name}1` ? `${name}2` : `${name}1`;
}

function judgements(claim: ClaimState): readonly Act[] {
  if (claim.status === 'verifying') {
    return [
      { label: 'the officer recommends to pay', said: () => [[OFFICER, PAY]] },
      { label: 'the officer recommends to refuse', said: () => [[OFFICER, REJECT]] },
    ];
  }
  if (claim.status !== 'recommended') return [];
  return [
    { label: 'the approver agrees', said: () => [[approverOf(claim), agreeTo]] },
    { label: 'the approver returns it', said: () => [[approverOf(claim), sendBack]] },
  ];
}

/** The same in one sitting each, where it is not the order of people's steps that is looked at. */
function sittings(claim: ClaimState): readonly Act[] {
  if (claim.status === 'recommended') return judgements(claim);
  if (claim.status !== 'verifying') return [];
  const confirmed = accounts(claim);
  const accountsFirst = (): readonly Said[] => confirmed.flatMap(({ said }) => said());
  const names = confirmed.map(({ label }) => `${label}, `).join('');
  return [
    {
      label: `${names}the officer recommends to pay, the approver agrees`,
      said: () => [...accountsFirst(), [OFFICER, PAY], [approverOf(claim), agreeTo]],
    },
    {
      label: 'the officer recommends to refuse, the approver agrees',
      said: () => [
        [OFFICER, REJECT],
        [approverOf(claim), agreeTo],
      ],
    },
  ];
}

/** Whoever rejected a claim does not decide it again. */
function approverOf({ rejectedBy }: ClaimState): ActorRef {
  return [APPROVER, OTHER_APPROVER].find(({ id }) => !rejectedBy.includes(id)) ?? { ...APPROVER, id: 'pemeriksa-3' };
}

function openPoints(claim: ClaimState) {
  return pointsAtStake(claim, claim.recommendation?.outcome ?? 'pay').filter((point) => claim.points[point]?.verdict === 'open');
}

function agreeTo(claim: ClaimState): CommandBody {
  return { type: 'decidePoints', decisions: openPoints(claim).map((point) => ({ point, verdict: 'approve' })) };
}

function sendBack(claim: ClaimState): CommandBody {
  const open = openPoints(claim);
  const approved = open.slice(0, -1).map((point) => ({ point, verdict: 'approve' }) as const);
  const returned = open.slice(-1).map((point) => ({ point, verdict: 'return', reason: 'calculation' }) as const);
  return { type: 'decidePoints', decisions: [...approved, ...returned] };
}

function releases({ payouts }: ClaimState): readonly Act[] {
  const waits = ({ state }: PayoutState) => state === 'held' || state === 'refused' || state === 'reversed';
  return payouts
    .filter((payout) => isLateCompensation(payout) && waits(payout))
    .flatMap(({ payoutId }) =>
      (['pay', 'decline'] as const).map((verdict) => {
        const body = { type: 'releasePayout', payoutId, verdict, reason: 'Sesuai.' } as const;
        const said = (): readonly Said[] => [
          [SUPERVISOR, body],
          [APPROVER, body],
        ];
        return { label: `two people ${verdict} the compensation ${payoutId}`, said };
      }),
    );
}

function reopenings({ status }: ClaimState): readonly Act[] {
  if (status !== 'closed') return [];
  const said = (): readonly Said[] => [[SUPERVISOR, { type: 'reopen', ground: 'new-evidence', reason: 'Bukti baru.' }]];
  return [{ label: 'a supervisor opens the claim again', said, costs: 'changes' }];
}

const [MEMBERSHIP] = REGISTRATION.memberships;

/** Coverage is told anew while the claim is open: less is owed, or more again. */
function coverage(world: World, claims: Claims): readonly Move[] {
  const claim = claims.state(world.claim);
  const from = without(world, 'changes');
  if (!from || !MEMBERSHIP || isFinal(claim.status)) return [];
  const isLess = claim.memberships[0]?.paidMonths.length !== MEMBERSHIP.paidMonths.length;
  const membership = isLess ? MEMBERSHIP : { ...MEMBERSHIP, ...LESS };
  const eventId = `coverage-${isLess ? 'full' : 'less'}`;
  const event: ClaimEvent = { type: 'membershipChanged', told: { type: 'coverage', membership }, eventId, actor: OFFICER };
  const label = isLess ? 'coverage is told in full again' : 'coverage is told to be less';
  return [{ label, world: claims.apply(from, claims.hear(world.claim, event)) }];
}

const LESS = { memberSince: day('2026-01-05'), paidMonths: ['2026-01', '2026-02'] };
