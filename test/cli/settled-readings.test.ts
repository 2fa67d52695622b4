import { answersIn, runCalculate } from './run-calculate.ts';

/** golden/README.md "Settled readings": each sentence through the command, as others will ask it. */
type Case = readonly [sentence: string, family: string, input: object, expected: object];

const INVALID = { error: { code: 'invalid-input' } };
const BPU = { segment: 'BPU', status: 'active', membershipMonths: 12, contributionMonths: 12 };
const PU = { ...BPU, segment: 'PU', employer: 'e1' };
const JKM = { programme: 'jkm', event: 'death', on: '2026-05-11', memberships: [BPU] };
const JKK = { ...JKM, programme: 'jkk', wageBase: 1_000_000 };
const totals = (total: number, more: object = {}) => ({ result: { total, ...more } });
const MEMBER = { on: '2026-05-11', segment: 'BPU', memberSince: '2025-01-10', paidMonths: [] as string[] };

const COVERAGE: readonly Case[] = [
  [
    'a month of `on` already paid does not undo a lapse',
    'coverage',
    { ...MEMBER, paidMonths: ['2026-01', '2026-05'] },
    { result: { status: 'lapsed' } },
  ],
  [
    '`on` before `lapsedUntilRejoined` counts by the old months',
    'coverage',
    { ...MEMBER, paidMonths: ['2026-03', '2026-04'], lapsedUntilRejoined: '2026-08-01' },
    { result: { status: 'active', membershipMonths: 16, contributionMonths: 2 } },
  ],
  [
    'payer unpaid beyond the limit is lapsed without a condition',
    'coverage',
    { ...MEMBER, payerUnpaid: true },
    { result: { status: 'lapsed', conditions: [] } },
  ],
  ['a day before 2015-07-01 is invalid', 'coverage', { ...MEMBER, on: '2015-06-30', memberSince: '2015-01-01' }, INVALID],
  [
    '`contributionMonths` uses paid months for both',
    'coverage',
    { ...MEMBER, paidMonths: ['2026-03', '2026-04'], switches: { 'jkm.monthCounting': 'contributionMonths' } },
    { result: { membershipMonths: 2, contributionMonths: 2 } },
  ],
  [
    '`days90` divides days by 30',
    'coverage',
    { ...MEMBER, memberSince: '2026-02-10', switches: { 'jkm.monthCounting': 'days90' } },
    { result: { membershipMonths: 3 } },
  ],
  [
    '`half` rounds the sum down',
    'coverage',
    { ...MEMBER, paidMonths: ['2026-02', '2026-03', '2026-04'], switches: { 'coverage.discountedMonthCounts': 'half' } },
    { result: { contributionMonths: 2 } },
  ],
];

const BENEFITS: readonly Case[] = [
  [
    'two employers before 2025 pay once',
    'benefits',
    { ...JKM, on: '2024-05-11', memberships: [PU, { ...PU, employer: 'e2' }] },
    totals(42_000_000),
  ],
  [
    'arrears that are not needed add no condition',
    'benefits',
    { ...JKM, memberships: [BPU, { ...PU, status: 'arrears' }] },
    totals(42_000_000, { conditions: [] }),
  ],
  [
    '`perMembership` with a BPU membership under three months pays 42 million',
    'benefits',
    {
      ...JKM,
      memberships: [PU, { ...BPU, membershipMonths: 2, contributionMonths: 2 }],
      switches: { 'jkm.doubleMembership': 'perMembership' },
    },
    totals(42_000_000),
  ],
  [
    '`lump8funeral2` is two lines',
    'benefits',
    { ...JKM, memberships: [{ ...BPU, membershipMonths: 1, contributionMonths: 1 }], switches: { 'jkm.reducedLabel': 'lump8funeral2' } },
    {
      result: {
        lines: [
          { benefit: 'jkm.lump', amount: 8_000_000 },
          { benefit: 'jkm.funeral', amount: 2_000_000 },
        ],
      },
    },
  ],
  [
    '`beforeDeath` gives no benefit',
    'benefits',
    { ...JKM, memberships: [{ ...BPU, status: 'arrears' }], switches: { 'coverage.arrearsPayableUntil': 'beforeDeath' } },
    totals(0, { lines: [], reasons: ['coverage-lapsed'] }),
  ],
  [
    'late money without heirs goes to the fund',
    'benefits',
    { ...JKM, hasHeir: false, lateDays: 1 },
    { result: { lines: expect.arrayContaining([{ benefit: 'late.compensation', amount: 420_000, payeeClass: 'fund' }]) } },
  ],
  [
    'receipts of providers are left out of the late base',
    'benefits',
    { ...JKK, event: 'accident', stmbDays: 30, medicalReceipts: 5_000_000, lateDays: 1 },
    totals(6_010_000),
  ],
  ['JKK without a wage base is invalid', 'benefits', { ...JKM, programme: 'jkk' }, INVALID],
  [
    '`lateDays` adds its line whatever `late.autoPropose` says',
    'benefits',
    { ...JKM, lateDays: 2, switches: { 'late.autoPropose': false } },
    totals(42_840_000),
  ],
];

