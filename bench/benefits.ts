import type { BenefitInput } from '#domain/law/benefit/benefit-input.ts';
import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import type { Membership } from '#domain/law/coverage/coverage-types.ts';
import { day } from '#domain/time/calendar/day.ts';

/** Benefit calculations per second on one core, explanation included, over the situations that claims come in. */
const SECONDS = Number(process.argv[2] ?? 3);
const BATCH = 5_000;
const TARGET = 50_000;

const bpu: Membership = { segment: 'BPU', status: 'active', membershipMonths: 12, contributionMonths: 12 };
const pu = (employer: string): Membership => ({ ...bpu, segment: 'PU', employer });
const death = { programme: 'jkm', event: 'death', on: day('2026-05-11'), memberships: [bpu] } as const;
const accident = { programme: 'jkk', event: 'accident', on: day('2026-05-11'), memberships: [bpu], wageBase: 2_000_000 } as const;

const CLAIMS: readonly BenefitInput[] = [
  death,
  { ...death, memberships: [{ ...bpu, membershipMonths: 2, contributionMonths: 2 }] },
  { ...death, memberships: [pu('a'), pu('b'), bpu], lateDays: 2 },
  { ...death, memberships: [{ ...bpu, status: 'lapsed' }] },
  { ...death, on: day('2019-12-01'), hasHeir: false },
  { ...death, programme: 'jkk', wageBase: 1_000_000 },
  { ...accident, disability: { kind: 'partialFunctional', tableBasisPoints: 3_200, lostBasisPoints: 5_000 }, stmbDays: 390 },
  { ...accident, transport: [{ mode: 'land', receipts: 6_000_000 }], medicalReceipts: 12_345_678, homeCareReceipts: 1_000_000 },
];

type Figures = { readonly perCoreSecond: number; readonly perSecond: number; readonly sum: number };

/** By processor time as well as by the wall clock, so that other work on the machine does not count. The sum keeps the work from being optimised away. */
function calculateFor(milliseconds: number): Figures {
  const started = process.hrtime.bigint();
  const cpuStarted = process.cpuUsage();
  let calculations = 0;
  let sum = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let index = 0; index < BATCH; index += 1) {
      for (const claim of CLAIMS) sum += calculateBenefits(claim).total;
    }
    calculations += BATCH * CLAIMS.length;
    elapsed = Number(process.hrtime.bigint() - started) / 1e6;
  }
  // Garbage collection and compilation run on threads of their own and are counted here.
  const { user, system } = process.cpuUsage(cpuStarted);
  const rate = (inMilliseconds: number) => Math.round((calculations / inMilliseconds) * 1_000);
  return { perCoreSecond: rate((user + system) / 1_000), perSecond: rate(elapsed), sum };
}

calculateFor(500);
const { perCoreSecond, perSecond, sum } = calculateFor(SECONDS * 1_000);
const reached = perCoreSecond >= TARGET;
console.log(JSON.stringify({ bench: 'benefits', perCoreSecond, perSecond, target: TARGET, reached, checksum: sum > 0 }));
