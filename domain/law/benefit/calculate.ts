import { InputError } from '#domain/input-error.ts';
import type { CoverageCondition, Membership } from '#domain/law/coverage/coverage-types.ts';
import { asksForEmployer } from '#domain/law/coverage/employer-arrears.ts';
import { ALL_PACKS, choosePack, packsRead, switchesOf } from '#domain/law/rules/choose-pack.ts';
import { cite } from '#domain/law/rules/explanation.ts';
import type { RulePack } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Rupiah } from '#domain/money/money.ts';
import type { BenefitInput, BenefitResult, NoBenefitReason } from './benefit-input.ts';
import { checkInput, largestField } from './check-input.ts';
import { addJkk } from './jkk.ts';
import { addJkm } from './jkm.ts';
import type { EmployerReading } from './jkm-memberships.ts';
import { addLate } from './late.ts';
import { note, type Payees, type Sheet, totalOf } from './lines.ts';
import { conditionsOf, explainReason, isPayable, reasonFor } from './payable.ts';

export type CalculateOptions = { readonly packs?: readonly RulePack[]; readonly employers?: EmployerReading };

/** What one claim is worth under the rules of the day of its event. Throws an InputError for input that cannot be calculated with. */
export function calculateBenefits(input: BenefitInput, { packs = ALL_PACKS, employers }: CalculateOptions = {}): BenefitResult {
  checkInput(input);
  const { pack, explanation } = choosePack(input.on, packsRead(input.switches, packs));
  try {
    const kept = ifEmployerArrearsKeepTheRight(input, pack, employers);
    return calculate(input, pack, { lines: [], steps: [...explanation] }, { employers, kept });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError('invalid-input', largestField(input), 'Terlalu besar untuk dihitung tepat sampai rupiah.');
  }
}

/** The total where a lapse by an employer's arrears does not take the right away; undefined where that doubt changes nothing or is not asked. */
export function totalIfEmployerArrearsKept(
  input: BenefitInput,
  { packs = ALL_PACKS, employers }: CalculateOptions = {},
): Rupiah | undefined {
  return ifEmployerArrearsKeepTheRight(input, choosePack(input.on, packsRead(input.switches, packs)).pack, employers);
}

function ifEmployerArrearsKeepTheRight(input: BenefitInput, pack: RulePack, employers?: EmployerReading): Rupiah | undefined {
  const switches = switchesOf(pack, input.switches);
  const isAsked = (membership: Membership): boolean => asksForEmployer(membership, membership.status, switches);
  if (!input.memberships.some(isAsked)) return undefined;
  const memberships = input.memberships.map((one): Membership => (isAsked(one) ? { ...one, status: 'active' } : one));
  const sheet = (): Sheet => ({ lines: [], steps: [] });
  const kept = calculate({ ...input, memberships }, pack, sheet(), { employers }).total;
  return kept === calculate(input, pack, sheet(), { employers }).total ? undefined : kept;
}

type Reading = { readonly employers?: EmployerReading | undefined; readonly kept?: Rupiah | undefined };

function calculate(input: BenefitInput, pack: RulePack, sheet: Sheet, { employers, kept }: Reading): BenefitResult {
  const switches = switchesOf(pack, input.switches);
  const payable = input.memberships.filter((membership) => isPayable(membership, input.event, switches));
  const reasons: NoBenefitReason[] = [];
  let conditions: readonly CoverageCondition[] = [];
  if (payable.length === 0) {
    const reason = reasonFor(input.memberships);
    reasons.push(reason);
    sheet.steps.push(explainReason(reason, pack.coverage));
  } else {
    conditions = conditionsOf(addProgramme(sheet, input, pack, { switches, employers }, payable));
    if (conditions.length > 0) note(sheet, 'Tunggakan harus dilunasi sebelum manfaat dibayar', pack.coverage.arrears);
  }
  const total = totalOf(sheet.lines);
  sheet.steps.push({ step: 'Jumlah', amount: total, source: cite(pack) });
  if (kept !== undefined) sheet.steps.push({ step: KEPT_STEP, amount: kept, source: cite(pack.coverage.lapse) });
  return { pack: pack.id, lines: sheet.lines, total, conditions, reasons, explanation: sheet.steps };
}

const KEPT_STEP = 'Bila tunggakan pemberi kerja tidak menggugurkan hak pekerja, jumlahnya (mintakan keputusan bagian hukum)';

/** Returns the memberships that are paid for. */
function addProgramme(
  sheet: Sheet,
  input: BenefitInput,
  pack: RulePack,
  { switches, employers }: { readonly switches: Switches; readonly employers: EmployerReading | undefined },
  payable: readonly Membership[],
): readonly Membership[] {
  const payees = payeesOf(input);
  if (payees.funeral === 'funeralArranger') {
    note(
      sheet,
      'Tanpa ahli waris: biaya pemakaman kepada yang mengurus, selebihnya kepada Dana Jaminan Sosial',
      pack.noHeir[input.programme],
    );
  }
  const counted = input.programme === 'jkm' ? addJkm(sheet, payable, pack.jkm, payees, switches, employers) : bestOf(payable);
  if (input.programme === 'jkk') addJkk(sheet, input, pack.jkk, payees);
  addLate(sheet, input.lateDays ?? 0, pack.late[input.programme], payees, switches['late.base']);
  return counted;
}

function payeesOf({ event, hasHeir = true }: BenefitInput): Payees {
  if (event === 'accident') return { cash: 'participant', funeral: 'participant', care: 'provider' };
  if (hasHeir) return { cash: 'heirs', funeral: 'heirs', care: 'provider' };
  return { cash: 'fund', funeral: 'funeralArranger', care: 'provider' };
}

/** JKK is paid once, on a membership without arrears where there is one. */
function bestOf(payable: readonly Membership[]): readonly Membership[] {
  const active = payable.filter(({ status }) => status === 'active');
  return active.length > 0 ? active : payable;
}
