import { BENEFIT_LABELS, NEED_LABELS, PAYEE_LABELS } from '#cli/calculate/calculate-labels.ts';
import type { Fact, FactType, PointDecision } from '#domain/claim/facts.ts';
import type { Accident, ClaimPaper, Membership } from '#domain/claim/parts.ts';
import { formatDate, formatInstant } from '#domain/format/date.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { amountInWords } from '#domain/format/words.ts';
import type { ExplanationStep } from '#domain/law/rules/explanation.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { Zone } from '#domain/time/calendar/zone.ts';
import { text } from '#locales/text.ts';
import {
  type ClockTelling,
  calendarChanged,
  clockExtended,
  clockPaused,
  clockResumed,
  clockStarted,
  clockStopped,
  compensationUnknown,
  rungReached,
  verdictRevised,
} from './explain-clock-facts.ts';
import { correctionLines } from './explain-event.ts';
import { injuryLines } from './explain-injury.ts';
import * as labels from './explain-labels.ts';
import { findingText, proposalLines, requestedLines } from './explain-proposal.ts';

type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
type Teller<T extends FactType> = (fact: FactOf<T>, clocks: ClockTelling) => readonly string[];

/** What matters of a fact, a line each: counts, verdicts, amounts and ids; never a name, a NIK or an account. Complete by the compiler. */
const TELLERS: { readonly [T in FactType]: Teller<T> } = {
  'claim.registered': registered,
  'claim.report-repeated': ({ reportId, institutionId, branchId, stated, differs }) => [
    `laporan ${reportId} dari ${institutionId}, cabang ${branchId}`,
    ...(stated && differs ? [`menyebut ${stated.kind === 'death' ? 'meninggal' : 'kecelakaan'} ${formatDate(stated.eventOn)}`] : []),
  ],
  'claim.event-corrected': ({ days, was, reason, effect }, { zone }) => correctionLines(days, was, reason, effect, zone),
  'claim.documents-attached': ({ papers }) => [papersLine(papers)],
  'claim.input-turned-away': turnedAway,
  'claim.documents-verified': verified,
  'claim.document-waived': ({ paper, reason }) => requestedLines([{ paper, reason }]),
  'claim.membership-changed': ({ memberships }) => [`kepesertaan: ${membershipsText(memberships)}`],
  'claim.readiness-found': readinessFound,
  'claim.checked': checked,
  'claim.relation-found': ({ relation }) => [`klaim ${relation.claimId}: ${labels.RELATION_FOUND_LABELS[relation.what]}`],
  'claim.treatment-concluded': ({ outcome, on }, { zone }) => [`${labels.TREATMENT_LABELS[outcome]}, ${formatInstant(on, zone)}`],
  'claim.converted-to-death': ({ diedOn, people }) => [`meninggal ${formatDate(diedOn)}; ${people.length} anggota keluarga dinyatakan`],
  'claim.injury-assessed': ({ injury }) => injuryLines(injury),
  'claim.completeness-requested': ({ papers }) => requestedLines(papers),
  'claim.completed': () => [],
  'claim.completeness-revoked': ({ papers, reason }) => [...requestedLines(papers), `alasan: ${labels.oneLine(reason)}`],
  'claim.proposed': ({ proposal }, { zone }) => proposalLines(proposal, zone),
  'claim.cause-triaged': ({ programme, reason }) => [`program ${labels.PROGRAMME_LABELS[programme]}`, `alasan: ${labels.oneLine(reason)}`],
  'claim.heirs-resolved': heirsResolved,
  'claim.payee-confirmed': ({ payeeClass, personId, holderMatch, shared }) => [
    `penerima ${personId} (${PAYEE_LABELS[payeeClass]}); nama pemilik menurut bank ${holderMatch === 'match' ? 'cocok' : 'mirip, dilihat petugas'}`,
    ...(shared ? [`rekening yang sama dipakai klaim ${shared.claims.join(', ')}`] : []),
    ...(shared?.reason === undefined ? [] : [`alasan: ${labels.oneLine(shared.reason)}`]),
  ],
  'claim.recommended': recommended,
  'claim.points-decided': ({ decisions }) => decisions.map(decisionLine),
  'claim.returned': ({ points }) => [`butir: ${points.map((point) => labels.POINT_LABELS[point]).join(', ')}`],
  'claim.approved': ({ total }) => [amountLine(total)],
  'claim.rejected': rejected,
  'claim.lapsed': rejected,
  'claim.withdrawn': ({ reason }) => [`alasan: ${labels.oneLine(reason)}`],
  'claim.appealed': ({ reason }) => [`isi keberatan: ${labels.oneLine(reason)}`],
  'claim.reopened': ({ ground, reason }) => [`${labels.REOPEN_LABELS[ground]}; alasan: ${labels.oneLine(reason)}`],
  'payout.ordered': ordered,
  'payout.unknown': ({ payoutId, issue, why }) => [`${payoutId}, perintah ke-${issue}; sebab: ${labels.oneLine(why)}; tidak dikirim ulang`],
  'payout.confirmed': ({ payoutId, issue, bankReference, paidAt, saidAt, at }, { zone }) => [
    `${payoutId}, perintah ke-${issue}; referensi bank ${bankReference}; dibayar ${formatInstant(paidAt, zone)}, diketahui ${formatInstant(at, zone)}`,
    ...saidLine(saidAt, zone),
  ],
  'payout.paid-at-revised': ({ payoutId, issue, paidAt, was, saidAt }, { zone }) => [
    `${payoutId}, perintah ke-${issue}; dibayar ${formatInstant(paidAt, zone)}, semula tercatat ${formatInstant(was, zone)}`,
    ...saidLine(saidAt, zone),
  ],
  'payout.refused': ({ payoutId, issue, reason }) => [`${payoutId}, perintah ke-${issue}; sebab: ${labels.oneLine(reason)}`],
  'payout.resolved': ({ payoutId, issue, resolution }) => [
    `${payoutId}, perintah ke-${issue}: ${findingText(resolution)}`,
    `dinyatakan ${resolution.maker} dan ${resolution.checker}`,
  ],
  'payout.exempted': ({ payoutId, issue, reason, maker, checker }) => [
    `${payoutId}, perintah ke-${issue}; alasan: ${labels.oneLine(reason)}`,
    `dinyatakan ${maker} dan ${checker}`,
  ],
  'payout.reversed': ({ payoutId, issue, why }) => [`${payoutId}, perintah ke-${issue}; sebab: ${labels.oneLine(why)}`],
  'payout.held': ({ payout, lateDays }) => [
    `${payout.payoutId}: ${formatRupiah(payout.amount)} kepada ${PAYEE_LABELS[payout.payeeClass]}, kompensasi keterlambatan ${lateDays} hari`,
  ],
  'payout.repriced': ({ payout, was, lateDays }) => [
    `${payout.payoutId}: dari ${formatRupiah(was)} menjadi ${formatRupiah(payout.amount)}, kompensasi keterlambatan ${lateDays} hari`,
  ],
  'payout.dropped': ({ payoutId }) => [`${payoutId}: ternyata tidak terlambat`],
  'payout.declined': ({ payoutId, reason }) => [`${payoutId}; alasan: ${labels.oneLine(reason)}`],
  'claim.paid': ({ total }) => [amountLine(total)],
  'claim.compensation-unknown': compensationUnknown,
  'claim.closed': () => [],
  'sla.clock-started': clockStarted,
  'sla.clock-stopped': clockStopped,
  'sla.verdict-revised': verdictRevised,
  'sla.clock-paused': clockPaused,
  'sla.clock-resumed': clockResumed,
  'sla.clock-extended': clockExtended,
  'sla.calendar-changed': calendarChanged,
  'sla.rung-reached': rungReached,
  'sla.escalation-acknowledged': ({ rungKey, reason }) => [`${rungKey}; ${labels.oneLine(reason)}`],
};

