/** Every paper Santun ever asks for; rules.md section 6. */
export const PAPER_IDS = [
  'participant-card',
  'participant-id-card',
  'heir-id-card',
  'family-card',
  'marriage-certificate',
  'child-birth-certificate',
  'work-activity-proof',
  'payee-account-proof',
  'data-consent',
  'death-certificate',
  'heir-statement',
  'power-of-attorney',
  'will-deed',
  'court-determination',
  'claim-form-jkm',
  'accident-report-1',
  'accident-report-2',
  'doctor-certificate',
  'chronology',
  'witness-id-cards',
  'police-report',
  'attendance-list',
  'transport-receipts',
  'medical-receipts',
  'tax-number',
  'scholarship-form',
  'active-study-letter',
  'school-report',
  'guardian-account-proof',
] as const;
export type PaperId = (typeof PAPER_IDS)[number];

export const PAPER_CLAIM_TYPES = ['jkm-death', 'jkk-death', 'jkk-accident', 'scholarship'] as const;
export type PaperClaimType = (typeof PAPER_CLAIM_TYPES)[number];

export function isPaperId(text: string): text is PaperId {
  return (PAPER_IDS as readonly string[]).includes(text);
}
