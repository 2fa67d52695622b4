import { z } from 'zod';
import { DECISIONS, PLAIN, plain } from './claim-decisions.ts';

const MOST_DECISIONS = 20;
const LONGEST_ID = 100;

const CommandId = z.string().min(8).refine(plain, PLAIN).describe('id of this intention, the same when it is sent again');
/** Made where the person pressed the button: pressing twice sends it twice and counts once. */
const intention = { commandId: CommandId.max(LONGEST_ID) };

export const ExpectedSeq = z.int().min(1).max(999_999_999).describe('number of what the person had seen, as `seq` or the ETag of a read');
/** Of decisions about money. */
const view = { expectedSeq: ExpectedSeq.exactOptional() };

function alone<Shape extends z.ZodRawShape>(decision: z.ZodObject<Shape>) {
  return z.strictObject({ ...intention, ...decision.shape });
}

export const AttachBody = alone(DECISIONS.attachDocuments);
export const VerifyBody = alone(DECISIONS.verifyDocuments);
export const WaiveBody = alone(DECISIONS.waiveDocument);
export const CompletionBody = alone(DECISIONS.requestCompletion);
export const CompleteBody = alone(DECISIONS.declareComplete);
export const RevokeBody = alone(DECISIONS.revokeCompleteness);
export const TriageBody = alone(DECISIONS.triageCause);
export const HeirsBody = alone(DECISIONS.resolveHeirs);
export const CorrectEventBody = alone(DECISIONS.correctEvent);
export const InjuryBody = alone(DECISIONS.assessInjury);
export const TreatmentBody = alone(DECISIONS.concludeTreatment);
export const PayeeBody = alone(DECISIONS.confirmPayeeAccount).extend(view);
export const RecommendBody = z.discriminatedUnion('outcome', [
  alone(DECISIONS.recommend.pay).extend(view),
  alone(DECISIONS.recommend.reject).extend(view),
]);
export const DecideBody = alone(DECISIONS.decidePoints).extend(view);
export const AcknowledgeBody = alone(DECISIONS.acknowledgeEscalation);
export const PauseBody = alone(DECISIONS.pauseClock);
export const ResumeBody = alone(DECISIONS.resumeClock);
export const ExtendBody = alone(DECISIONS.extendPromise);
export const ReleaseBody = alone(DECISIONS.releasePayout).extend(view);
export const FindingBody = alone(DECISIONS.resolveUnknownPayout).extend(view);
export const ExemptBody = alone(DECISIONS.exemptPayout).extend(view);
export const WithdrawBody = alone(DECISIONS.withdraw);
export const AppealBody = alone(DECISIONS.appeal);
export const ReopenBody = alone(DECISIONS.reopen);

function oneOf<Type extends string, Shape extends z.ZodRawShape>(type: Type, decision: z.ZodObject<Shape>) {
  return z.strictObject({ type: z.literal(type), ...decision.shape });
}

const Decision = z.discriminatedUnion('type', [
  oneOf('attachDocuments', DECISIONS.attachDocuments),
  oneOf('verifyDocuments', DECISIONS.verifyDocuments),
  oneOf('waiveDocument', DECISIONS.waiveDocument),
  oneOf('requestCompletion', DECISIONS.requestCompletion),
  oneOf('declareComplete', DECISIONS.declareComplete),
  oneOf('revokeCompleteness', DECISIONS.revokeCompleteness),
  oneOf('triageCause', DECISIONS.triageCause),
  oneOf('resolveHeirs', DECISIONS.resolveHeirs),
  oneOf('correctEvent', DECISIONS.correctEvent),
  oneOf('assessInjury', DECISIONS.assessInjury),
  oneOf('concludeTreatment', DECISIONS.concludeTreatment),
  oneOf('confirmPayeeAccount', DECISIONS.confirmPayeeAccount),
  z.discriminatedUnion('outcome', [oneOf('recommend', DECISIONS.recommend.pay), oneOf('recommend', DECISIONS.recommend.reject)]),
  oneOf('decidePoints', DECISIONS.decidePoints),
  oneOf('acknowledgeEscalation', DECISIONS.acknowledgeEscalation),
  oneOf('pauseClock', DECISIONS.pauseClock),
  oneOf('resumeClock', DECISIONS.resumeClock),
  oneOf('extendPromise', DECISIONS.extendPromise),
  oneOf('releasePayout', DECISIONS.releasePayout),
  oneOf('resolveUnknownPayout', DECISIONS.resolveUnknownPayout),
  oneOf('exemptPayout', DECISIONS.exemptPayout),
  oneOf('withdraw', DECISIONS.withdraw),
  oneOf('appeal', DECISIONS.appeal),
  oneOf('reopen', DECISIONS.reopen),
]);

/** What one person decides in one sitting, in order, all of it or nothing. Each decision has an id of its own: `<commandId>#<n>`. */
export const SittingBody = z.strictObject({
  commandId: CommandId.max(LONGEST_ID - `#${MOST_DECISIONS}`.length),
  decisions: z.array(Decision).min(1).max(MOST_DECISIONS),
  ...view,
});
export type SittingDecision = z.output<typeof Decision>;
