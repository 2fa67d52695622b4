import { settleLateNews } from '#domain/claim/late-news/settle.ts';
import { refuseActivation as refuseReadings } from '#domain/law/readings/readings.ts';
import { decideFreeze } from '#domain/money/payout/freeze.ts';
import { refuseClosing } from '#domain/money/reconciliation/case.ts';
import type { Actor, ActorRef } from '#domain/people/actor.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { day } from '#domain/time/calendar/day.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { refuseActivation as refuseCalendar } from '#domain/time/calendar/proposal.ts';
import { claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import { APPROVE_ALL, PAY, REGISTRATION } from '../../factories/claims.ts';
import { Child } from '../scholarship/entitlement/child.ts';

const FIRST = { id: 'petugas.satu' };
const ELSE = { id: 'penyelia.dua' };
/** As an issuer may have told one account to an earlier release, and tells it today. */
const SPELLINGS = [
  [{ id: 'PETUGAS.SATU' }, { id: 'petugas.satu' }],
  [{ id: 'petugas.satu' }, { id: 'PETUGAS.SATU' }],
  [{ id: ' Petugas.Satu' }, { id: 'PETUGAS.SATU ' }],
] as const;

type Person = Pick<Actor, 'id'>;
type Outcome = Refusal | undefined | object | readonly unknown[];

const about = { at: 1, reason: 'Sesuai berkas.', commandId: 'tekan-1' } as const;
const supervisor = (person: Person) => ({ ...person, role: 'supervisor' as const });
const officer = (person: Person): ActorRef => ({ ...person, role: 'officer', branch: 'kupang' });
const approver = (person: Person): ActorRef => ({ ...person, role: 'approver', branch: 'kupang' });
const calendarOf = (first: Person) => ({
  pack: { ...NTT_2026, version: 2 },
  state: 'proposed' as const,
  steps: [{ ...about, step: 'proposed' as const, actor: supervisor(first) }],
});

/** What the second says after the first, wherever two persons are demanded. */
const DOORS: Readonly<Record<string, (first: Person, second: Person) => Outcome>> = {
  'a point of a claim': (first, second) => {
    const file = readyToRecommend();
    file.give(officer(first), PAY);
    return file.ask(approver(second), { type: 'decidePoints', decisions: [{ point: 'amount', verdict: 'approve' }] });
  },
  'a payment that was held': (first, second) => {
    const file = claimIn('paid');
    const payoutId = file.state.payouts.find(({ state }) => state === 'held')?.payoutId ?? '';
    const release = { type: 'releasePayout', payoutId, verdict: 'pay', reason: 'Sesuai hitungan.' } as const;
    file.give(officer(first), release);
    return file.ask(approver(second), release);
  },
  'a withdrawal': (first, second) => {
    const file = claimIn('verifying');
    const withdraw = { type: 'withdraw', reason: 'Surat keluarga.' } as const;
    file.give({ ...first, role: 'partner-head', institution: 'bpr-contoh' }, withdraw);
    return file.ask({ ...second, role: 'partner-head', institution: 'bpr-contoh' }, withdraw);
  },
  'a calendar': (first, second) => refuseCalendar(calendarOf(first), supervisor(second), NTT_2026),
  'readings of the law': (first, second) => {
    const readings = { version: 1, switches: {}, validFrom: day('2027-01-01'), steps: calendarOf(first).steps };
    return refuseReadings(readings, supervisor(second), []);
  },
  'a freeze': (first, second) => {
    const freeze = { freezeId: 'beku-1', from: 2, until: 9, steps: [{ ...about, step: 'proposed' as const, actor: supervisor(first) }] };
    return decideFreeze(freeze, 'agree', { ...about, actor: supervisor(second) });
  },
  'a case about money': (first, second) => {
    const steps = [{ ...about, step: 'explained' as const, by: supervisor(first) }];
    const difference = { kind: 'paid-twice', subject: 'a', effect: 0 } as const;
    const one = { id: 'perkara', day: day('2027-01-01'), difference, owner: { role: 'supervisor' }, state: 'explained', steps } as const;
    return refuseClosing(one, supervisor(second));
  },
  'news left aside': (first, second) => {
    const late = { _id: 'death-2', claimId: 'STN-AAAAA-BBBBB', type: 'death.reported.v1', toldAt: '2026-06-01T00:00:00Z' } as const;
    const wish = { ...about, outcome: 'no-action' } as const;
    const steps = [{ ...wish, step: 'proposed' as const, actor: supervisor(first) }];
    const news = { ...late, institutionId: 'bpr-contoh', status: 'withdrawn', registration: REGISTRATION, steps } as const;
    return settleLateNews(news, { ...wish, actor: supervisor(second) }, 'withdrawn');
  },
  'a school year': (first, second) => {
    const child = new Child();
    child.submit(2026, 'tk');
    child.give(officer(first), { type: 'verifyProof', schoolYear: 2026, verdict: 'ok', level: 'tk' });
    return child.give(approver(second), { type: 'releaseYear', schoolYear: 2026, verdict: 'pay' });
  },
  'the account of a child': (first, second) => {
    const child = new Child();
    child.give(officer(first), {
      type: 'proposePayee',
      guardianId: 'ibu',
      accountRef: 'rekening-2',
      holderMatches: true,
      ownedByPartner: false,
    });
    return child.give(approver(second), { type: 'confirmPayee', accountRef: 'rekening-2' });
  },
};

const refusedAs = (outcome: Outcome): string | undefined =>
  typeof outcome === 'object' && isRefusal(outcome) ? (outcome as Refusal).refused : undefined;

describe.each(Object.entries(DOORS))('%s', (_what, secondAfter) => {
  test.each(SPELLINGS)('an account spelled otherwise is the same person: %j, %j', (first, second) => {
    expect(refusedAs(secondAfter(first, second))).toBe('maker-is-checker');
  });

  test('somebody else is somebody else', () => {
    expect(refusedAs(secondAfter(FIRST, ELSE))).toBeUndefined();
  });
});

test('whoever made every point is told so under another spelling, before anything is sent', () => {
  const again = { id: 'PETUGAS-1', role: 'approver', branch: 'kupang' } as const;
  expect(claimIn('recommended').refusal(again, APPROVE_ALL).text).toContain('Semua butir yang terbuka ikut Anda buat');
});
