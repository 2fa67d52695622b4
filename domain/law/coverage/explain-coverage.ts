import { cite, type ExplanationStep } from '#domain/law/rules/explanation.ts';
import type { CoverageRules } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Coverage, CoverageCondition, CoverageInput } from './coverage-types.ts';
import { asksForEmployer } from './employer-arrears.ts';

type Told = {
  readonly input: CoverageInput;
  readonly begun: Day;
  readonly figures: Omit<Coverage, 'conditions' | 'explanation'>;
  readonly conditions: readonly CoverageCondition[];
  readonly rules: CoverageRules;
  readonly switches: Switches;
  /** A month that counted was paid at a discount, and counted half. */
  readonly discounted: boolean;
};

const MEMBERSHIP_COUNT: Record<Switches['jkm.monthCounting'], string> = {
  calendarMonths: 'bulan kalender penuh',
  contributionMonths: 'bulan iuran',
  days90: 'bulan 30 hari',
};

const CONDITION_STEPS: Record<CoverageCondition, { readonly step: string; readonly rule: keyof CoverageRules }> = {
  'arrears-paid-first': { step: 'Tunggakan harus dilunasi sebelum manfaat dibayar', rule: 'arrears' },
  'payer-paid-first': { step: 'Klaim ditahan sampai pembayar iuran melunasi', rule: 'payerUnpaid' },
};

export function explainCoverage({ input, begun, figures, conditions, rules, switches, discounted }: Told): ExplanationStep[] {
  const { on, memberSince } = input;
  const steps: ExplanationStep[] = [{ step: `Peserta ${input.segment} sejak`, date: memberSince, source: cite(rules.active) }];
  if (figures.status === 'notYet') return [...steps, { step: 'Belum menjadi peserta pada hari ini', date: on, source: cite(rules.active) }];
  if (begun !== memberSince) steps.push(rejoined(begun, switches, rules));
  steps.push(
    {
      step: `Kepesertaan: ${figures.membershipMonths} ${MEMBERSHIP_COUNT[switches['jkm.monthCounting']]}`,
      date: on,
      source: cite(rules.months),
    },
    { step: `Iuran: ${figures.contributionMonths} bulan dibayar`, date: on, source: cite(rules.months) },
  );
  if (discounted) {
    steps.push({ step: 'Bulan berdiskon dihitung setengah, dibulatkan ke bawah', source: cite(rules.discount) });
  }
  steps.push(standing(figures, switches, rules));
  if (asksForEmployer(input, figures.status, switches)) steps.push({ step: EMPLOYER_ARREARS_STEP, source: cite(rules.lapse) });
  for (const condition of conditions) {
    const { step, rule } = CONDITION_STEPS[condition];
    steps.push({ step, source: cite(rules[rule]) });
  }
  return steps;
}

const EMPLOYER_ARREARS_STEP =
  'Iuran pekerja ini dibayar pemberi kerja: sumber tentang gugur hanya menyebut BPU, mintakan keputusan bagian hukum sebelum menolak';

function rejoined(begun: Day, switches: Switches, rules: CoverageRules): ExplanationStep {
  const restarts = switches['jkm.restartAfterLapse'];
  const step = restarts
    ? 'Kembali menjadi peserta setelah gugur; bulan dihitung dari'
    : 'Kembali menjadi peserta setelah gugur; bulan tetap dihitung dari awal';
  return { step, date: begun, source: cite(rules.restart) };
}

function standing({ status, unpaidMonths }: Told['figures'], switches: Switches, rules: CoverageRules): ExplanationStep {
  if (unpaidMonths === 0) return { step: 'Aktif: tidak ada tunggakan', source: cite(rules.active) };
  const limit = switches['coverage.lapseOnUnpaidMonth'];
  if (status === 'lapsed') {
    return { step: `Gugur: ${unpaidMonths} bulan berturut-turut belum dibayar, gugur pada bulan ke-${limit}`, source: cite(rules.lapse) };
  }
  const late = switches['coverage.arrearsPayableUntil'] === 'beforeDeath' ? '; tidak dapat dilunasi setelah meninggal' : '';
  return { step: `Menunggak: ${unpaidMonths} bulan berturut-turut belum dibayar${late}`, source: cite(rules.arrears) };
}
