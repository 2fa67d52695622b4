import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import type { CommandType } from './commands.ts';
import type { Fact } from './facts.ts';
import type { ClaimPaper } from './parts.ts';
import type { ClaimState } from './state.ts';

/**
 * No amount of input kills a claim. Temporal takes no message over 2 MiB, and a claim that has grown beyond it can neither record nor go on
 * as new: so what people and partners may add ends long before, with a sentence, and what only we add has room above it.
 */

/** All of a readiness file and of a report fit. */
export const MOST_PAPERS = 400;
export const MOST_REPORTS = 50;
export const MOST_MEMBERSHIPS = 24;
/** More than anybody looks at; the checks themselves count them all. */
export const MOST_RELATIONS = 50;
/** A hundred years. */
export const MOST_PAID_MONTHS = 1_200;
/** Of the whole state as JSON: above the first nothing is added by people or partners, above the second nothing is decided either. */
export const MOST_INPUT_BYTES = 512 * 1_024;
export const MOST_DECIDED_BYTES = 640 * 1_024;
/** Facts of one record; more go out in several. */
export const MOST_RECORD_BYTES = 512 * 1_024;

const BOUNDS = 'design.md section 9: a claim has bounds';
const FIRST_DAY = '1900-01-01';
const DAY_MS = 86_400_000;

/** What a claim must still be able to hear when it is full. */
const DECISIONS: readonly CommandType[] = [
  'declareComplete',
  'recommend',
  'decidePoints',
  'releasePayout',
  'resolveUnknownPayout',
  'exemptPayout',
  'withdraw',
  'appeal',
  'reopen',
  'acknowledgeEscalation',
];

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** UTF-8 bytes of the value as JSON. */
export function bytesOf(value: unknown): number {
  const text = JSON.stringify(value) ?? '';
  if (!BEYOND_ASCII.test(text)) return text.length;
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** Undefined while the claim as it would be after the command still has room. */
export function refuseTooLarge(before: ClaimState, after: ClaimState, type: CommandType): Refusal | undefined {
  const most = DECISIONS.includes(type) ? MOST_DECIDED_BYTES : MOST_INPUT_BYTES;
  const size = bytesOf(after);
  return size <= most || size <= bytesOf(before) ? undefined : full('Isi klaim ini sudah terlalu banyak.');
}

export function refuseTooManyPapers(claim: Pick<ClaimState, 'papers'>, fresh: number): Refusal | undefined {
  if (claim.papers.length + fresh <= MOST_PAPERS) return undefined;
  return full(`Klaim ini memuat paling banyak ${MOST_PAPERS} berkas; sudah ada ${claim.papers.length}.`);
}

export function refuseTooManyReports({ reportIds }: Pick<ClaimState, 'reportIds'>): Refusal | undefined {
  return reportIds.length < MOST_REPORTS ? undefined : full(`Klaim ini memuat paling banyak ${MOST_REPORTS} laporan.`);
}

function full(what: string): Refusal {
  return refuse(
    'claim-full',
    `${what} Ringkas keterangan atau gabungkan berkas, dan hubungi petugas bila masih ada yang harus ditambahkan.`,
    BOUNDS,
  );
}

/** A paper is issued before it is handed in; a day is given for zones. */
export function refuseImpossibleDay(papers: readonly ClaimPaper[], at: Instant, { zone }: Pick<CalendarPack, 'zone'>): Refusal | undefined {
  const last = toLocal(at + DAY_MS, zone).day;
  const isSane = ({ obtainedOn }: ClaimPaper): boolean => obtainedOn >= FIRST_DAY && obtainedOn <= last;
  if (papers.every(isSane)) return undefined;
  return refuse(
    'invalid-command',
    'Tanggal terbit berkas tidak mungkin: periksa tahunnya, dan jangan tulis tanggal yang akan datang.',
    'obtainedOn',
  );
}

export type Sorted = { readonly fresh: readonly ClaimPaper[]; readonly reused: readonly ClaimPaper[] };

/** `reused`: the same document id with another content. The same document again is neither. */
export function sortPapers({ papers: kept }: Pick<ClaimState, 'papers'>, papers: readonly ClaimPaper[]): Sorted {
  const known = new Map<string, ClaimPaper>(kept.map((one) => [one.documentId, one]));
  const fresh: ClaimPaper[] = [];
  const reused: ClaimPaper[] = [];
  for (const paper of papers) {
    const before = known.get(paper.documentId);
    if (!before) {
      known.set(paper.documentId, paper);
      fresh.push(paper);
    } else if (!isSame(before, paper)) reused.push(paper);
  }
  return { fresh, reused };
}

export function refuseReusedDocument({ reused }: Sorted): Refusal | undefined {
  if (reused.length === 0) return undefined;
  const text = 'Nomor dokumen ini sudah dipakai untuk berkas lain pada klaim ini. Kirim berkasnya dengan nomor dokumen baru.';
  return refuse('document-id-reused', text, 'documentId');
}

function isSame(one: ClaimPaper, other: ClaimPaper): boolean {
  return one.sha256 === other.sha256 && one.paper === other.paper && one.obtainedOn === other.obtainedOn;
}

/** In order, each small enough to be one message. */
export function batchesOf(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const batches: Fact[][] = [];
  let room = 0;
  for (const fact of facts) {
    const size = bytesOf(fact);
    if (size > room || batches.length === 0) {
      batches.push([]);
      room = MOST_RECORD_BYTES;
    }
    batches.at(-1)?.push(fact);
    room -= size;
  }
  return batches;
}
