import type { CommandBody } from '#domain/claim/commands.ts';
import type { PayoutOutcome } from '#domain/claim/events.ts';
import type { ActorRef, Fact } from '#domain/claim/facts.ts';
import type { Refusal } from '#domain/refusal.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type ClaimFile, REGISTRATION } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';
import { commandOf, nextWork } from './random-command.ts';
import type { Step } from './random-steps.ts';

const OUTCOMES: readonly PayoutOutcome[] = [
  { state: 'confirmed', bankReference: 'BANK-1', paidAt: 0 },
  { state: 'confirmed', bankReference: 'BANK-2', paidAt: 0 },
  { state: 'refused', reason: 'account-closed' },
  { state: 'unknown', why: 'timeout' },
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
    case 'ring':
      return { answer: file.ring(), repeated: false };
    case 'repeat': {
      const sent = memory.accepted.at(-1 - (step.dice[0] % 20));
      return sent ? { ...send(file, { accepted: [] }, sent), repeated: true } : { answer: [], repeated: false };
    }
  }
}

/** Mostly somebody whose business it is. */
function actorOf({ command, actor, dice }: Extract<Step, { kind: 'command' }>): ActorRef {
  const role = { decidePoints: 'approver', acknowledgeEscalation: 'supervisor' } as const;
  return dice[0] % 4 === 0 ? actor : { id: actor.id, role: role[command as keyof typeof role] ?? 'officer' };
}

function send(file: ClaimFile, memory: Memory, sent: Sent): { answer: readonly Fact[] | Refusal; repeated: boolean } {
  const answer = file.ask(sent.actor, sent.body, sent.commandId);
  if (!isRefusal(answer) && answer.length > 0) memory.accepted.push(sent);
  return { answer, repeated: false };
}

/** The right person does the right thing; who exactly is left to the dice. */
function work(file: ClaimFile, step: Step, number: number, memory: Memory) {
  const body = nextWork(file, step.dice);
  if (!body) return { answer: bankNews(file, step.dice, number), repeated: false };
  const isDecision = body.type === 'decidePoints';
  const id = isDecision && step.dice[1] % 4 > 0 ? 'pemeriksa-luar' : step.actor.id;
  return send(file, memory, { actor: { id, role: isDecision ? 'approver' : 'officer' }, body, commandId: `perintah-${number}` });
}

function bankNews(file: ClaimFile, [a, b, c]: Step['dice'], number: number): readonly Fact[] {
  const payouts = file.state.payouts;
  const payout = payouts[a % Math.max(payouts.length, 1)];
  const outcome = OUTCOMES[c % OUTCOMES.length];
  if (!payout || !outcome) return [];
  const issue = b % 5 === 0 ? payout.issue - 1 : payout.issue;
  return file.bankSays({ payoutId: payout.payoutId, issue }, outcome, `kabar-${number}`);
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
