import { cite, type ExplanationStep, type Sourced } from '#domain/law/rules/explanation.ts';
import type { ScholarshipLevel } from '#domain/law/rules/pack.ts';
import type { Ledger } from './judge-year.ts';
import type { NotDueReason, ScholarshipLine } from './scholarship-input.ts';
import { firstDayOf } from './school-year.ts';
import { levelTerms } from './terms.ts';

const END_CONDITIONS_2025: Sourced = { source: 'Permenaker 1/2025 art. 103(2)', certainty: 'secondary' };
const YEARLY_PROOF: Sourced = { source: 'bukti sekolah setiap tahun ajaran', certainty: 'secondary' };
const BACK_PAY: Sourced = { source: 'rules.md 2: scholarship.backPay', certainty: 'inferred' };

const LEVEL_NAMES: Readonly<Record<ScholarshipLevel, string>> = {
  tk: 'TK',
  sd: 'SD',
  smp: 'SMP',
  sma: 'SMA',
  higher: 'pendidikan tinggi atau pelatihan',
};

type Ground = { readonly text: string; readonly row: Sourced };

function groundOf(reason: NotDueReason, level: ScholarshipLevel | undefined, { rules }: Ledger): Ground {
  const endConditions = rules.workingExceptions ? END_CONDITIONS_2025 : rules.endAge;
  const grounds: Record<NotDueReason, Ground> = {
    'third-child': { text: `di luar ${rules.maxChildren.count} anak pertama`, row: rules.maxChildren },
    'contributions-under-3-years': {
      text: `iuran JKM belum ${rules.jkmMinimumContributionMonths.count} bulan`,
      row: rules.jkmMinimumContributionMonths,
    },
    'turned-23': { text: `sudah berusia ${rules.endAge.count} tahun`, row: rules.endAge },
    married: { text: 'sudah menikah', row: endConditions },
    working: { text: 'sudah bekerja', row: rules.workingExceptions ?? endConditions },
    'not-yet-in-school': { text: 'belum bersekolah', row: endConditions },
    'left-school': { text: 'tidak bersekolah lagi', row: endConditions },
    'level-exhausted': { text: 'jatah tahun jenjang ini sudah habis', row: level ? levelTerms(level, rules) : endConditions },
    'right-lapsed': { text: 'terlambat diajukan', row: BACK_PAY },
    'no-proof-yet': { text: 'belum ada surat aktif sekolah dan rapor', row: YEARLY_PROOF },
  };
  return grounds[reason];
}

export function explainSelection({ selection: { covered }, rules }: Ledger): ExplanationStep {
  const who = covered.length === 0 ? 'tidak ada' : covered.join(', ');
  return { step: `Anak yang ditanggung, paling banyak ${rules.maxChildren.count}: ${who}`, source: cite(rules.maxChildren) };
}

export function explainLine(line: ScholarshipLine, ledger: Ledger): ExplanationStep {
  const { child, schoolYear, level, reason, amount } = line;
  const levelText = level ? `, ${LEVEL_NAMES[level]}` : '';
  const subject = `Anak ${child}, tahun ajaran ${schoolYear}/${schoolYear + 1}${levelText}`;
  const date = firstDayOf(schoolYear, ledger.switches['scholarship.year']);
  if (reason) {
    const { text, row } = groundOf(reason, level, ledger);
    return { step: `${subject}: ${text}`, amount, date, source: cite(row) };
  }
  return { step: subject, amount, date, source: level ? cite(levelTerms(level, ledger.rules)) : '' };
}
