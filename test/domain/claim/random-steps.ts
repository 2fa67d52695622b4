import fc from 'fast-check';
import { COMMAND_TYPES, type CommandType } from '#domain/claim/commands.ts';
import type { ClaimKind } from '#domain/claim/facts.ts';
import type { ClaimPerson, Injury } from '#domain/claim/parts.ts';
import { RELATIONS } from '#domain/law/heirs/classes.ts';
import { PAPER_IDS } from '#domain/law/papers/paper-ids.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { rupiah } from '#domain/money/money.ts';
import type { ActorRef, Role } from '#domain/people/actor.ts';
import { type Day, day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { ClaimFile, PAPERS_OF_ACCIDENT, REGISTRATION } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

const MINUTE = 60_000;
const DAY_MS = 1_440 * MINUTE;

const EVENTS = ['report', 'papers', 'ring', 'repeat', 'membership', 'checks', 'calendar', 'sitting'] as const;

/**
 * What somebody tries next. `dice` decide the particulars against the claim as it then stands, so that a shrunk sequence still means
 * something.
 */
export type Step = {
  readonly waitMs: number;
  readonly actor: ActorRef;
  readonly dice: readonly [number, number, number];
} & ({ readonly kind: 'command'; readonly command: CommandType } | { readonly kind: (typeof EVENTS)[number] | 'work' | 'bank' });

export function pick<T>(from: readonly T[], die: number): T {
  return from[die % from.length] as T;
}

/** Few people with several hats each, so that makers meet their own points again. */
const actors: fc.Arbitrary<ActorRef> = fc
  .record({
    id: fc.constantFrom('orang-1', 'orang-2', 'orang-3'),
    role: fc.constantFrom<Role>(
      'officer',
      'officer',
      'approver',
      'approver',
      'supervisor',
      'partner-staff',
      'machine',
      'auditor',
      'family',
    ),
    institution: fc.constantFrom('bpr-contoh', 'ksp-lain', undefined),
  })
  .map(({ institution, ...actor }) => ({ ...actor, ...(institution === undefined ? {} : { institution }) }));

const waits = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 300 * MINUTE }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 480 * MINUTE, DAY_MS, 3 * DAY_MS) },
);

const kinds = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...COMMAND_TYPES).map((command) => ({ kind: 'command', command }) as const) },
  { weight: 12, arbitrary: fc.constant({ kind: 'work' } as const) },
  { weight: 3, arbitrary: fc.constant({ kind: 'bank' } as const) },
  { weight: 4, arbitrary: fc.constantFrom(...EVENTS).map((kind) => ({ kind }) as const) },
);

const dice = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999));

export const steps: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 3, arbitrary: sequence(40) },
  { weight: 1, arbitrary: sequence(200) },
);

function sequence(maxLength: number): fc.Arbitrary<Step[]> {
  const step = fc.tuple(kinds, fc.record({ waitMs: waits, actor: actors, dice })).map(([kind, rest]) => ({ ...rest, ...kind }) as Step);
  return fc.array(step, { maxLength, size: 'max' });
}

const birthDates = fc.constantFrom<Day | undefined>(undefined, day('0001-01-01'), day('1980-02-29'), day('2015-06-01'), day('9999-12-31'));

/** Relatives in any combination the form lets through, lawful or not. */
export const people: fc.Arbitrary<readonly ClaimPerson[]> = fc.array(
  fc
    .record({
      id: fc.constantFrom('pasangan', 'anak', 'ibu', 'orang-1', 'tetangga'),
      relation: fc.constantFrom(...RELATIONS),
      alive: fc.boolean(),
      birthDate: birthDates,
      divorced: fc.boolean(),
      willByNotary: fc.boolean(),
      courtDetermination: fc.boolean(),
      isPartnerInstitution: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
    })
    .map(({ birthDate, ...person }) => ({ ...person, ...(birthDate === undefined ? {} : { birthDate }) })),
  { maxLength: 4 },
);

const families = fc.oneof(fc.constant(REGISTRATION.people), fc.constant([]), people);

