import { heardBefore, refuseReused } from '#domain/cause.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import { decideTogether } from '#domain/claim/decide.ts';
import { givenReadings } from '#domain/claim/readings.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { Actor } from '#domain/people/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { SittingDecision } from '#schemas/http/claim-commands.ts';
import { type AccountNeeds, inquire, sentOf } from '#services/accounts/payee-account.ts';
import type { Needs } from '#services/deps.ts';
import { RefusedError } from '#services/errors.ts';
import { causeOf, commandOf } from './claim-access.ts';
import { asOfFor, calendarOf } from './clock-view.ts';
import { withSharedNiks } from './heirs-niks.ts';
import { refusedWith, type View } from './seen.ts';

export type Sitting = { readonly commandId: string; readonly decisions: readonly SittingDecision[] } & View;
type RehearseNeeds = Needs<'calendars' | 'journal', 'now' | 'timeMachine'>;
type SittingNeeds = RehearseNeeds & AccountNeeds;
type Numbered = { readonly decision: SittingDecision; readonly cause: string; readonly view: View };

/** The commands of a sitting, each with an id of its own; the bank is asked about accounts only once the rest would be accepted. */
export async function commandsOf(claim: ClaimState, actor: Actor, sitting: Sitting, deps: SittingNeeds): Promise<readonly Command[]> {
  const sent = sitting.decisions.map((decision) => (decision.type === 'confirmPayeeAccount' ? sentOf(claim, decision, deps) : decision));
  // Each stands for the whole sitting: one decision more or less is another sitting.
  const numbered = sitting.decisions.map((decision, index) => ({
    decision,
    cause: causeOf(actor, `${sitting.commandId}#${index + 1}`, sent),
    view: sitting.expectedSeq === undefined ? {} : { expectedSeq: sitting.expectedSeq },
  }));
  const heard = new Map(numbered.map(({ cause }) => [cause, heardBefore(claim.causes, cause)]));
  if ([...heard.values()].includes('reused')) throw new RefusedError(refuseReused());
  const isNew = ({ cause }: Numbered): boolean => heard.get(cause) === 'new';
  if (numbered.some((one) => one.decision.type === 'confirmPayeeAccount' && isNew(one))) await rehearse(claim, actor, numbered, deps);
  const commands: Command[] = [];
  for (const [index, one] of numbered.entries()) {
    const body = isNew(one) ? await inquired(one.decision, index, claim, deps) : withoutBank(one.decision);
    commands.push(commandOf(actor, one.cause, body, one.view));
  }
  return commands;
}

/**
 * Decided on the record as if the bank knew every account: an account is not to be inquired about by somebody who may not decide on it,
 * nor beside decisions that will be refused.
 */
async function rehearse(claim: ClaimState, actor: Actor, numbered: readonly Numbered[], deps: RehearseNeeds): Promise<void> {
  const commands = numbered.map(({ decision, cause, view }) => commandOf(actor, cause, withoutBank(decision), view));
  const at = asOfFor(claim, deps);
  const answer = decideTogether(claim, commands, { at, calendar: await calendarOf(claim, deps.stores), switches: givenReadings(claim) });
  if (isRefusal(answer)) throw await refusedWith(answer, commands[0]?.expectedSeq, (from) => deps.stores.journal.read(claim.claimId, from));
}

function withoutBank(decision: SittingDecision): CommandBody {
  if (decision.type !== 'confirmPayeeAccount') return decision;
  const { type, payeeClass, personId } = decision;
  return { type, payeeClass, personId, accountRef: '', inquiry: { holder: 'match', ownedByPartner: false } };
}

async function inquired(decision: SittingDecision, index: number, claim: ClaimState, deps: AccountNeeds): Promise<CommandBody> {
  if (decision.type === 'resolveHeirs') return withSharedNiks(claim, decision, deps);
  if (decision.type !== 'confirmPayeeAccount') return decision;
  const { type: _type, ...account } = decision;
  try {
    return await inquire(claim, account, deps);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const { refused, text, rule } = error.refusal;
    throw new RefusedError({ refused, text: `Keputusan ke-${index + 1}: ${text} Belum ada keputusan yang disimpan.`, rule });
  }
}
