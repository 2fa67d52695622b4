/** Where a claim stands; design.md section 3 has the Indonesian terms and what the clocks do in each. */
export const CLAIM_STATUSES = [
  'registered',
  'collecting',
  'verifying',
  'recommended',
  'approved',
  'paying',
  'paid',
  'rejected',
  'withdrawn',
  'closed',
  'lapsed',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

const FINAL = ['rejected', 'withdrawn', 'closed', 'lapsed'] as const satisfies readonly ClaimStatus[];

/** Nothing more happens by itself: the workflow of such a claim has ended. */
export function isFinal(status: ClaimStatus): boolean {
  return (FINAL as readonly ClaimStatus[]).includes(status);
}

const CHECKED = ['registered', 'collecting', 'verifying'] as const satisfies readonly ClaimStatus[];

/** The automatic checks still help somebody decide. */
export function isChecked(status: ClaimStatus): boolean {
  return (CHECKED as readonly ClaimStatus[]).includes(status);
}

/** The points a second person decides one by one. `rejection` stands alone: a claim is either paid or rejected. */
export const POINTS = ['event', 'completeness', 'programme', 'heirs', 'injury', 'payee', 'amount', 'rejection'] as const;
export type Point = (typeof POINTS)[number];
