import type { ClaimPerson, HeirsOutcome } from '#domain/claim/parts.ts';
import { InputError } from '#domain/input-error.ts';
import { NEED_ROWS } from '#domain/law/heirs/classes.ts';
import { resolveHeirs } from '#domain/law/heirs/resolve-heirs.ts';
import { cite } from '#domain/law/rules/explanation.ts';
import { nikTerm, sharedNiks } from '#domain/people/identity/shared-nik.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { CheckResult } from './checks.ts';
import type { StatedPerson, StatedRelative } from './collected.ts';
import { declaredAgainstRegistry } from './declared-family.ts';
import { asks, CIVIL_REGISTRY, CLAIM_FILE, conclude, type Finding, fails, passes, READINESS_FILE, silence } from './findings.ts';
import type { CivilAnswer } from './registry-answer.ts';

export type HeirsInput = {
  /** Absent for an accident nobody died of. */
  readonly diedOn: Day | undefined;
  readonly programme: 'jkm' | 'jkk' | undefined;
  readonly people: readonly ClaimPerson[];
  /** What a person settled; until then the law is applied to the declared family. */
  readonly resolved: HeirsOutcome | undefined;
  readonly participant: StatedPerson | undefined;
  readonly family: readonly StatedRelative[];
  readonly civil: CivilAnswer;
};

/** Who inherits, whether such a family can be, and whether the civil registry knows the same one. */
export function checkHeirs(input: HeirsInput): CheckResult {
  const { diedOn, participant, people, family, civil } = input;
  if (diedOn === undefined) return conclude('heirs', [passes({ what: 'Ahli waris', found: 'tidak ada kematian', source: CLAIM_FILE })]);
  const ages = participant ? impossibleAges(people, participant.birthDate) : [];
  return conclude('heirs', [...oneNikTwice(input), ...legalOrder(input, diedOn), ...ages, ...registered()]);

  function registered(): readonly Finding[] {
    if (civil.state === 'no-answer') return [silence(CIVIL_REGISTRY, civil.why)];
    if (civil.state === 'not-found') return [asks({ what: 'Keluarga di catatan sipil', found: 'tidak tercatat', source: CIVIL_REGISTRY })];
    return declaredAgainstRegistry(people, family, civil.found.relatives);
  }
}

function oneNikTwice({ participant, family }: HeirsInput): readonly Finding[] {
  if (!participant) return [];
  return sharedNiks({ participant, family }).map(([one, other]) =>
    fails({ what: `NIK ${nikTerm(other)}`, found: `sama dengan NIK ${nikTerm(one)}`, expected: 'NIK sendiri', source: READINESS_FILE }),
  );
}

function legalOrder({ resolved, people, programme = 'jkm' }: HeirsInput, diedOn: Day): readonly Finding[] {
  try {
    const outcome = resolved ?? resolveHeirs({ programme, on: diedOn, people });
    const evidence = { what: 'Golongan ahli waris', found: `golongan ${outcome.class}, ${outcome.heirs.length} orang`, source: CLAIM_FILE };
    const settled = outcome.class === 6 ? asks({ ...evidence, found: 'tidak ada ahli waris yang dinyatakan' }) : passes(evidence);
    const needs = outcome.needs.map((need) =>
      asks({ what: 'Syarat penerima', found: NEED_ROWS[need].sentence, source: cite(NEED_ROWS[need].row) }),
    );
    return [settled, ...needs];
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'payee-is-partner') throw error;
    return [fails({ what: 'Ahli waris', found: 'lembaga mitra di antara keluarga', source: 'design.md section 12, invariant 2' })];
  }
}

/** Nobody is older than a parent; adopted children are younger too. */
function impossibleAges(people: readonly ClaimPerson[], participantBorn: Day): readonly Finding[] {
  return people.flatMap(({ id, relation, birthDate }) => {
    if (birthDate === undefined) return [];
    const isDescendant = relation === 'child' || relation === 'grandchild';
    const isAncestor = relation === 'parent' || relation === 'grandparent';
    const isImpossible = (isDescendant && birthDate <= participantBorn) || (isAncestor && birthDate >= participantBorn);
    if (!isImpossible) return [];
    return [fails({ what: `Umur ${id} terhadap peserta`, found: birthDate, source: `${CLAIM_FILE} dan ${READINESS_FILE}` })];
  });
}
