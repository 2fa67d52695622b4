import { type JkkRules, TRANSPORT_MODES, type TransportMode } from '#domain/law/rules/pack.ts';
import { fractionOf, type Rupiah, rupiah } from '#domain/money/money.ts';
import type { BenefitInput, Disability } from './benefit-input.ts';
import { invalid } from './check-input.ts';
import { addLine, note, type Payees, type Sheet } from './lines.ts';
import { addStmb } from './stmb.ts';

const WHOLE = 10_000;
const MODE_NAMES: Record<TransportMode, string> = { land: 'darat, sungai atau danau', sea: 'laut', air: 'udara' };

/** JKK of one death or accident; nothing of it depends on how many memberships there are. */
export function addJkk(sheet: Sheet, input: BenefitInput, rules: JkkRules, payees: Payees): void {
  if (input.event === 'death') addDeath(sheet, wageOf(input), rules, payees);
  if (input.disability) addDisability(sheet, input.disability, wageOf(input), rules, payees);
  if (input.stmbDays !== undefined) addStmb(sheet, input.stmbDays, wageOf(input), rules.stmb, payees.cash);
  addTransport(sheet, input, rules, payees);
  addCare(sheet, input, rules, payees);
}

function wageOf({ wageBase }: BenefitInput): Rupiah {
  if (wageBase === undefined) throw invalid('wageBase', 'Upah sebulan yang dilaporkan harus diisi untuk menghitung manfaat ini.');
  return rupiah(wageBase);
}

function addDeath(sheet: Sheet, wage: Rupiah, rules: JkkRules, payees: Payees): void {
  const { deathWages, deathMinimum, funeral } = rules;
  const byWage = fractionOf(wage, deathWages.count, 1);
  const tooLow = byWage < deathMinimum.amount;
  const amount = tooLow ? deathMinimum.amount : byWage;
  const step = tooLow ? 'Santunan kematian paling sedikit' : `Santunan kematian ${deathWages.count} × upah`;
  addLine(sheet, { benefit: 'jkk.death', amount, payeeClass: payees.cash }, step, tooLow ? deathMinimum : deathWages);
  addPeriodic(sheet, rules, payees);
  addLine(sheet, { benefit: 'jkk.funeral', amount: funeral.amount, payeeClass: payees.funeral }, 'Biaya pemakaman', funeral);
}

function addPeriodic(sheet: Sheet, { periodic }: JkkRules, payees: Payees): void {
  const line = { benefit: 'jkk.periodic', amount: periodic.amount, payeeClass: payees.cash } as const;
  addLine(sheet, line, 'Santunan berkala 24 bulan, dibayar sekaligus', periodic);
}

/** The checks made sure that a kind has its percentages; without them nothing would be owed. */
function addDisability(sheet: Sheet, disability: Disability, wage: Rupiah, rules: JkkRules, payees: Payees): void {
  const { kind, tableBasisPoints = 0, lostBasisPoints = 0 } = disability;
  const { partialDisabilityWages: wages, totalDisabilityWages } = rules;
  const line = (amount: Rupiah) => ({ benefit: `jkk.disability.${kind}`, amount, payeeClass: payees.cash }) as const;
  switch (kind) {
    case 'partialAnatomical': {
      const amount = fractionOf(wage, wages.count * tableBasisPoints, WHOLE);
      addLine(sheet, line(amount), `Cacat sebagian anatomis: ${percent(tableBasisPoints)} × ${wages.count} × upah`, wages);
      return;
    }
    case 'partialFunctional': {
      const amount = fractionOf(wage, wages.count * tableBasisPoints * lostBasisPoints, WHOLE * WHOLE);
      const step = `Cacat sebagian fungsi: ${percent(lostBasisPoints)} × ${percent(tableBasisPoints)} × ${wages.count} × upah`;
      addLine(sheet, line(amount), step, wages);
      return;
    }
    case 'total':
      addLine(
        sheet,
        line(fractionOf(wage, totalDisabilityWages.count, 1)),
        `Cacat total tetap: ${totalDisabilityWages.count} × upah`,
        totalDisabilityWages,
      );
      addPeriodic(sheet, rules, payees);
      return;
    default:
      kind satisfies never;
  }
}

function addTransport(sheet: Sheet, { transport = [] }: BenefitInput, rules: JkkRules, payees: Payees): void {
  for (const mode of TRANSPORT_MODES) {
    const trips = transport.filter((trip) => trip.mode === mode);
    if (trips.length === 0) continue;
    const cap = rules.transport[mode];
    // Sums beyond 2^53 lose digits, but only far above every ceiling.
    const receipts = trips.reduce((sum, trip) => sum + trip.receipts, 0);
    const amount = rupiah(Math.min(receipts, cap.amount));
    const step = `Angkutan ${MODE_NAMES[mode]}: kuitansi, paling banyak sebesar batas moda ini`;
    addLine(sheet, { benefit: `jkk.transport.${mode}`, amount, payeeClass: payees.cash }, step, cap);
  }
}

function addCare(sheet: Sheet, { medicalReceipts, homeCareReceipts }: BenefitInput, rules: JkkRules, payees: Payees): void {
  if (medicalReceipts !== undefined) {
    const line = { benefit: 'jkk.medical', amount: rupiah(medicalReceipts), payeeClass: payees.care } as const;
    addLine(sheet, line, 'Perawatan menurut kebutuhan medis, tanpa batas', rules.medical);
  }
  if (homeCareReceipts === undefined) return;
  if (!rules.homeCare) {
    note(sheet, 'Perawatan di rumah belum dikenal dalam aturan ini', rules.medical);
    return;
  }
  const amount = rupiah(Math.min(homeCareReceipts, rules.homeCare.amount));
  const step = `Perawatan di rumah: kuitansi, paling banyak sebesar batas dan ${rules.homeCare.maxYears} tahun`;
  addLine(sheet, { benefit: 'jkk.homeCare', amount, payeeClass: payees.care }, step, rules.homeCare);
}

/** 3,250 basis points are `32,5%`. */
function percent(basisPoints: number): string {
  return `${String(basisPoints / 100).replace('.', ',')}%`;
}
