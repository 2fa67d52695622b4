import type { PayoutOrdered } from '#domain/claim/facts.ts';
import type { Rupiah } from '#domain/money/money.ts';
import { sharingAllowed } from '#domain/money/payout/account-use.ts';
import { payoutId } from '#domain/money/payout/payout-id.ts';
import { isSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { EntitlementCommand } from '#domain/scholarship/entitlement/commands.ts';
import { type EntitlementContext, todayOf } from '#domain/scholarship/entitlement/context.ts';
import type { EntitlementFactBody } from '#domain/scholarship/entitlement/facts.ts';
import { judgeYear } from '#domain/scholarship/entitlement/judge.ts';
import type { ScholarshipPayee } from '#domain/scholarship/entitlement/parts.ts';
import { type Entitlement, lineOf, type YearLine } from '#domain/scholarship/entitlement/state.ts';

const FOUR_EYES = 'design.md section 5: four eyes';

type Release = Extract<EntitlementCommand, { type: 'releaseYear' }>;

/** The second person sends a verified year to the bank; one the bank refused or gave back too, seen again, under another issue. */
export function releaseYear(one: Entitlement, command: Release, context: EntitlementContext): EntitlementFactBody | Refusal {
  const { schoolYear, actor } = command;
  const line = lineOf(one, schoolYear);
  if (line?.state === 'refused') {
    const text =
      'Pembayaran yang ditolak atau dikembalikan bank diperiksa lagi oleh petugas, bukti dan rekeningnya, lalu dilepas orang kedua.';
    return refuse('point-open', text, FOUR_EYES);
  }
  if (line?.state !== 'verified') {
    return refuse('not-allowed-in-status', 'Tahun ajaran ini tidak menunggu keputusan orang kedua.', FOUR_EYES);
  }
  const { level, verifiedBy, amount } = line;
  if (level === undefined || verifiedBy === undefined || amount === undefined) throw new Error(`${one.id} ${schoolYear}: not verified`);
  if (isSamePerson(verifiedBy.id, actor.id))
    return refuse('maker-is-checker', 'Anda yang memeriksa buktinya. Orang kedua memutuskan.', FOUR_EYES);
  if (command.verdict === 'return') return { type: 'year.returned', schoolYear, reason: command.reason };
  const judged = judgeYear(one, schoolYear, level, todayOf(context), context.changes);
  if (judged.reason) return { type: 'year.not-due', schoolYear, reason: judged.reason };
  if (judged.amount !== amount) {
    return refuse('point-open', 'Jumlahnya berubah sejak diperiksa. Kembalikan agar diperiksa lagi.', 'rules.md section 4');
  }
  if (!one.payee) return refuse('point-open', 'Belum ada rekening anak atau wali yang disahkan dua orang.', FOUR_EYES);
  const payout = orderOf(one, line, one.payee, { amount, maker: verifiedBy.id, checker: actor.id });
  return { type: 'year.ordered', schoolYear, payout };
}

type Terms = { readonly amount: Rupiah; readonly maker: string; readonly checker: string };

/** The id is the year's for ever; what the bank refused for good begins again as another issue of it. */
function orderOf(one: Entitlement, line: YearLine, { guardianId, accountRef, shared }: ScholarshipPayee, terms: Terms): PayoutOrdered {
  return {
    payoutId: payoutId(one.id, 1, 'scholarship', String(line.schoolYear), 'heirs'),
    issue: (line.payout?.issue ?? 0) + 1,
    programme: one.programme,
    payeeClass: 'heirs',
    personId: guardianId,
    accountRef,
    lines: [{ benefit: 'scholarship', amount: terms.amount }],
    ...terms,
    ...sharingAllowed(shared),
  };
}
