import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import { ownIdOf } from '#domain/cause.ts';
import type { CommandBody } from '#domain/claim/commands.ts';
import type { Receipt } from '#domain/claim/facts.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';

/** What a decision rested on. Recomputing it from the facts before `before` and these fields must come to the same facts. */
export function toReceiptView(entry: JournalEntry, receipt: Receipt, journal: readonly JournalEntry[]) {
  const facts = journal.filter(({ fact, seq }) => seq >= entry.seq && fact.cause === entry.fact.cause);
  const calculation = facts.flatMap(({ fact }) => (fact.type === 'claim.recommended' && fact.outcome === 'pay' ? fact.explanation : []));
  return {
    ...toReceiptRow(entry, receipt),
    commandId: ownIdOf(entry.fact.cause),
    command: withoutAccount(receipt.command),
    calendar: receipt.calendar,
    switches: receipt.switches,
    ...(receipt.rules === undefined ? {} : { rules: receipt.rules }),
    calculation,
    facts: facts.map(({ seq, fact, hash }) => ({ seq, type: fact.type, text: text(`fact.${fact.type}`), hash })),
    /** Hash of the journal up to the fact before: it fixes every fact the decision could know. */
    before: { seq: entry.seq - 1, hash: entry.previous },
  };
}

export function toReceiptRow({ seq, fact }: JournalEntry, receipt: Receipt) {
  const { actor, at, type } = fact;
  return {
    seq,
    at: toIso(at),
    actor: { ...actor, roleText: text(`role.${actor.role}`) },
    command: { type: receipt.command.type },
    text: text(`fact.${type}`),
  };
}

function withoutAccount(command: CommandBody): Omit<CommandBody, 'accountRef'> {
  if (command.type !== 'confirmPayeeAccount') return command;
  const { accountRef: _ref, ...rest } = command;
  return rest;
}
