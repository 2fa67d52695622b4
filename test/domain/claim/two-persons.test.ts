import type { CommandBody } from '#domain/claim/commands.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import { claimIn, TWO_DAYS_LATE } from '../../factories/claim-paths.ts';
import {
  APPROVER,
  type ClaimFile,
  MONDAY_9,
  OFFICER,
  OTHER_APPROVER,
  OTHER_OFFICER,
  OTHER_SUPERVISOR,
  SUPERVISOR,
  typesOf,
  UNKNOWN,
} from '../../factories/claims.ts';

type Case = {
  readonly file: () => ClaimFile;
  readonly body: (file: ClaimFile) => CommandBody;
  /** The same subject, seen otherwise: where there is another view of it at all. */
  readonly otherView?: (file: ClaimFile) => CommandBody;
  readonly done: string;
};

function unknownPayment(): ClaimFile {
  const file = claimIn('paying');
  const [payout] = file.state.payouts;
  if (payout) file.bankSays(payout, UNKNOWN);
  return file;
}

const payoutOf = ({ state }: ClaimFile, which: string) => {
  const found = state.payouts.find((payout) => payout.state === which);
  if (!found) throw new Error(`no payout is ${which}`);
  return { payoutId: found.payoutId, issue: found.issue };
};
const release = (file: ClaimFile, verdict: 'pay' | 'decline'): CommandBody => ({
  type: 'releasePayout',
  payoutId: payoutOf(file, 'held').payoutId,
  verdict,
  reason: 'Sesuai hitungan.',
});
const finding = (file: ClaimFile, outcome: 'paid' | 'unpaid'): CommandBody => ({
  type: 'resolveUnknownPayout',
  ...payoutOf(file, 'unknown'),
  finding: outcome === 'paid' ? { outcome, bankReference: 'BANK-7' } : { outcome },
  evidence: 'Rekening koran 6 Maret 2026.',
});

const CASES: Readonly<Record<string, Case>> = {
  'making completeness void': {
    file: () => claimIn('verifying'),
    body: () => ({
      type: 'revokeCompleteness',
      papers: [{ paper: 'family-card', reason: 'Palsu.' }],
      reason: 'Kartu keluarga tidak tercatat.',
    }),
    done: 'claim.completeness-revoked',
  },
  'a pause for force majeure': {
    file: () => claimIn('verifying'),
    body: () => ({ type: 'pauseClock', ground: 'force-majeure', source: 'Surat BPBD nomor 12.' }),
    done: 'sla.clock-paused',
  },
  'releasing late money': {
    file: () => claimIn('paid'),
    body: (file) => release(file, 'pay'),
    otherView: (file) => release(file, 'decline'),
    done: 'payout.ordered',
  },
  'declining late money': {
    file: () => claimIn('paid'),
    body: (file) => release(file, 'decline'),
    otherView: (file) => release(file, 'pay'),
    done: 'payout.declined',
  },
  'an order that cannot wait for the end of a freeze': {
    file: () => claimIn('paying'),
    body: (file) => ({ type: 'exemptPayout', payoutId: payoutOf(file, 'ordered').payoutId, reason: 'Keluarga dirawat di rumah sakit.' }),
    done: 'payout.exempted',
  },
  'an unknown payment found paid': {
    file: unknownPayment,
    body: (file) => finding(file, 'paid'),
    otherView: (file) => finding(file, 'unpaid'),
    done: 'payout.resolved',
  },
};

