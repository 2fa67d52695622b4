import type { BenefitInput } from '#domain/benefit/benefit-input.ts';
import { calculateBenefits } from '#domain/benefit/calculate.ts';
import { day } from '#domain/calendar/day.ts';
import type { Membership } from '#domain/coverage/coverage-types.ts';

/** Benefit calculations per second on one core, explanation included, over the situations that claims come in. */
const SECONDS = Number(process.argv[2] ?? 3);
const BATCH = 5_000;

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

/** The sum keeps the work from being optimised away. */
function calculateFor(milliseconds: number): { readonly perSecond: number; readonly sum: number } {
  const started = process.hrtime.bigint();
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
  return { perSecond: Math.round((calculations / elapsed) * 1_000), sum };
}

calculateFor(500);
const { perSecond, sum } = calculateFor(SECONDS * 1_000);
console.log(JSON.stringify({ bench: 'benefits', perSecond, target: 50_000, reached: perSecond >= 50_000, checksum: sum > 0 }));
