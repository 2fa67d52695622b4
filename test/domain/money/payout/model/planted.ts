import { build, type Edit } from './build.ts';
import { oneLine, type Scenario, severalLines } from './scenarios.ts';

/** A mistake somebody could make tomorrow, and the smallest world in which it costs money. */
export type Plant = {
  readonly edits?: readonly Edit[];
  readonly scenario: Scenario;
  readonly of?: typeof oneLine;
  readonly finds: RegExp;
};

const SHELL = 'activities/payout.activities.ts';
const STATES = 'domain/money/payout/states.ts';
const LINES = 'domain/claim/payout-lines.ts';
const TWICE = /was paid/;

const sendsFromUnknown: readonly Edit[] = [
  { file: STATES, from: '  unknown: {\n', to: "  unknown: {\n    'sending-begun': 'sending',\n" },
  {
    file: SHELL,
    from: "payout.state !== 'inquired' && payout.state !== 'not-found'",
    to: "!['inquired', 'not-found', 'unknown'].includes(payout.state)",
  },
];

export const PLANTS: Readonly<Record<string, Plant>> = {
  'an unknown line is sent again': { edits: sendsFromUnknown, scenario: { faults: 2, crashes: 1, depth: 14 }, finds: TWICE },
  'silence is answered with a new reference': {
    edits: [...sendsFromUnknown, { file: SHELL, from: 'issue: payout.issue,\n      attempt', to: 'issue: payout.attempt,\n      attempt' }],
    scenario: { faults: 1, crashes: 1, depth: 14 },
    finds: TWICE,
  },
  'the intent is written after the call': {
    edits: [
      {
        file: SHELL,
        from: /const intent = (?=await tell\(document, \[\.\.\.matched)/,
        to: 'const early = await bank.transfer(toTransfer({ ...document, payout: { ...payout, attempt: 1 } }, account)); const intent = ',
      },
      { file: SHELL, from: 'heard(intent, await bank.transfer(toTransfer(intent, account)))', to: 'heard(intent, early)' },
    ],
    scenario: { faults: 1, crashes: 1, depth: 14 },
    finds: TWICE,
  },
  'a 5xx is taken for a refusal': {
    edits: [
      {
        file: 'adapters/bank/snap-codes.ts',
        from: "serverError: Row = { means: 'unknown', why: 'server-error' }",
        to: "serverError: Row = refused('not-permitted')",
      },
    ],
    scenario: { faults: 1, depth: 20 },
    finds: TWICE,
  },
  'silence is taken for payment': {
    edits: [
      {
        file: 'domain/money/payout/bank-news.ts',
        from: "return { type: 'fell-silent', issue };",
        to: "return { type: 'confirmed', issue, bankReference: 'B' };",
      },
    ],
    scenario: { faults: 1, depth: 10 },
    finds: /the book says/,
  },
  'two tries are not compared and set': { scenario: { faults: 1, twins: 1, isGuarded: false, depth: 14 }, finds: TWICE },
  'a reopened line keeps the order of the dead one': {
    edits: [{ file: SHELL, from: "[{ type: 'reopened', maker, checker }], { order })", to: "[{ type: 'reopened', maker, checker }])" }],
    scenario: { faults: 1, depth: 16 },
    finds: /nobody ordered/,
  },
  'a not-found is believed at once': {
    edits: [{ file: 'adapters/bank/snap-status.ts', from: 'at < order.sentAt + config.firstInquiryMs', to: 'at < 0' }],
    scenario: { faults: 2, depth: 16 },
    finds: TWICE,
  },
  'a not-found is believed for ever': {
    edits: [{ file: 'adapters/bank/snap-status.ts', from: 'at >= order.firstSentAt + config.bankRemembersMs', to: 'at < 0' }],
    scenario: { faults: 2, depth: 16 },
    finds: TWICE,
  },
  'a line is ordered again while the bank is silent about it': {
    edits: [
      { file: STATES, from: '  unknown: {\n', to: "  unknown: {\n    reopened: 'ordered',\n" },
      {
        file: LINES,
        from: "state === 'ordered' || state === 'unknown' || state === 'confirmed'",
        to: "state === 'ordered' || state === 'confirmed'",
      },
    ],
    of: severalLines,
    scenario: { faults: 2, depth: 9 },
    finds: TWICE,
  },
  'a claim opened again forgets what it paid': {
    edits: [
      {
        file: LINES,
        from: 'lessPaid(claim, lines, isAlive)',
        to: 'lessPaid(claim, lines, (one) => isAlive(one) && one.generation === claim.generation)',
      },
    ],
    of: severalLines,
    scenario: { changes: 1, depth: 14 },
    finds: TWICE,
  },
  'a refused line can never begin again': {
    edits: [{ file: STATES, from: "refused: { reopened: 'ordered', confirmed", to: 'refused: { confirmed' }],
    scenario: { faults: 1 },
    finds: /nothing leads to a good end/,
  },
};

export function tryPlant({ edits = [], scenario, of = oneLine }: Plant) {
  return of({ ...scenario, product: build(edits) });
}
