import { formatDate, formatInstant } from '#domain/format/date.ts';
import { formatRemaining } from '#domain/format/duration.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { amountInWords } from '#domain/format/words.ts';
import type { ExplanationStep } from '#domain/law/rules/explanation.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { MS_PER_MINUTE, workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { clockFromInput } from '#domain/time/clock/calculate.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { explainDeadline, formatExplanation } from '#domain/time/clock/explain.ts';
import type { Family } from '#schemas/calculate/read-request.ts';
import type { Answer, Calculated } from './answer-line.ts';
import * as labels from './calculate-labels.ts';

/** One block per line, as a person would want to read it; an empty line between blocks. */
export function writeForPeople(answer: Answer, lineNumber: number): string {
  const lines = 'error' in answer ? writeError(answer.error) : write(answer);
  const [title = '', ...rest] = lines;
  return [`${lineNumber}. ${title}`, ...rest.map((line) => (line === '' ? '' : `   ${line}`)), '', ''].join('\n');
}

function writeError({ code, field, message }: { code: string; field: string; message: string }): string[] {
  return ['Tidak dapat dihitung', `${field}: ${message} (${code})`];
}

const WRITERS: { readonly [F in Family]: (calculated: Calculated<F>) => string[] } = {
  coverage: writeCoverage,
  benefits: writeBenefits,
  scholarship: writeScholarship,
  heirs: writeHeirs,
  clocks: writeClock,
};

function write<F extends Family>(calculated: Calculated<F>): string[] {
  return WRITERS[calculated.family](calculated);
}

function writeCoverage({ input, result }: Calculated<'coverage'>): string[] {
  const unpaid = result.unpaidMonths > 0 ? `, ${result.unpaidMonths} bulan belum dibayar` : '';
  return [
    `Kepesertaan ${input.segment} pada ${formatDate(input.on)}: ${labels.COVERAGE_LABELS[result.status]}${unpaid}`,
    `Masa kepesertaan ${result.membershipMonths} bulan, iuran ${result.contributionMonths} bulan`,
    ...result.conditions.map((condition) => `Syarat: ${labels.CONDITION_LABELS[condition]}`),
    ...writeSteps(result.explanation),
  ];
}

function writeBenefits({ input, result }: Calculated<'benefits'>): string[] {
  const event = input.event === 'death' ? 'kematian' : 'kecelakaan kerja';
  const rows = result.lines.map(({ benefit, amount, payeeClass }) => ({
    label: labels.BENEFIT_LABELS[benefit],
    amount: formatRupiah(amount),
    to: `kepada ${labels.PAYEE_LABELS[payeeClass]}`,
  }));
  const widths = [Math.max(6, ...rows.map(({ label }) => label.length)), Math.max(3, ...rows.map(({ amount }) => amount.length))] as const;
  return [
    `Manfaat ${input.programme.toUpperCase()} untuk ${event} pada ${formatDate(input.on)}`,
    ...rows.map(({ label, amount, to }) => `${label.padEnd(widths[0])}  ${amount.padStart(widths[1])}  ${to}`),
    `Jumlah: ${formatRupiah(result.total)} (${amountInWords(result.total)})`,
    ...result.reasons.map((reason) => `Tidak ada manfaat: ${labels.REASON_LABELS[reason]}`),
    ...result.conditions.map((condition) => `Syarat: ${labels.CONDITION_LABELS[condition]}`),
    ...writeSteps(result.explanation),
  ];
}

function writeScholarship({ input, result }: Calculated<'scholarship'>): string[] {
  const due = result.lines.filter(({ state }) => state === 'due').length;
  return [
    `Beasiswa ${input.programme.toUpperCase()} atas kejadian ${formatDate(input.eventOn)}`,
    `Jumlah: ${formatRupiah(result.total)} (${amountInWords(result.total)}), ${due} dari ${result.lines.length} baris dibayar`,
    ...writeSteps(result.explanation),
  ];
}

function writeHeirs({ input, result }: Calculated<'heirs'>): string[] {
  return [
    `Ahli waris ${input.programme.toUpperCase()} pada ${formatDate(input.on)}: golongan ${result.class}`,
    `Ahli waris: ${result.heirs.length === 0 ? 'tidak ada' : result.heirs.join(', ')}`,
    `Penerima: ${result.payee ?? 'belum dapat ditentukan'}${result.payeeClass === 'funeralArranger' ? ' (biaya pemakaman)' : ''}`,
    ...result.needs.map((need) => `Masih diperlukan: ${labels.NEED_LABELS[need]}`),
    ...writeSteps(result.explanation),
  ];
}

function writeClock({ input, result }: Calculated<'clocks'>): string[] {
  const { ledger, pack, switches } = clockFromInput(input);
  const { label, unit } = clockDefinition(input.clock, switches);
  const { serviceMs } = workCalendar(pack, switches['calendar.jointLeave']);
  const remaining = formatRemaining(result.remainingMinutes, { unit, serviceMinutesPerDay: serviceMs / MS_PER_MINUTE });
  return [
    `${label}: ${formatInstant(instant(result.dueAt), input.zone)}`,
    `${labels.CLOCK_STATE_LABELS[result.state]}, ${labels.CLOCK_STANDING_LABELS[result.standing]}, sisa: ${remaining}`,
    ...result.rungs.map(({ percent, at }) => `${percent}% terpakai: ${formatInstant(instant(at), input.zone)}`),
    '',
    ...formatExplanation(explainDeadline(ledger, pack, input.asOf, switches, input.base)),
  ];
}

function writeSteps(steps: readonly ExplanationStep[]): string[] {
  return ['', 'Langkah:', ...steps.map(writeStep)];
}

function writeStep({ step, amount, date, source }: ExplanationStep): string {
  const facts = [step, amount === undefined ? '' : formatRupiah(amount), date === undefined ? '' : formatDate(date)];
  return `- ${facts.filter((fact) => fact !== '').join(' · ')}${source === '' ? '' : ` (${source})`}`;
}