const CHILD = { id: 'a', birthDate: '2012-01-01', schooling: [{ schoolYear: 2026, level: 'smp', proof: true }] };
const RIGHT = { programme: 'jkk', eventOn: '2026-08-01', contributionMonths: 0, children: [CHILD], schoolYears: [2026] };
const line = (more: object) => ({ result: { lines: expect.arrayContaining([expect.objectContaining(more)]) } });

const SCHOLARSHIP: readonly Case[] = [
  [
    'married on the event day though not on the first day of the year',
    'scholarship',
    { ...RIGHT, children: [{ ...CHILD, marriedOn: '2026-07-20' }] },
    line({ reason: 'married' }),
  ],
  [
    'married after the event day of that year not yet',
    'scholarship',
    { ...RIGHT, children: [{ ...CHILD, marriedOn: '2026-08-02' }] },
    line({ state: 'due' }),
  ],
  [
    'a BPU who no longer studies is working',
    'scholarship',
    { ...RIGHT, eventOn: '2025-08-01', schoolYears: [2027], children: [{ ...CHILD, workingFrom: '2027-01-01', workKind: 'bpu' }] },
    line({ reason: 'working' }),
  ],
  ['a year before the one running on the event day is invalid', 'scholarship', { ...RIGHT, schoolYears: [2025] }, INVALID],
  ['the running one is due', 'scholarship', { ...RIGHT, eventOn: '2027-03-01' }, line({ state: 'due', amount: 2_000_000 })],
  [
    'a child that is not eligible beside two covered ones gets its own reason',
    'scholarship',
    {
      ...RIGHT,
      children: [
        CHILD,
        { ...CHILD, id: 'b', birthDate: '2013-01-01' },
        { ...CHILD, id: 'c', birthDate: '2010-01-01', marriedOn: '2026-01-01' },
      ],
    },
    line({ child: 'c', reason: 'married' }),
  ],
  [
    '`right-lapsed` where `backPay` is `years:n`',
    'scholarship',
    {
      ...RIGHT,
      eventOn: '2023-08-01',
      schoolYears: [2023, 2026],
      children: [{ ...CHILD, schooling: [{ schoolYear: 2023, level: 'sd', proof: true }, ...CHILD.schooling] }],
      switches: { 'scholarship.backPay': 'years:1' },
    },
    line({ schoolYear: 2023, reason: 'right-lapsed' }),
  ],
  [
    '`proRata` by days of 365',
    'scholarship',
    {
      ...RIGHT,
      children: [{ ...CHILD, birthDate: '2003-12-31', schooling: [{ schoolYear: 2026, level: 'higher', proof: true }] }],
      switches: { 'scholarship.endsAt23': 'proRata' },
    },
    line({ state: 'due', amount: Math.round((12_000_000 * 183) / 365) }),
  ],
];

const HEIRS_OF = { programme: 'jkm', on: '2026-05-11' };
const MINOR = { id: 'd', relation: 'child', alive: true, birthDate: '2015-01-01' };
const GROWN = { id: 's', relation: 'child', alive: true, birthDate: '2000-01-01' };
const HEIRS: readonly Case[] = [
  [
    'a power of attorney to somebody outside the class is not accepted',
    'heirs',
    { ...HEIRS_OF, people: [GROWN, { ...GROWN, id: 't' }, { id: 'b', relation: 'sibling', alive: true }], powerOfAttorneyTo: 'b' },
    { result: { payee: null, needs: ['power-of-attorney'] } },
  ],
  [
    'a dispute with nobody left has no payee',
    'heirs',
    { ...HEIRS_OF, people: [], dispute: true, arrangedFuneral: 'n' },
    { result: { class: 6, payee: null } },
  ],
  [
    'a neighbour who arranged the funeral is class 6',
    'heirs',
    { ...HEIRS_OF, people: [{ id: 'n', relation: 'other', alive: true }], arrangedFuneral: 'n' },
    { result: { class: 6, payee: 'n', payeeClass: 'funeralArranger' } },
  ],
  [
    'born on 29 February, one is grown on 28 February',
    'heirs',
    { ...HEIRS_OF, on: '2026-02-28', people: [{ ...GROWN, birthDate: '2008-02-29' }] },
    { result: { payee: 's' } },
  ],
  ['a grown child beside a minor one is paid', 'heirs', { ...HEIRS_OF, people: [MINOR, GROWN] }, { result: { payee: 's', needs: [] } }],
  [
    'a living parent acts for a minor sole heir though divorced',
    'heirs',
    { ...HEIRS_OF, people: [{ id: 'x', relation: 'spouse', alive: true, divorced: true }, MINOR] },
    { result: { class: 1, heirs: ['d'], payee: 'x', needs: [], payeeClass: 'heirs' } },
  ],
];

