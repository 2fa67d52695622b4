import { type Refusal, refuse } from '../../refusal.ts';
import type { CommandOf } from '../commands.ts';
import type { FactBody } from '../facts.ts';
import type { ClaimState } from '../state.ts';

const ACCOUNT_RULE = 'design.md section 12, invariant 2';

export function confirmPayeeAccount(claim: ClaimState, command: CommandOf<'confirmPayeeAccount'>): FactBody[] | Refusal {
  const { payeeClass, personId, accountRef, inquiry } = command;
  if (!claim.heirs) return refuse('point-open', 'Tetapkan ahli waris terlebih dahulu.', 'PP 44/2015 art. 40');
  if (inquiry.ownedByPartner) {
    return refuse('payee-is-partner', 'Rekening ini milik lembaga mitra. Pakai rekening atas nama penerima sendiri.', ACCOUNT_RULE);
  }
  if (payeeClass === claim.heirs.payeeClass && personId !== claim.heirs.payee) {
    return refuse('point-open', 'Penerima harus orang yang ditetapkan pada penetapan ahli waris.', 'PP 44/2015 art. 40');
  }
  if (inquiry.holder === 'differs') {
    return refuse(
      'point-open',
      'Nama pemilik rekening menurut bank berbeda dari nama penerima. Periksa rekeningnya.',
      'design.md section 5',
    );
  }
  return [{ type: 'claim.payee-confirmed', payeeClass, personId, accountRef, holderMatch: inquiry.holder }];
}