describe.each(Object.entries(CASES))('%s takes two persons', (_name, { file: make, body, done }) => {
  const pairs: readonly (readonly [string, ActorRef, ActorRef])[] = [
    ['an officer, then an approver', OFFICER, APPROVER],
    ['an approver, then an officer', APPROVER, OTHER_OFFICER],
    ['two approvers', APPROVER, OTHER_APPROVER],
    ['a supervisor, then an officer', SUPERVISOR, OTHER_OFFICER],
    ['two supervisors', SUPERVISOR, OTHER_SUPERVISOR],
  ];
  test.each(pairs)('%s: the first only proposes, the second makes it so', (_who, first, second) => {
    const file = make();
    const { status } = file.state;
    expect(typesOf(file.give(first, body(file)))[0]).toBe('claim.proposed');
    expect(file.state.status).toBe(status);
    expect(typesOf(file.give(second, body(file)))[0]).toBe(done);
    expect(file.state.proposals).toEqual({});
  });

  test('one person in two roles is not two persons', () => {
    const file = make();
    file.give(OFFICER, body(file));
    for (const role of ['officer', 'approver', 'supervisor'] as const) {
      expect(file.refusal({ ...OFFICER, role }, body(file))).toEqual({
        refused: 'maker-is-checker',
        text: 'Anda yang mengusulkannya. Orang kedua memutuskan.',
        rule: 'design.md section 3: four eyes',
      });
    }
  });

  test('of two officers the second is refused, and somebody who decides still can', () => {
    const file = make();
    file.give(OFFICER, body(file));
    expect(file.refusal(OTHER_OFFICER, body(file))).toMatchObject({
      refused: 'not-your-role',
      text: 'Salah satu dari keduanya harus pemeriksa kedua atau penyelia.',
    });
    expect(typesOf(file.give(SUPERVISOR, body(file)))[0]).toBe(done);
  });

  test('the first one’s click sent twice is one proposal, the second one’s sent twice is done once', () => {
    const file = make();
    const given = body(file);
    file.give(OFFICER, given, 'usul-1');
    expect(file.give(OFFICER, given, 'usul-1')).toEqual([]);
    file.give(APPROVER, given, 'setuju-1');
    expect(file.give(APPROVER, given, 'setuju-1')).toEqual([]);
    expect(file.facts.filter(({ type, cause }) => type === done && cause === 'setuju-1')).toHaveLength(1);
  });
});

const SEEN_OTHERWISE = Object.entries(CASES).flatMap(([name, { otherView, ...rest }]) =>
  otherView ? [[name, { ...rest, otherView }] as const] : [],
);

test.each(SEEN_OTHERWISE)('%s: another view of the same thing is no consent to it', (_name, { file: make, body, otherView }) => {
  const file = make();
  file.give(OFFICER, body(file));
  expect(typesOf(file.give(APPROVER, otherView(file)))).toEqual(['claim.proposed']);
});

describe('what was found about an unknown payment', () => {
  test('does not move the line by itself: the payout is told, and its word moves it', () => {
    const file = unknownPayment();
    file.give(OFFICER, finding(file, 'paid'));
    const [resolved] = file.give(APPROVER, finding(file, 'paid'));
    expect(resolved).toMatchObject({ resolution: { outcome: 'paid', bankReference: 'BANK-7', maker: OFFICER.id, checker: APPROVER.id } });
    expect(file.state).toMatchObject({ status: 'paying', payouts: [{ state: 'unknown' }] });
    const [payout] = file.state.payouts;
    if (payout) file.bankSays(payout, { state: 'confirmed', bankReference: 'BANK-7', paidAt: MONDAY_9 });
    expect(file.state.status).toBe('closed');
  });

  test('two references are two findings: neither seconds the other', () => {
    const file = unknownPayment();
    const other = { ...finding(file, 'paid'), finding: { outcome: 'paid', bankReference: 'BANK-8' } } as CommandBody;
    file.give(OFFICER, finding(file, 'paid'));
    expect(typesOf(file.give(APPROVER, other))).toEqual(['claim.proposed']);
  });

  test('nothing is found about a payment the bank has answered for', () => {
    const file = unknownPayment();
    const late = finding(file, 'unpaid');
    file.give(OFFICER, late);
    const [payout] = file.state.payouts;
    if (payout) file.bankSays(payout, { state: 'confirmed', bankReference: 'BANK-1', paidAt: TWO_DAYS_LATE });
    expect(file.refusal(APPROVER, late).refused).toBe('not-allowed-in-status');
  });
});
