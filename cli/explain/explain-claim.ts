import type { ClaimDocument } from '#adapters/mongo/claims.model.ts';
import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import { CLOCK_STANDING_LABELS, CLOCK_STATE_LABELS, PAYEE_LABELS } from '#cli/calculate/calculate-labels.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { formatClockTime, formatDate, formatInstant, formatWeekdayDate } from '#domain/format/date.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { amountInWords } from '#domain/format/words.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import type { Rupiah } from '#domain/money/money.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { toLocal, type Zone } from '#domain/time/calendar/zone.ts';
import { explainDeadline, formatExplanation } from '#domain/time/clock/explain.ts';
import { packFor } from '#domain/time/clock/judged-by.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import { isTextId, text } from '#locales/text.ts';
import { viewOf } from './explain-clock-facts.ts';
import { tellFact } from './explain-facts.ts';
import { PAYOUT_LABELS, PROGRAMME_LABELS } from './explain-labels.ts';
import { foldStepwise, prove } from './explain-proof.ts';

/** Everything on record about one claim, as read at `asOf`. */
export type ClaimRecord = {
  readonly claimId: ClaimId;
  readonly entries: readonly JournalEntry[];
  readonly document?: ClaimDocument;
  readonly calendar?: CalendarPack;
  /** Calendars that clocks which have stopped were judged by. */
  readonly earlier?: readonly CalendarPack[];
  readonly asOf: Instant;
};

export type Explained = { readonly lines: readonly string[]; readonly isSound: boolean };

/** Where a claim names no calendar we have. */
export const DEFAULT_ZONE: Zone = 'Asia/Makassar';

/** The claim as a story for people: what it is, what happened, until when, and whether the record can be believed. */
export function explainClaim(record: ClaimRecord): Explained {
  const { claimId, entries, document, calendar } = record;
  const zone = calendar?.zone ?? DEFAULT_ZONE;
  const folding = foldStepwise(claimId, entries);
  const claim = folding.states.at(-1) ?? document?.state;
  const proof = prove(entries, folding, document);
  const lines = [
    ...(claim ? header(claim, zone) : [`Klaim ${claimId}`]),
    '',
    `Cerita: ${entries.length} fakta, yang lama lebih dahulu`,
    ...story(record, folding.states, zone),
    ...(claim ? deadlines(claim, record) : []),
    '',
    'Pembuktian',
    ...proof.lines.map(indent),
  ];
  return { lines, isSound: proof.isSound };
}

function header(claim: ClaimState, zone: Zone): string[] {
  const { programme, recommendation } = claim;
  const total = recommendation?.outcome === 'pay' ? `${formatRupiah(recommendation.total)} (${amountInWords(recommendation.total)})` : '-';
  const rows: readonly (readonly [string, string])[] = [
    ['Status', text(`status.${claim.status}`)],
    ['Program', programme === undefined ? 'belum ditetapkan' : PROGRAMME_LABELS[programme]],
    [claim.kind === 'death' && claim.diedOn === undefined ? 'Meninggal' : 'Kecelakaan', formatDate(claim.eventOn)],
    ...(claim.diedOn === undefined ? [] : [['Meninggal', formatDate(claim.diedOn)] as const]),
    ['Dilaporkan', formatInstant(claim.reportedAt, zone)],
    ['Berubah terakhir', formatInstant(claim.updatedAt, zone)],
    ['Lembaga mitra', `${claim.institutionId}, cabang ${claim.branchId}`],
    ...(claim.parties ?? []).map(
      ({ institutionId, branchId, reports, keepsFile }) =>
        [
          'Lembaga lain',
          `${institutionId}, cabang ${branchId}${reports.length > 0 ? '; melapor' : ''}${keepsFile ? '; pemegang berkas' : ''}`,
        ] as const,
    ),
    ['Santunan', total],
    ...claim.payouts.map((payout) => ['Pembayaran', payoutText(payout, zone)] as const),
  ];
  return [`Klaim ${claim.claimId}`, ...rows.map(([name, value]) => `  ${name.padEnd(18)}${value}`)];
}

