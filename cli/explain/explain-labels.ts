import type { ReopenGround } from '#domain/claim/facts.ts';
import type { ClaimPerson, RelationFound, TreatmentOutcome } from '#domain/claim/parts.ts';
import type { PayoutState } from '#domain/claim/state.ts';
import type { Point } from '#domain/claim/statuses.ts';
import type { DisabilityKind } from '#domain/law/benefit/benefit-input.ts';
import { isPaperId } from '#domain/law/papers/paper-ids.ts';
import { PAPERS } from '#domain/law/papers/table.ts';
import type { TransportMode } from '#domain/law/rules/pack.ts';
import type { RejectionReason, ReturnReason } from '#domain/reason-codes.ts';
import type { RungAudience, RungRequirement } from '#domain/time/clock/ladder-rows.ts';

export const PROGRAMME_LABELS = { jkm: 'JKM (jaminan kematian)', jkk: 'JKK (jaminan kecelakaan kerja)' } as const;

export const POINT_LABELS: Readonly<Record<Point, string>> = {
  event: 'hari kejadian',
  completeness: 'kelengkapan',
  programme: 'program',
  heirs: 'ahli waris',
  injury: 'cedera dan biaya',
  payee: 'penerima',
  amount: 'jumlah',
  rejection: 'penolakan',
};

export const RELATION_LABELS: Readonly<Record<ClaimPerson['relation'], string>> = {
  spouse: 'suami atau istri',
  child: 'anak',
  parent: 'orang tua',
  grandparent: 'kakek atau nenek',
  grandchild: 'cucu',
  sibling: 'saudara kandung',
  parentInLaw: 'mertua',
  willBeneficiary: 'penerima wasiat',
  other: 'pihak lain',
};

export const RELATION_FOUND_LABELS: Readonly<Record<RelationFound['what'], string>> = {
  'same-account': 'rekening penerima yang sama',
};

export const PAYOUT_LABELS: Readonly<Record<PayoutState['state'], string>> = {
  held: 'dihitung, menunggu keputusan dua orang',
  declined: 'tidak dilepas',
  ordered: 'diperintahkan, menunggu bank',
  unknown: 'belum pasti, bank ditanya lagi',
  confirmed: 'terkonfirmasi',
  refused: 'ditolak bank',
  reversed: 'dikembalikan bank',
};

export const TREATMENT_LABELS: Readonly<Record<TreatmentOutcome, string>> = {
  recovered: 'sembuh',
  disabled: 'cacat',
  died: 'meninggal',
};

export const DISABILITY_LABELS: Readonly<Record<DisabilityKind, string>> = {
  partialAnatomical: 'cacat sebagian anatomis',
  partialFunctional: 'cacat sebagian fungsi',
  total: 'cacat total tetap',
};

export const TRANSPORT_LABELS: Readonly<Record<TransportMode, string>> = { land: 'darat', sea: 'laut', air: 'udara' };

export const REOPEN_LABELS: Readonly<Record<ReopenGround, string>> = {
  'payment-reversed': 'pembayaran dikembalikan bank',
  'new-evidence': 'bukti baru',
  'withdrawal-revoked': 'penarikan dicabut',
};

export const REJECTION_LABELS: Readonly<Record<RejectionReason, string>> = {
  'coverage-lapsed': 'kepesertaan sudah gugur',
  'not-a-participant': 'bukan peserta',
  'not-working-at-registration': 'tidak bekerja saat didaftarkan',
  'ill-at-registration': 'sudah sakit saat didaftarkan',
  'not-work-related': 'tidak terkait kerja',
  'right-lapsed': 'hak sudah kedaluwarsa',
  'duplicate-claim': 'klaim ganda',
  'false-paper': 'berkas tidak benar',
};

export const RETURN_LABELS: Readonly<Record<ReturnReason, string>> = {
  calculation: 'perhitungan',
  'heir-proof': 'bukti ahli waris',
  'paper-unreadable': 'berkas tidak terbaca',
  'paper-inconsistent': 'berkas tidak cocok satu sama lain',
  'account-mismatch': 'rekening tidak cocok',
  'triage-doubt': 'penetapan program diragukan',
  other: 'lainnya',
};

export const AUDIENCE_LABELS: Readonly<Record<RungAudience, string>> = {
  holder: 'pemegang klaim',
  supervisor: 'penyelia',
  'branch-head': 'kepala cabang',
  region: 'kantor wilayah',
};

export const REQUIREMENT_LABELS: Readonly<Record<RungRequirement, string>> = {
  acknowledge: 'ditanggapi',
  'give-reason': 'disertai alasan',
  'move-to-front': 'didahulukan',
  'show-late-price': 'disertai harga keterlambatan',
};

/** The label of the checklist; a kind the checklist does not know keeps its id. */
export function paperLabel(kind: string): string {
  return isPaperId(kind) ? PAPERS[kind].label : kind;
}

const CONTROL = /\p{Cc}+/gu;

/** Free text of people on one line: a control character in it could rewrite the reader's terminal. */
export function oneLine(text: string): string {
  return text.replace(CONTROL, ' ').trim();
}
