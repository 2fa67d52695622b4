import type { CommandOf } from '#domain/claim/commands.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import { canBePaid, NO_PARTNER, payableClasses, refuseSubmitter } from '#domain/claim/payees.ts';
import { hasLivePayout } from '#domain/claim/payout-lines.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { PAYEE_TERMS } from '#domain/claim/terms.ts';
import type { DeceasedSign } from '#domain/money/payout/deceased-account.ts';
import type { PartnerSign } from '#domain/money/payout/partner-account.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

const HEIRS_RULE = 'PP 44/2015 art. 40';
const ACCOUNT_RULE = 'design.md section 5';

const DECEASED_TEXTS: Readonly<Record<DeceasedSign, string>> = {
  name: 'Menurut bank, rekening ini atas nama peserta yang meninggal. Pakai rekening atas nama penerima sendiri.',
  number: 'Rekening ini terdaftar sebagai rekening peserta yang meninggal. Pakai rekening atas nama penerima sendiri.',
};

const PARTNER_TEXTS: Readonly<Record<PartnerSign, string>> = {
  account: 'Rekening ini milik lembaga mitra. Pakai rekening atas nama penerima sendiri.',
  person: 'Penerima ini terdaftar sebagai pegawai lembaga mitra. Periksa siapa ahli warisnya, dan tanyakan kepada penyelia.',
};

export function confirmPayeeAccount(claim: ClaimState, command: CommandOf<'confirmPayeeAccount'>): FactBody[] | Refusal {
  const { payeeClass, personId, accountRef, inquiry } = command;
  if (claim.kind === 'death' && !claim.heirs) return refuse('point-open', 'Tetapkan ahli waris terlebih dahulu.', HEIRS_RULE);
  if (inquiry.ownedByPartner) {
    return refuse('payee-is-partner', PARTNER_TEXTS[inquiry.ofPartner ?? 'account'], NO_PARTNER);
  }
  if (claim.kind === 'death' && inquiry.ofDeceased) return refuse('point-open', DECEASED_TEXTS[inquiry.ofDeceased], ACCOUNT_RULE);
  const submitter = refuseSubmitter(claim, personId);
  if (submitter) return submitter;
  if (!payableClasses(claim).includes(payeeClass)) {
    return refuse('invalid-command', `Klaim ini tidak membayar ${PAYEE_TERMS[payeeClass]}.`, 'payeeClass');
  }
  if (!canBePaid(claim, payeeClass, personId)) {
    return refuse('point-open', 'Penerima harus orang yang ditetapkan pada klaim ini: ahli waris, atau peserta sendiri.', HEIRS_RULE);
  }
  // Where the account was lost beside a payment that stands (a compensation refused later), another one is needed.
  const standing = claim.payees[payeeClass];
  if (hasLivePayout(claim, payeeClass) && standing && standing.accountRef !== accountRef) {
    const text = `Pembayaran kepada ${PAYEE_TERMS[payeeClass]} sudah atau sedang berjalan; rekeningnya tidak dapat diganti.`;
    return refuse('already-paid', text, ACCOUNT_RULE);
  }
  if (inquiry.holder === 'differs') {
    const text = 'Nama pemilik rekening menurut bank berbeda dari nama penerima. Periksa rekeningnya.';
    return refuse('point-open', text, ACCOUNT_RULE);
  }
  const shared = inquiry.shared === undefined ? {} : { shared: inquiry.shared };
  return [{ type: 'claim.payee-confirmed', payeeClass, personId, accountRef, holderMatch: inquiry.holder, ...shared }];
}