export function tellFact(fact: Fact, clocks: ClockTelling): readonly string[] {
  // The journal may be newer than this program, or tampered with: an unknown fact is shown as one, not skipped and not a crash.
  const teller = TELLERS[fact.type] as Teller<FactType> | undefined;
  return teller ? teller(fact as never, clocks) : ['jenis fakta ini tidak dikenal versi program ini'];
}

function turnedAway({ what, why, papers = [], reportId, institutionId }: FactOf<'claim.input-turned-away'>): readonly string[] {
  const from = reportId === undefined ? '' : ` ${reportId} dari ${institutionId ?? '-'}`;
  const reason = why === 'claim-full' ? 'klaim sudah penuh' : 'nomor dokumen dipakai untuk isi lain';
  return [`${TURNED_AWAY[what]}${from} tidak diterima: ${reason}`, ...(papers.length > 0 ? [papersLine(papers)] : [])];
}

const TURNED_AWAY = { papers: 'berkas', report: 'laporan', membership: 'data kepesertaan' } as const;

function registered(fact: FactOf<'claim.registered'>, { zone }: ClockTelling): readonly string[] {
  const { reportId, kind, eventOn, accident, readinessFileId, papers, people, memberships, calendar } = fact;
  return [
    `laporan ${reportId}: ${kind === 'death' ? 'meninggal' : 'kecelakaan'} ${formatDate(eventOn)}`,
    ...(accident === undefined ? [] : [accidentLine(accident, zone)]),
    papersLine(papers),
    `${people.length} anggota keluarga dinyatakan; kepesertaan: ${membershipsText(memberships)}`,
    `berkas kesiapan ${readinessFileId === undefined ? 'tidak ada' : 'ada'}; kalender ${calendar.id} versi ${calendar.version}`,
  ];
}

function readinessFound({ readinessFileId, papers, people, memberships }: FactOf<'claim.readiness-found'>): readonly string[] {
  return [
    `berkas kesiapan ${readinessFileId} datang setelah laporan`,
    papersLine(papers),
    `${people.length} anggota keluarga dinyatakan; kepesertaan: ${membershipsText(memberships)}`,
  ];
}

