import { z } from 'zod';
import { COMMAND_TYPES, type CommandType } from '#domain/claim/commands.ts';
import { needsView } from '#domain/seen.ts';
import { CLAIM_COMMANDS, PLAIN, plain, type Sent } from './claim-decisions.ts';

const MOST_DECISIONS = 20;
const LONGEST_ID = 100;

const CommandId = z.string().min(8).refine(plain, PLAIN).describe('id of this intention, the same when it is sent again');
/** Made where the person pressed the button: pressing twice sends it twice and counts once. */
const intention = { commandId: CommandId.max(LONGEST_ID) };

export const ExpectedSeq = z.int().min(1).max(999_999_999).describe('number of what the person had seen, as `seq` or the ETag of a read');
/** Of decisions about money. */
const view = { expectedSeq: ExpectedSeq.exactOptional() };

type Intention = { readonly commandId: string; readonly expectedSeq?: number };
type Fields = z.ZodRawShape;

/** Fields beside what a command sends; where that has variants, beside each of them. */
function beside(sends: z.ZodType, fields: Fields): z.ZodObject | z.ZodDiscriminatedUnion {
  if (sends instanceof z.ZodObject) return z.strictObject({ ...fields, ...sends.shape });
  if (!(sends instanceof z.ZodDiscriminatedUnion)) throw new TypeError('a command sends an object, or variants of one');
  const variants = sends.options.map((variant) => beside(variant as z.ZodType, fields) as z.ZodObject);
  return z.discriminatedUnion(sends.def.discriminator, variants as [z.ZodObject, ...z.ZodObject[]]);
}

/** The body of a command that is given alone. */
export function bodyOf<Type extends CommandType>(type: Type): z.ZodType<Sent<Type> & Intention> {
  const fields = needsView(type) ? { ...intention, ...view } : intention;
  return beside(CLAIM_COMMANDS[type].sends, fields) as unknown as z.ZodType<Sent<Type> & Intention>;
}

export type SittingDecision = { readonly [Type in CommandType]: { readonly type: Type } & Sent<Type> }[CommandType];

const variants = COMMAND_TYPES.map((type) => beside(CLAIM_COMMANDS[type].sends, { type: z.literal(type) }) as z.ZodObject);
const Decision = z.discriminatedUnion('type', variants as [z.ZodObject, ...z.ZodObject[]]) as unknown as z.ZodType<SittingDecision>;

/** What one person decides in one sitting, in order, all of it or nothing. Each decision has an id of its own: `<commandId>#<n>`. */
export const SittingBody = z.strictObject({
  commandId: CommandId.max(LONGEST_ID - `#${MOST_DECISIONS}`.length),
  decisions: z.array(Decision).min(1).max(MOST_DECISIONS),
  ...view,
});
