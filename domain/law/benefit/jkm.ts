import { formatRupiah } from '#domain/format/rupiah.ts';
import type { Membership } from '#domain/law/coverage/coverage-types.ts';
import type { JkmRules } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { type Rupiah, rupiah } from '#domain/money/money.ts';
import { countedMemberships, type DoubtfulEmployers, type EmployerReading, monthsNeeded } from './jkm-memberships.ts';
import { addLine, note, type Payees, type Sheet } from './lines.ts';

/** JKM of one death. Returns the memberships it is paid for. */
export function addJkm(
  sheet: Sheet,
  payable: readonly Membership[],
  rules: JkmRules,
  payees: Payees,
  switches: Switches,
  employers: EmployerReading = 'folded',
): readonly Membership[] {
  const { counted, full, doubtful } = countedMemberships(payable, rules.threeMonthRule, switches, employers);
  explainTest(sheet, counted, full, rules, switches);
  for (const pair of doubtful) note(sheet, doubtText(pair, rules), rules.lump);
  if (full) addFull(sheet, counted.length, rules, payees);
  else if (rules.threeMonthRule) addReduced(sheet, rules.threeMonthRule, payees, switches);
  return counted;
}

function addFull(sheet: Sheet, times: number, { lump, periodic, funeral }: JkmRules, payees: Payees): void {
  const suffix = times > 1 ? ` × ${times} kepesertaan` : '';
  addLine(
    sheet,
    { benefit: 'jkm.lump', amount: multiply(lump.amount, times), payeeClass: payees.cash },
    `Santunan sekaligus${suffix}`,
    lump,
  );
  addLine(
    sheet,
    { benefit: 'jkm.periodic', amount: multiply(periodic.amount, times), payeeClass: payees.cash },
    `Santunan berkala 24 bulan, dibayar sekaligus${suffix}`,
    periodic,
  );
  addLine(sheet, { benefit: 'jkm.funeral', amount: funeral.amount, payeeClass: payees.funeral }, 'Biaya pemakaman, satu kali', funeral);
}

/** The total is the same under both labels; who is paid without an heir is not, because funeral money goes to its arranger. */
function addReduced(sheet: Sheet, rule: NonNullable<JkmRules['threeMonthRule']>, payees: Payees, switches: Switches): void {
  if (switches['jkm.reducedLabel'] === 'funeral10') {
    const line = { benefit: 'jkm.reduced', amount: rule.reduced.amount, payeeClass: payees.funeral } as const;
    addLine(sheet, line, 'Manfaat di bawah tiga bulan, sebagai biaya pemakaman', rule.reduced);
    return;
  }
  const lump = { benefit: 'jkm.lump', amount: rule.asLump.amount, payeeClass: payees.cash } as const;
  addLine(sheet, lump, 'Manfaat di bawah tiga bulan: santunan', rule.asLump);
  const funeral = { benefit: 'jkm.funeral', amount: rule.asFuneral.amount, payeeClass: payees.funeral } as const;
  addLine(sheet, funeral, 'Manfaat di bawah tiga bulan: biaya pemakaman', rule.asFuneral);
}

/** Never a silent second benefit, and never a silent refusal of one. */
function doubtText({ one, other }: DoubtfulEmployers, { lump, periodic }: JkmRules): string {
  const worth = formatRupiah(rupiah(lump.amount + periodic.amount));
  if (one.trim() === '' || other.trim() === '') {
    const named = one.trim() === '' ? other : one;
    return `Pemberi kerja satu kepesertaan tidak disebut, di samping "${named}": pastikan keduanya berbeda; bila sama, berkurang ${worth}`;
  }
  return `Pemberi kerja "${one}" dan "${other}" mirip: dihitung satu sampai dipastikan; bila berbeda, bertambah ${worth}`;
}

function explainTest(sheet: Sheet, counted: readonly Membership[], full: boolean, rules: JkmRules, switches: Switches): void {
  const rule = rules.threeMonthRule;
  if (!rule) {
    note(sheet, 'Satu hari kepesertaan cukup untuk manfaat penuh', rules.lump);
    return;
  }
  const needed = monthsNeeded(rule.months, switches);
  for (const { segment, membershipMonths, contributionMonths } of counted) {
    const verdict = full ? 'manfaat penuh' : 'manfaat berkurang';
    const test = `Uji tiga bulan ${segment}: kepesertaan ${membershipMonths}, iuran ${contributionMonths}, batas ${needed} bulan`;
    note(sheet, `${test}: ${verdict}`, rule);
  }
}

function multiply(amount: Rupiah, times: number): Rupiah {
  return rupiah(amount * times);
}
