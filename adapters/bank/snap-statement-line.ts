import { createHash } from 'node:crypto';
import { rupiah } from '#domain/money/money.ts';
import { type FeeRules, saysFee } from '#domain/money/reconciliation/fees.ts';
import type { LineFault, LineProblem, StatementEntry, UnreadableLine } from '#domain/money/reconciliation/statement.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { SnapAmount } from '#schemas/bank/parts.ts';
import { StatementLine } from '#schemas/bank/statement.ts';
import { fromSnapTime } from './snap-wire.ts';

type About = { readonly line: number; readonly from: Instant; readonly until: Instant; readonly feeRules: FeeRules };

/** Reads one line, or says which of its fields cannot be read. The remark is looked at and never kept: it may name people. */
export function readLine(raw: unknown, about: About): StatementEntry | UnreadableLine {
  const parsed = StatementLine.safeParse(raw);
  const type = textAt(raw, 'type')?.trim() ?? '';
  const remark = textAt(raw, 'remark') ?? '';
  const isFee = saysFee(about.feeRules, { type, remark });
  const direction = directionOf(type, about.feeRules);
  const at = fromSnapTime(textAt(raw, 'transactionDate') ?? '');
  const amount = amountOf(valueAt(raw, 'amount'));
  const faults = faultsOf(raw, { direction, at, about });
  if (!parsed.success || faults.length > 0 || direction === undefined || at === undefined || amount === undefined) {
    return toUnreadable(raw, about.line, faults, direction);
  }
  return {
    bankReference: parsed.data.transactionId,
    ...referenceOf(raw),
    ...(isFee ? { kind: 'fee' as const } : {}),
    direction,
    amount,
    at,
  };
}

export function isRead(line: StatementEntry | UnreadableLine): line is StatementEntry {
  return !('faults' in line);
}

function toUnreadable(raw: unknown, line: number, faults: readonly LineFault[], direction: Direction | undefined): UnreadableLine {
  const bankReference = textAt(raw, 'transactionId')?.trim();
  return {
    digest: digestOf(raw),
    line,
    faults: faults.length > 0 ? faults : [{ field: 'line', problem: 'not-text' }],
    ...(bankReference === undefined || !isFaultless(faults, 'transactionId') ? {} : { bankReference }),
    ...referenceOf(raw),
    ...(direction === undefined ? {} : { direction }),
  };
}

function isFaultless(faults: readonly LineFault[], field: string): boolean {
  return faults.every((fault) => fault.field !== field);
}

type Direction = StatementEntry['direction'];

function directionOf(type: string, { types }: FeeRules): Direction | undefined {
  const plain = type.toUpperCase();
  if (plain === 'DEBIT' || types.includes(plain)) return 'out';
  return plain === 'CREDIT' ? 'in' : undefined;
}

/** Ours as the bank carries it; where it has no field for it, as it stands among the words of the remark. */
function referenceOf(raw: unknown): { readonly reference?: string } {
  const told = textAt(valueAt(raw, 'detailInfo'), 'partnerReferenceNo')?.trim();
  if (told !== undefined && told !== '') return { reference: told };
  const [inRemark] = /STN[A-Z0-9]{10,61}/.exec((textAt(raw, 'remark') ?? '').toUpperCase()) ?? [];
  return inRemark === undefined ? {} : { reference: inRemark };
}

function amountOf(raw: unknown): StatementEntry['amount'] | undefined {
  const parsed = SnapAmount.safeParse(raw);
  if (!parsed.success || !parsed.data.value.endsWith('.00')) return undefined;
  const whole = Number(parsed.data.value.slice(0, -3));
  return Number.isSafeInteger(whole) ? rupiah(whole) : undefined;
}

type Read = { readonly direction: Direction | undefined; readonly at: Instant | undefined; readonly about: About };

function faultsOf(raw: unknown, { direction, at, about: { from, until } }: Read): readonly LineFault[] {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return [{ field: 'line', problem: 'not-text' }];
  const date = textAt(raw, 'transactionDate');
  const isOtherDay = at !== undefined && (at < from || at >= until);
  const found: readonly (LineFault | undefined)[] = [
    textFault(raw, 'transactionId', 64),
    textFault(raw, 'transactionDate', 64) ?? (at === undefined ? toFault('transactionDate', 'not-a-time', date) : undefined),
    isOtherDay ? toFault('transactionDate', 'other-day', date) : undefined,
    textFault(raw, 'type', 32) ?? (direction === undefined ? toFault('type', 'unknown-type', textAt(raw, 'type')) : undefined),
    ...amountFaults(valueAt(raw, 'amount')),
    referenceFault(valueAt(raw, 'detailInfo')),
  ];
  return found.filter((fault) => fault !== undefined);
}

function amountFaults(raw: unknown): readonly (LineFault | undefined)[] {
  const currency = textAt(raw, 'currency');
  const told = textAt(raw, 'value')?.trim();
  const problem = amountOf({ value: valueAt(raw, 'value'), currency: 'IDR' }) === undefined ? amountProblem(raw, told) : undefined;
  return [
    problem === undefined ? undefined : toFault('amount.value', problem, told),
    currency === 'IDR' ? undefined : toFault('amount.currency', currency === undefined ? 'missing' : 'other-currency', currency),
  ];
}

function amountProblem(raw: unknown, told: string | undefined): LineProblem {
  if (told === undefined) return valueAt(raw, 'value') === undefined ? 'missing' : 'not-text';
  if (/^-\d/.test(told)) return 'negative';
  return /^\d{1,16}\.\d{2}$/.test(told) && !told.endsWith('.00') ? 'sen' : 'not-an-amount';
}

function textFault(raw: unknown, field: string, most: number): LineFault | undefined {
  const value = valueAt(raw, field);
  if (value === undefined || value === null) return { field, problem: 'missing' };
  if (typeof value !== 'string') return { field, problem: 'not-text' };
  if (value.trim() === '') return { field, problem: 'missing' };
  return value.length > most ? { field, problem: 'too-long' } : undefined;
}

function referenceFault(detailInfo: unknown): LineFault | undefined {
  const field = 'detailInfo.partnerReferenceNo';
  const value = valueAt(detailInfo, 'partnerReferenceNo');
  if (detailInfo !== undefined && detailInfo !== null && typeof detailInfo !== 'object')
    return { field: 'detailInfo', problem: 'not-text' };
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return { field, problem: 'not-text' };
  return value.length > 256 ? { field, problem: 'too-long' } : undefined;
}

const HARMLESS: Readonly<Record<string, RegExp>> = {
  'amount.value': /^-?\d{1,12}([.,]\d{1,4})?$/,
  'amount.currency': /^[A-Z]{3}$/,
  transactionDate: /^\d{4}-\d{2}-\d{2}T[\d:.]{1,20}([+-][\d:]{2,5}|Z)?$/,
};

/** What was told is repeated only in the shape of what belongs there: a bank may put a person's number into any field. */
function toFault(field: string, problem: LineProblem, told: string | undefined): LineFault {
  const isHarmless = told !== undefined && HARMLESS[field]?.test(told) === true;
  return { field, problem, ...(isHarmless ? { told } : {}) };
}

function valueAt(raw: unknown, field: string): unknown {
  return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[field] : undefined;
}

function textAt(raw: unknown, field: string): string | undefined {
  const value = valueAt(raw, field);
  return typeof value === 'string' ? value : undefined;
}

/** The order of a line's fields says nothing. */
function digestOf(raw: unknown): string {
  const sorted = JSON.stringify(raw, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256')
    .update(sorted ?? 'undefined')
    .digest('hex')
    .slice(0, 20);
}