const CLOCK = {
  clock: 'jkm-legal',
  startedAt: '2026-11-20T07:00:00Z',
  zone: 'Asia/Makassar',
  calendar: { years: [2026], holidays: [], jointLeave: [], service: { from: '08:00', to: '16:00' } },
  asOf: '2026-11-20T07:00:00Z',
};
const CLOCKS: readonly Case[] = [
  [
    'a calendar-day clock due on a free day has its last rung in the last working minute before',
    'clocks',
    { ...CLOCK, clock: 'partner-promise', startedAt: '2026-11-14T02:00:00Z' },
    { result: { dueAt: '2026-11-21T08:00:00Z', rungs: expect.arrayContaining([{ percent: 100, at: '2026-11-20T08:00:00Z' }]) } },
  ],
  [
    'pauses move calendar-day clocks by working minutes',
    'clocks',
    {
      ...CLOCK,
      clock: 'partner-promise',
      pauses: [{ from: '2026-11-21T00:00:00Z', to: '2026-11-23T04:00:00Z', ground: 'heir-dispute' }],
      asOf: '2026-11-24T00:00:00Z',
    },
    { result: { dueAt: '2026-11-30T04:00:00Z' } },
  ],
  [
    'a start exactly at closing is still that day',
    'clocks',
    { ...CLOCK, startedAt: '2026-11-20T08:00:00Z', asOf: '2026-11-20T08:00:00Z' },
    { result: { dueAt: '2026-11-25T08:00:00Z' } },
  ],
  [
    'the limit for a suspected accident begins with PP 49/2023',
    'clocks',
    {
      ...CLOCK,
      clock: 'suspected-accident',
      startedAt: '2023-10-05T02:00:00Z',
      asOf: '2023-10-05T02:00:00Z',
      calendar: { ...CLOCK.calendar, years: [2023] },
    },
    INVALID,
  ],
  [
    'and holds from 6 October 2023',
    'clocks',
    {
      ...CLOCK,
      clock: 'suspected-accident',
      startedAt: '2023-10-06T02:00:00Z',
      asOf: '2023-10-06T02:00:00Z',
      calendar: { ...CLOCK.calendar, years: [2023] },
    },
    { result: { dueAt: '2023-11-05T08:00:00Z' } },
  ],
];

const EMPLOYERS: readonly Case[] = [
  [
    'one employer in two spellings',
    'benefits',
    {
      ...JKM,
      memberships: [
        { ...PU, employer: 'CV A' },
        { ...PU, employer: 'cv a ' },
      ],
    },
    totals(42_000_000),
  ],
  ['two employers', 'benefits', { ...JKM, memberships: [PU, { ...PU, employer: 'e2' }] }, totals(74_000_000)],
];

test.each([...COVERAGE, ...BENEFITS, ...SCHOLARSHIP, ...HEIRS, ...CLOCKS, ...EMPLOYERS])(
  '%s (%s)',
  async (_sentence, family, input, expected) => {
    const { stdout } = await runCalculate(JSON.stringify({ family, input }));
    expect(answersIn(stdout)[0]).toMatchObject(expected);
  },
);

test('a discounted month is spoken of only where one was counted', async () => {
  const half = { 'coverage.discountedMonthCounts': 'half' };
  const stepsOf = async (paidMonths: readonly string[]) =>
    (await runCalculate(JSON.stringify({ family: 'coverage', input: { ...MEMBER, paidMonths, switches: half } }))).stdout;
  expect(await stepsOf(['2026-03', '2026-04'])).toContain('Bulan berdiskon');
  expect(await stepsOf(['2026-02', '2026-03'])).not.toContain('Bulan berdiskon');
});

test('a sep= line in front asks nothing and is not answered', async () => {
  const line = JSON.stringify({ family: 'benefits', input: JKM });
  expect(answersIn((await runCalculate(`\uFEFFsep=;\r\n${line}\n`)).stdout)).toMatchObject([totals(42_000_000)]);
});