export const memberships = fc
  .record({
    months: fc.integer({ min: 0, max: REGISTRATION.memberships[0]?.paidMonths.length ?? 0 }),
    segment: fc.constantFrom('PU', 'BPU'),
    payerUnpaid: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
    count: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ months, count, ...rest }) =>
    REGISTRATION.memberships
      .flatMap((one) => [one, { ...one, employer: 'majikan-kedua' }])
      .slice(0, count)
      .map((one) => ({ ...one, ...rest, paidMonths: one.paidMonths.slice(0, months) })),
  );

const switches: fc.Arbitrary<Partial<Switches>> = fc.record(
  {
    'sla.partnerPromise': fc.record({
      unit: fc.constantFrom('calendarDays', 'workingDays'),
      start: fc.constantFrom('complete', 'reported'),
    }),
    'calendar.jointLeave': fc.constantFrom('nonWorking', 'working'),
    'sla.startAfterHours': fc.constantFrom('sameDay', 'nextWorkingDay'),
    'sla.countStartDay': fc.boolean(),
    'sla.dueAt': fc.constantFrom('endOfService', 'endOfDay'),
    'jkm.reducedLabel': fc.constantFrom('funeral10', 'lump8funeral2'),
  },
  { requiredKeys: [] },
);

const EVERY_PAPER = [...REGISTRATION.papers, ...PAPERS_OF_ACCIDENT.map((kind) => paper(kind, 1, '2026-02-25'))];

/** What doctors and receipts can say, and what cannot be calculated with. */
export const INJURIES: readonly Injury[] = [
  {},
  { stmbDays: 45 },
  { stmbDays: 400, medicalReceipts: 7_000_000 },
  { disability: { kind: 'total' }, transport: [{ mode: 'land', receipts: 6_000_000 }] },
  { disability: { kind: 'partialAnatomical', tableBasisPoints: 1_000 }, homeCareReceipts: 25_000_000 },
  { disability: { kind: 'partialFunctional', tableBasisPoints: 1_000, lostBasisPoints: 5_000 } },
  { stmbDays: -1 },
  { medicalReceipts: 0.5 },
];

/** Small, so that a counterexample can be read; `fileOf` makes the claim. */
export type Start = {
  readonly kind: ClaimKind | 'suspected';
  readonly at: string;
  readonly switches: Partial<Switches>;
  readonly people: readonly ClaimPerson[];
  readonly memberships: 'as usual' | typeof REGISTRATION.memberships;
  readonly wageBase: number | null;
  readonly papersMissing: readonly string[];
};

const instants = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 200 * 1_440 }) },
    { weight: 1, arbitrary: fc.integer({ min: 285 * 1_440, max: 304 * 1_440 }) },
  )
  .map((minutes) => new Date(instant('2026-03-02T00:00:00Z') + minutes * MINUTE).toISOString());

/** Mostly claims that can be paid, at any time of the year, also where the calendar ends. */
export const starts: fc.Arbitrary<Start> = fc.record({
  kind: fc.constantFrom<Start['kind']>('death', 'death', 'accident', 'suspected'),
  at: instants,
  switches,
  people: families,
  memberships: fc.oneof({ weight: 3, arbitrary: fc.constant('as usual' as const) }, { weight: 1, arbitrary: memberships }),
  wageBase: fc.constantFrom(2_500_000, null),
  papersMissing: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(EVERY_PAPER.map(({ paper }) => paper)) },
  ),
});

export function fileOf({ kind, at, switches, people, memberships, wageBase, papersMissing }: Start): ClaimFile {
  const happenedAt = instant('2026-02-20T02:00:00Z');
  const stageOne = papersMissing.includes('accident-report-1') ? {} : { stageOneAt: happenedAt + DAY_MS };
  const accident = { happenedAt, suspected: kind === 'suspected', ...stageOne };
  return new ClaimFile({
    at: Date.parse(at),
    switches,
    registration: {
      ...(kind === 'death' ? {} : { kind: 'accident', accident }),
      people,
      ...(memberships === 'as usual' ? {} : { memberships }),
      ...(wageBase === null ? {} : { wageBase: rupiah(wageBase) }),
      papers: EVERY_PAPER.filter(({ paper }) => !papersMissing.includes(paper)),
    },
  });
}

export const ANY_PAPER: readonly string[] = [...PAPER_IDS, 'bukan-berkas-kita'];