function payoutText(payout: ClaimState['payouts'][number], zone: Zone): string {
  const { state, amount, personId, payeeClass, lateDays, bankReference, settledAt } = payout;
  const payee = personId === undefined ? PAYEE_LABELS[payeeClass] : `${personId} (${PAYEE_LABELS[payeeClass]})`;
  const parts = [
    `${formatRupiah(amount)} kepada ${payee}: ${PAYOUT_LABELS[state]}`,
    ...(lateDays === undefined ? [] : [`kompensasi keterlambatan ${lateDays} hari`]),
    ...(bankReference === undefined ? [] : [`referensi bank ${bankReference}`]),
    ...(settledAt === undefined ? [] : [formatInstant(settledAt, zone)]),
  ];
  return parts.join(', ');
}

/** What is on record from a number on, told as in the whole story. */
export function tellSince(record: ClaimRecord, fromSeq: number): readonly string[] {
  return story(record, foldStepwise(record.claimId, record.entries).states, record.calendar?.zone ?? DEFAULT_ZONE, fromSeq);
}

function story({ entries, calendar }: ClaimRecord, states: readonly ClaimState[], zone: Zone, fromSeq = 1): string[] {
  const width = String(entries.length).length;
  let day = '';
  return entries.flatMap(({ seq, fact }, index) => {
    if (seq < fromSeq) return [];
    const today = formatWeekdayDate(toLocal(fact.at, zone).day);
    const heading = today === day ? [] : ['', today];
    day = today;
    const telling = { zone, clocks: states[index]?.clocks ?? [], ...(calendar === undefined ? {} : { calendar }) };
    const title = `${String(seq).padStart(width)}. ${formatClockTime(fact.at, zone)}  ${factName(fact)} · ${whoDid(fact)}`;
    return [...heading, indent(title), ...tellFact(fact, telling).map((line) => `${' '.repeat(width + 16)}${line}`)];
  });
}

function factName({ type }: Fact): string {
  const textId = `fact.${type}`;
  return isTextId(textId) ? text(textId) : type;
}

function whoDid({ actor }: Fact): string {
  const role = text(`role.${actor.role}`);
  if (actor.role === 'system') return role;
  const place = [actor.institution, actor.branch].filter((part) => part !== undefined).join(', ');
  return `${role} ${actor.id}${place === '' ? '' : ` (${place})`}`;
}

function deadlines(claim: ClaimState, { calendar, earlier = [], asOf }: ClaimRecord): string[] {
  const base = claim.recommendation?.outcome === 'pay' ? claim.recommendation.total : undefined;
  const blocks = claim.clocks.flatMap((ledger) => {
    // The law prices lateness of payment, and of nothing else.
    const priced = ledger.clock === 'jkm-legal' || ledger.clock === 'jkk-legal' ? base : undefined;
    return ['', ...clockBlock(ledger, calendar && packFor(ledger, calendar, earlier), asOf, priced).map(indent)];
  });
  return ['', 'Batas waktu', ...(blocks.length === 0 ? [indent('belum ada yang mulai')] : blocks)];
}

function clockBlock(ledger: ClockLedger, calendar: CalendarPack | undefined, asOf: Instant, base: Rupiah | undefined): string[] {
  const view = viewOf(ledger, calendar, asOf);
  if (typeof view === 'string' || !calendar) return [`${ledger.clock}: ${String(view)}`];
  const [heading = '', ...rows] = formatExplanation(explainDeadline(ledger, calendar, asOf, withSwitches(), base));
  const state = `${CLOCK_STATE_LABELS[view.state]}, ${CLOCK_STANDING_LABELS[view.standing]}`;
  const generation = ledger.generation > 1 ? ` · putaran ke-${ledger.generation}` : '';
  return [`${heading}${generation}`, `[${state}] batas waktu ${formatInstant(view.dueAt, calendar.zone)}`, ...rows.map(indent)];
}

function indent(line: string): string {
  return `  ${line}`;
}
