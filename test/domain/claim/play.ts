import type { CommandBody, CommandType } from '#domain/claim/commands.ts';
import { entitlementOf } from '#domain/claim/entitlement.ts';
import type { PayoutOutcome } from '#domain/claim/events.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import type { ActorRef, Role } from '#domain/people/actor.ts';
import type { Refusal } from '#domain/refusal.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type ClaimFile, REGISTRATION } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';
import { commandOf } from './random-command.ts';
import { calendarNews, checkNews, membershipNews } from './random-events.ts';
import { pick, type Step } from './random-steps.ts';
import { nextWork } from './random-work.ts';

const OUTCOMES: readonly PayoutOutcome[] = [
  { state: 'confirmed', bankReference: 'BANK-1', paidAt: 0 },
  { state: 'confirmed', bankReference: 'BANK-2', paidAt: 0 },
  { state: 'refused', reason: 'account-closed' },
  { state: 'unknown', why: 'timeout' },
  { state: 'reversed', why: 'rekening ditutup' },
];

type Sent = { readonly actor: ActorRef; readonly body: CommandBody; readonly commandId: string };

/** The commands accepted so far, so that one of them can be sent again. */
export type Memory = { readonly accepted: Sent[] };

/** Does one step; gives what was answered. `repeated` marks what must have been a no-op. */
export function play(
  file: ClaimFile,
  step: Step,
  number: number,
  memory: Memory,
): { answer: readonly Fact[] | Refusal; repeated: boolean } {
  file.at += step.waitMs;
  switch (step.kind) {
    case 'command':
      return send(file, memory, { actor: actorOf(step), body: commandOf(step.command, file, step.dice), commandId: `perintah-${number}` });
    case 'work':
      return work(file, step, number, memory);
    case 'bank':
      return { answer: bankNews(file, step.dice, number), repeated: false };
    case 'report':
      return { answer: anotherReport(file, step, number), repeated: false };
    case 'papers':
      return {
        answer: file.tell({ type: 'documentsAdded', papers: [paper('chronology', step.dice[0] % 4, '2026-02-25')] }),
        repeated: false,
      };
    case 'membership':
      return { answer: membershipNews(file, step.dice, number), repeated: false };
    case 'checks':
      return { answer: checkNews(file, step.dice, number), repeated: false };
    case 'calendar':
      return { answer: calendarNews(file, step.dice, number), repeated: false };
    case 'sitting':
      return { answer: sitting(file, step), repeated: false };
    case 'ring':
      return { answer: file.ring(), repeated: false };
    case 'repeat': {
      const sent = memory.accepted.at(-1 - (step.dice[0] % 20));
      return sent ? { ...send(file, { accepted: [] }, sent), repeated: true } : { answer: [], repeated: false };
    }
  }
}

/** Mostly somebody whose business it is. */
function actorOf({ command, actor, dice: [a, b] }: Extract<Step, { kind: 'command' }>): ActorRef {
  return a % 4 === 0 ? actor : { id: actor.id, role: roleFor(command, b) };
}

const ONE_ROLE: Readonly<Partial<Record<CommandType, Role>>> = {
  decidePoints: 'approver',
  acknowledgeEscalation: 'supervisor',
  extendPromise: 'supervisor',
  reopen: 'supervisor',
};
const TWO_PERSONS: readonly CommandType[] = ['revokeCompleteness', 'releasePayout', 'resolveUnknownPayout', 'exemptPayout', 'pauseClock'];

function roleFor(command: CommandType, die: number): Role {
  return TWO_PERSONS.includes(command) ? pick(['officer', 'approver', 'supervisor'], die) : (ONE_ROLE[command] ?? 'officer');
}

/** Two things done in one sitting: both of them or neither. */
function sitting(file: ClaimFile, { actor, dice: [a, b, c] }: Step): readonly Fact[] | Refusal {
  const bodies = [a, b].map((die) => commandOf(pick(SAT, die), file, [b, c, die]));
  return file.sit({ id: actor.id, role: 'officer' }, bodies);
}
const SAT = ['triageCause', 'resolveHeirs', 'confirmPayeeAccount', 'assessInjury', 'verifyDocuments', 'waiveDocument'] as const;

function send(file: ClaimFile, memory: Memory, sent: Sent): { answer: readonly Fact[] | Refusal; repeated: boolean } {
  const answer = file.ask(sent.actor, sent.body, sent.commandId);
  if (!isRefusal(answer) && answer.length > 0) memory.accepted.push(sent);
  return { answer, repeated: false };
}

/** The right person does the right thing; who exactly is left to the dice. */
function work(file: ClaimFile, step: Step, number: number, memory: Memory) {
  const body = nextWork(file, step.dice);
  // Who ended it seldom comes back the next moment.
  if (!body || (isFinal(file.state.status) && step.dice[2] % 3 > 0)) return { answer: bankNews(file, step.dice, number), repeated: false };
  const isDecision = body.type === 'decidePoints';
  const id = isDecision && step.dice[1] % 4 > 0 ? 'pemeriksa-luar' : step.actor.id;
  return send(file, memory, { actor: { id, role: roleFor(body.type, step.dice[1]) }, body, commandId: `perintah-${number}` });
}

function bankNews(file: ClaimFile, [a, b, c]: Step['dice'], number: number): readonly Fact[] {
  const payouts = file.state.payouts;
  const payout = payouts[a % Math.max(payouts.length, 1)];
  const outcome = paidAtSomeTime(OUTCOMES[c % OUTCOMES.length], file, b);
  if (!payout || !outcome) return [];
  // NOTE: a claim changed meanwhile into one that cannot be calculated (no wage, a disability beside a death) has no way out once the bank
  // takes back its no: what was paid fixes it as it is.
  const isTakenBack = outcome.state === 'confirmed' && payout.state === 'refused';
  const due = isTakenBack ? entitlementOf(file.state, { switches: file.switches }) : undefined;
  if (due && isRefusal(due)) return [];
  const issue = b % 5 === 0 ? payout.issue - 1 : payout.issue;
  return file.bankSays({ payoutId: payout.payoutId, issue }, outcome, `kabar-${number}`);
}

/** Now, an hour or days ago, before anything was ordered, or by a clock that is ahead. */
function paidAtSomeTime(outcome: PayoutOutcome | undefined, { at }: ClaimFile, die: number): PayoutOutcome | undefined {
  if (outcome?.state !== 'confirmed') return outcome;
  const paidAt = pick([at, at - 3_600_000, at - 3 * 86_400_000, at - 10 * 86_400_000, 0, at + 86_400_000], die);
  return { ...outcome, paidAt };
}

function anotherReport(file: ClaimFile, { actor, dice: [a] }: Step, number: number): readonly Fact[] {
  const institutionId = actor.institution ?? 'bpr-contoh';
  const registration = { ...REGISTRATION, reportId: `lapor-${a % 4}`, institutionId, branchId: `${institutionId}-cabang` };
  return file.tell({ type: 'deathReported', registration }, `event-${number}`, {
    id: actor.id,
    role: 'machine',
    institution: institutionId,
  });
}
