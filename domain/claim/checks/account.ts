import type { DeceasedSign } from '#domain/money/payout/deceased-account.ts';
import type { HolderVerdict } from '#domain/money/payout/holder-name.ts';
import type { PartnerSign } from '#domain/money/payout/partner-account.ts';
import type { CheckResult } from './checks.ts';
import type { PayeeEvidence } from './collected.ts';
import { asks, BANK, CLAIM_FILE, conclude, type Finding, fails, passes } from './findings.ts';

const VERDICT_TERMS: Readonly<Record<HolderVerdict, string>> = { match: 'sama', ask: 'mirip', differs: 'nama lain' };

/** Whose account is it? By the bank's own word on every payee known so far. */
export function checkAccount(payees: readonly PayeeEvidence[]): CheckResult {
  if (payees.length === 0) return conclude('account', [asks({ what: 'Rekening penerima', found: 'belum ada', source: CLAIM_FILE })]);
  return conclude(
    'account',
    payees.flatMap((payee) => [...ownership(payee), ...deceased(payee), holder(payee)]),
  );
}

const PARTNER_TERMS: Readonly<Record<PartnerSign, string>> = {
  account: 'milik lembaga mitra',
  person: 'penerimanya pegawai lembaga mitra',
};

function ownership({ personId, ownedByPartner, ofPartner = 'account' }: PayeeEvidence): readonly Finding[] {
  if (!ownedByPartner) return [];
  return [fails({ what: `Rekening untuk ${personId}`, found: PARTNER_TERMS[ofPartner], source: 'design.md section 12, invariant 2' })];
}

const DECEASED_TERMS: Readonly<Record<DeceasedSign, string>> = {
  name: 'atas nama peserta yang meninggal',
  number: 'terdaftar sebagai rekening peserta yang meninggal',
};

function deceased({ personId, ofDeceased }: PayeeEvidence): readonly Finding[] {
  if (!ofDeceased) return [];
  return [fails({ what: `Rekening untuk ${personId}`, found: DECEASED_TERMS[ofDeceased], expected: 'milik penerima', source: BANK })];
}

function holder({ personId, holder: answer }: PayeeEvidence): Finding {
  const what = `Nama pemilik rekening untuk ${personId}`;
  switch (answer.state) {
    case 'refused':
      return fails({ what, found: `bank menolak: ${answer.reason}`, source: BANK });
    case 'unknown':
      return asks({ what, found: `bank belum menjawab: ${answer.why}`, source: BANK });
    case 'judged': {
      const evidence = { what, found: VERDICT_TERMS[answer.verdict], expected: VERDICT_TERMS.match, source: BANK };
      if (answer.verdict === 'match') return passes(evidence);
      return answer.verdict === 'ask' ? asks(evidence) : fails(evidence);
    }
  }
}
