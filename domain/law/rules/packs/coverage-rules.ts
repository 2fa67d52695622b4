import type { CoverageRules } from '#domain/law/rules/pack.ts';

const PRACTICE = 'Praktik BPJS Ketenagakerjaan';

/** No regulation text on lapse and arrears was read: what branches say they do, the same in every regime so far. */
export const COVERAGE_RULES: CoverageRules = {
  active: { source: PRACTICE, certainty: 'secondary' },
  months: { source: PRACTICE, certainty: 'secondary' },
  arrears: { source: PRACTICE, certainty: 'secondary' },
  lapse: { source: PRACTICE, certainty: 'secondary' },
  restart: { source: PRACTICE, certainty: 'inferred' },
  payerUnpaid: { source: PRACTICE, certainty: 'secondary' },
  discount: { source: 'PP 50/2025', certainty: 'secondary' },
};
