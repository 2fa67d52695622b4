import { HEIR_NEEDS, type HeirNeed, proofAskedOf } from './classes.ts';
import {
  canReceive,
  type HeirPerson,
  type HeirsInput,
  type HeirsReading,
  isAdult,
  isDivorcedSpouse,
  type PayeeChoice,
  type Settlement,
} from './people.ts';

/** One payee or none. While a dispute runs, nothing but its end is asked of the family. */
export function choosePayee(input: HeirsInput, settlement: Settlement, reading: HeirsReading = {}): PayeeChoice {
  if (input.dispute) return { payee: null, needs: ['heir-dispute'] };
  if (settlement.class === 6) return { payee: funeralArranger(input), needs: [] };
  return familyPayee(input, settlement.heirs, reading);
}

function funeralArranger(input: HeirsInput): string | null {
  const { arrangedFuneral } = input;
  return arrangedFuneral !== undefined && canReceive(arrangedFuneral, input) ? arrangedFuneral : null;
}

function familyPayee(input: HeirsInput, heirs: readonly HeirPerson[], reading: HeirsReading): PayeeChoice {
  const signer = chooseSigner(input, heirs, reading);
  const wanted = new Set<HeirNeed>([...missingProofs(heirs), ...signer.needs]);
  const needs = HEIR_NEEDS.filter((need) => wanted.has(need));
  return { payee: needs.length === 0 ? signer.payee : null, needs };
}

function chooseSigner(input: HeirsInput, heirs: readonly HeirPerson[], reading: HeirsReading): PayeeChoice {
  const signers = findSigners(input, heirs, reading);
  if (signers === undefined) return { payee: null, needs: ['court-guardian'] };
  const payee = signers.length === 1 ? signers[0] : signers.find((id) => id === input.powerOfAttorneyTo);
  return payee === undefined ? { payee: null, needs: ['power-of-attorney'] } : { payee, needs: [] };
}

function missingProofs(heirs: readonly HeirPerson[]): HeirNeed[] {
  return heirs.flatMap((heir) => {
    const proof = proofAskedOf(heir.relation);
    return proof === undefined || heir[proof.shownBy] === true ? [] : [proof.need];
  });
}

/**
 * The adults of the class, who act for its minors too; where all are minors, a living parent, else their court-appointed guardians,
 * or undefined while one of them has none.
 */
function findSigners(input: HeirsInput, heirs: readonly HeirPerson[], reading: HeirsReading): string[] | undefined {
  const adults = heirs.filter((heir) => isAdult(heir, input.on));
  if (adults.length > 0) return adults.map((heir) => heir.id);
  const parents = reading.divorcedParent === 'stranger' ? [] : parentsOf(heirs, input);
  if (parents.length > 0) return parents;
  const guardians = heirs.map((minor) => courtGuardianOf(minor, input)).filter((id) => id !== undefined);
  return guardians.length === heirs.length ? [...new Set(guardians)] : undefined;
}

/**
 * The other parent of the participant's own children, divorced or not: parental authority outlives the marriage. A court that named
 * guardians had its reasons and goes before; where several were married, one of them has to be named.
 */
function parentsOf(heirs: readonly HeirPerson[], input: HeirsInput): string[] {
  if (!heirs.every(({ relation }) => relation === 'child')) return [];
  if (heirs.every((minor) => courtGuardianOf(minor, input) !== undefined)) return [];
  return input.people.filter((person) => isDivorcedSpouse(person) && canReceive(person.id, input)).map(({ id }) => id);
}

function courtGuardianOf(minor: HeirPerson, input: HeirsInput): string | undefined {
  // Ids come from outside: a Map has no inherited keys such as `constructor`.
  const guardian = new Map(Object.entries(input.guardianOf ?? {})).get(minor.id);
  return guardian?.courtAppointed && canReceive(guardian.id, input) ? guardian.id : undefined;
}
