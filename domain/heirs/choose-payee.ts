import { HEIR_NEEDS, type HeirNeed, proofAskedOf } from './classes.ts';
import { canReceive, type HeirPerson, type HeirsInput, isAdult, type PayeeChoice, type Settlement } from './people.ts';

/** One payee or none. While a dispute runs, nothing but its end is asked of the family. */
export function choosePayee(input: HeirsInput, settlement: Settlement): PayeeChoice {
  if (input.dispute) return { payee: null, needs: ['heir-dispute'] };
  if (settlement.class === 6) return { payee: funeralArranger(input), needs: [] };
  return familyPayee(input, settlement.heirs);
}

function funeralArranger(input: HeirsInput): string | null {
  const { arrangedFuneral } = input;
  return arrangedFuneral !== undefined && canReceive(arrangedFuneral, input) ? arrangedFuneral : null;
}

function familyPayee(input: HeirsInput, heirs: readonly HeirPerson[]): PayeeChoice {
  const signer = chooseSigner(input, heirs);
  const wanted = new Set<HeirNeed>([...missingProofs(heirs), ...signer.needs]);
  const needs = HEIR_NEEDS.filter((need) => wanted.has(need));
  return { payee: needs.length === 0 ? signer.payee : null, needs };
}

function chooseSigner(input: HeirsInput, heirs: readonly HeirPerson[]): PayeeChoice {
  const signers = findSigners(input, heirs);
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
 * The adults of the class, who act for its minors too; where all are minors, their court-appointed guardians,
 * or undefined while one of them has none.
 */
function findSigners(input: HeirsInput, heirs: readonly HeirPerson[]): string[] | undefined {
  const adults = heirs.filter((heir) => isAdult(heir, input.on));
  if (adults.length > 0) return adults.map((heir) => heir.id);
  const guardians = heirs.map((minor) => courtGuardianOf(minor, input)).filter((id) => id !== undefined);
  return guardians.length === heirs.length ? [...new Set(guardians)] : undefined;
}

function courtGuardianOf(minor: HeirPerson, input: HeirsInput): string | undefined {
  // Ids come from outside: a Map has no inherited keys such as `constructor`.
  const guardian = new Map(Object.entries(input.guardianOf ?? {})).get(minor.id);
  return guardian?.courtAppointed && canReceive(guardian.id, input) ? guardian.id : undefined;
}
