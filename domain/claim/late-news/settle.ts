import { type ClaimStatus, isFinal } from '#domain/claim/statuses.ts';
import { refuseSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { isSettled, type LateNews, type LateStep, lateKindOf } from './late-news.ts';

const RULE = 'design.md section 3; ADR 21: late news is settled by people';

export type LateWish = Omit<LateStep, 'step'>;

/** The step a wish becomes, or why it has no place; `status` is how the claim stands now. */
export function settleLateNews(late: LateNews, wish: LateWish, status: ClaimStatus): LateStep | Refusal {
  if (wish.reason.trim() === '') return refuse('invalid-command', 'Tulis alasan keputusan ini.', 'reason');
  if (isSettled(late)) return refuse('not-allowed-in-status', 'Kabar ini sudah diselesaikan. Muat ulang daftarnya.', RULE);
  switch (wish.outcome) {
    case 'new-claim':
      return newClaim(late, wish, status);
    case 'reopened':
      return isFinal(status)
        ? refuse('not-allowed-in-status', 'Klaimnya belum dibuka kembali. Buka dahulu klaim itu, lalu catat di sini.', RULE)
        : { ...wish, step: 'settled' };
    case 'no-action':
      return noAction(late, wish, status);
  }
}

/** The press of a button, sent again: it was accepted then and stays so. */
export function isRepeatedStep({ steps = [] }: LateNews, { actor, commandId, outcome, reason }: LateWish): boolean {
  return steps.some(
    (done) => done.actor.id === actor.id && done.commandId === commandId && done.outcome === outcome && done.reason === reason,
  );
}

/** Only a withdrawn claim leaves its place: any other end is an answer, and is contested by appeal or reopened with new evidence. */
function newClaim(late: LateNews, wish: LateWish, status: ClaimStatus): LateStep | Refusal {
  if (lateKindOf(late, status) !== 'report-after-withdrawal' || status !== 'withdrawn') {
    return refuse(
      'not-allowed-in-status',
      'Klaim baru hanya untuk laporan sesudah klaim ditarik. Yang masih bisa: buka kembali klaim itu.',
      RULE,
    );
  }
  if (late.registration === undefined) {
    return refuse(
      'invalid-command',
      'Isi laporan ini tidak tersimpan. Minta lembaga mengirim laporannya lagi dengan nomor laporan baru.',
      RULE,
    );
  }
  return { ...wish, step: 'settled' };
}

/** A report left aside may be a family left unpaid: two people say so. Papers are seen by one. */
function noAction(late: LateNews, wish: LateWish, status: ClaimStatus): LateStep | Refusal {
  if (lateKindOf(late, status) === 'papers-after-end') return { ...wish, step: 'settled' };
  const first = late.steps?.at(-1);
  if (first?.step !== 'proposed') return { ...wish, step: 'proposed' };
  return refuseSamePerson(first.actor, wish.actor, RULE) ?? { ...wish, step: 'settled' };
}
