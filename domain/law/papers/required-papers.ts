import type { Sourced } from '#domain/law/rules/explanation.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { type Day, day } from '#domain/time/calendar/day.ts';
import { holds, type PaperCondition, type PaperFacts } from './conditions.ts';
import { PAPER_IDS, type PaperClaimType, type PaperId } from './paper-ids.ts';
import type { PaperOwer, PaperPhase, PaperValidity, ProofClass, Waiver } from './paper-row.ts';
import { PAPERS } from './table.ts';

/** One row of a claim's checklist, plain JSON: everything completeness needs, so that it can be kept with the claim. */
export type RequiredPaper = Sourced & {
  readonly paper: PaperId;
  readonly strength: 'required' | 'advised';
  readonly because: PaperCondition;
  readonly label: string;
  readonly why: string;
  readonly issuer: string;
  readonly phase: PaperPhase;
  readonly owes: PaperOwer;
  readonly proofClass: ProofClass;
  readonly validity: PaperValidity;
  readonly mayWaive: Waiver;
  readonly claimType: PaperClaimType;
  readonly eventOn?: Day;
  readonly schoolYearStartsOn?: Day;
  /** Only of the death certificate: a letter of the village will do. */
  readonly villageLetterAccepted?: boolean;
};

/** Until then PP 44/2015 asked for a "surat keterangan kematian", which the village writes. */
const CERTIFICATE_NAMED_FROM = day('2025-02-28');

/** In the order of the checklist. Advised papers are listed too; they never hold a claim. */
export function requiredPapers(
  claimType: PaperClaimType,
  facts: PaperFacts,
  switches: Pick<Switches, 'death.proof'>,
): readonly RequiredPaper[] {
  return PAPER_IDS.flatMap((paper) => {
    const { neededFor, ...row } = PAPERS[paper];
    const need = neededFor.find(({ claimTypes, when }) => claimTypes.includes(claimType) && holds(when, facts));
    if (need === undefined) return [];
    const checklistRow: RequiredPaper = {
      paper,
      strength: need.strength,
      because: need.when,
      ...row,
      owes: claimType === 'jkk-accident' && row.owes === 'heir' ? 'participant' : row.owes,
      validity: need.validity ?? row.validity,
      claimType,
      ...(facts.eventOn === undefined ? {} : { eventOn: facts.eventOn }),
      ...(facts.schoolYearStartsOn === undefined ? {} : { schoolYearStartsOn: facts.schoolYearStartsOn }),
    };
    return [paper === 'death-certificate' ? withDeathProof(checklistRow, facts, switches) : checklistRow];
  });
}

function withDeathProof(row: RequiredPaper, facts: PaperFacts, switches: Pick<Switches, 'death.proof'>): RequiredPaper {
  const villageLetterAccepted =
    switches['death.proof'] === 'villageLetterAccepted' || (facts.eventOn !== undefined && facts.eventOn < CERTIFICATE_NAMED_FROM);
  const mayWaive = facts.livesOnListedIsland === true ? 'officerWithApprover' : row.mayWaive;
  return { ...row, villageLetterAccepted, mayWaive };
}

/** What a readiness file should hold for both programmes before anything happens; consent is required here. */
export function papersAtSigning(facts: Omit<PaperFacts, 'eventOn'>): readonly RequiredPaper[] {
  const switches = { 'death.proof': 'certificateOnly' } as const;
  return requiredPapers('jkk-death', facts, switches)
    .filter(({ phase }) => phase === 'A')
    .map((row) => (row.paper === 'data-consent' ? { ...row, strength: 'required' } : row));
}