function accidentLine({ happenedAt, suspected, stageOneAt }: Accident, zone: Zone): string {
  const stageOne = stageOneAt === undefined ? 'laporan tahap I belum ada' : `laporan tahap I ${formatInstant(stageOneAt, zone)}`;
  return `${suspected ? 'dugaan kecelakaan kerja' : 'kecelakaan kerja'}, ${formatInstant(happenedAt, zone)}; ${stageOne}`;
}

function membershipsText(memberships: readonly Membership[]): string {
  return memberships.map(membershipText).join('; ') || 'belum diketahui';
}

function membershipText({ segment, paidMonths, memberSince }: Membership): string {
  return `${segment} sejak ${formatDate(memberSince)}, ${paidMonths.length} bulan dibayar`;
}

function checked({ checks }: FactOf<'claim.checked'>): readonly string[] {
  return checks.map(({ check, result, proposes }) => {
    const proposal = proposes === undefined ? '' : `; usul: ${labels.REJECTION_LABELS[proposes]}`;
    return `${text(`check.${check}`)}: ${text(`verdict.${result}`)}${proposal}`;
  });
}

function papersLine(papers: readonly ClaimPaper[]): string {
  if (papers.length === 0) return 'tanpa berkas';
  return `${papers.length} berkas: ${papers.map(({ paper }) => labels.paperLabel(paper)).join(', ')}`;
}

function verified({ verdicts }: FactOf<'claim.documents-verified'>): readonly string[] {
  const refused = verdicts.flatMap((verdict) => (verdict.verdict === 'refused' ? [verdict] : []));
  return [
    `${verdicts.length - refused.length} berkas baik, ${refused.length} ditolak`,
    ...refused.map(({ documentId, reason }) => `${documentId} ditolak: ${labels.oneLine(reason)}`),
  ];
}

function heirsResolved({ people, outcome }: FactOf<'claim.heirs-resolved'>): readonly string[] {
  const relation = new Map(people.map((person) => [person.id, labels.RELATION_LABELS[person.relation]]));
  const named = (id: string): string => `${id}${relation.has(id) ? ` (${relation.get(id)})` : ''}`;
  const needs = outcome.needs.map((need) => NEED_LABELS[need as keyof typeof NEED_LABELS] ?? need);
  return [
    `golongan ${outcome.class}; ahli waris: ${outcome.heirs.map(named).join(', ') || 'tidak ada'}`,
    `penerima: ${outcome.payee === null ? 'belum dapat ditentukan' : named(outcome.payee)}, sebagai ${PAYEE_LABELS[outcome.payeeClass]}`,
    ...(needs.length > 0 ? [`masih diperlukan: ${needs.join(', ')}`] : []),
  ];
}

function recommended(fact: FactOf<'claim.recommended'>): readonly string[] {
  if (fact.outcome === 'reject') return [`usul tolak: ${labels.REJECTION_LABELS[fact.reason]}`, labels.oneLine(fact.text)];
  return [
    ...fact.lines.map(
      ({ benefit, amount, payeeClass }) => `${BENEFIT_LABELS[benefit]} ${formatRupiah(amount)} kepada ${PAYEE_LABELS[payeeClass]}`,
    ),
    `usul bayar, ${amountLine(fact.total)}`,
    `menurut ${fact.pack}:`,
    ...fact.explanation.map(stepLine),
  ];
}

function rejected({ reason, text: letter }: FactOf<'claim.rejected' | 'claim.lapsed'>): readonly string[] {
  return [`alasan: ${labels.REJECTION_LABELS[reason]}`, labels.oneLine(letter)];
}

function stepLine({ step, amount, date, source }: ExplanationStep): string {
  const figures = [...(amount === undefined ? [] : [formatRupiah(amount)]), ...(date === undefined ? [] : [formatDate(date)])];
  return `· ${[step, ...figures].join(' · ')} (${source})`;
}

function decisionLine(decision: PointDecision): string {
  const label = labels.POINT_LABELS[decision.point];
  if (decision.verdict === 'approve') return `${label}: disetujui`;
  const words = decision.text === undefined ? '' : `, ${labels.oneLine(decision.text)}`;
  return `${label}: dikembalikan (${labels.RETURN_LABELS[decision.reason]}${words})`;
}

function ordered({ payout }: FactOf<'payout.ordered'>): readonly string[] {
  return [
    `${payout.payoutId}, perintah ke-${payout.issue}: ${formatRupiah(payout.amount)} kepada ${payout.personId} (${PAYEE_LABELS[payout.payeeClass]})`,
    `rekening dikonfirmasi ${payout.maker}, disetujui ${payout.checker}`,
  ];
}

/** A clock of the bank that cannot be right is noted and not believed. */
function saidLine(saidAt: Instant | undefined, zone: Zone): readonly string[] {
  return saidAt === undefined ? [] : [`menurut jam bank ${formatInstant(saidAt, zone)}, di luar waktu kirim dan waktu diketahui`];
}

function amountLine(amount: number): string {
  return `jumlah ${formatRupiah(amount)} (${amountInWords(amount)})`;
}
