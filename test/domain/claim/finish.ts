import type { CommandBody } from '#domain/claim/commands.ts';
import { entitlementOf } from '#domain/claim/entitlement.ts';
import { hasLivePayout } from '#domain/claim/payout-lines.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { ClaimFile, CONFIRMED, REGISTRATION } from '../../factories/claims.ts';
import { eventAgain, hasReported, nextWork, rejection } from './random-work.ts';

const ENOUGH = 80;
const OFFICER: ActorRef = { id: 'petugas-baru', role: 'officer' };
const APPROVER: ActorRef = { id: 'pemeriksa-baru', role: 'approver' };
const SUPERVISOR: ActorRef = { id: 'penyelia-baru', role: 'supervisor' };

/**
 * People nobody has met yet take the claim over and work it to its end, paid where it is entitled to anything, else rejected; the calendar
 * of the next years has come. A claim without a way out never gets there. `heirs` is how the heirs were resolved last.
 */
export function finish(file: ClaimFile, heirs: CommandBody | undefined): ClaimFile {
  const years = [...file.calendar.years, 2027, 2028, 2029, 2030, 2031];
  const { switches, at, facts } = file;
  const next = new ClaimFile({ calendar: { ...file.calendar, years }, switches, at, journal: facts });
  // Whoever keeps the calendar has told the claim, or what came late would stay unknown.
  next.moveTo({ ...file.calendar, version: file.calendar.version + 10, years });
  for (let turn = 0; turn < ENOUGH && !isFinal(next.state.status); turn += 1) {
    next.at += 60_000;
    const body = bodyOf(next, heirs);
    if (body) next.give(personFor(next, body), body, `akhir-${turn}`);
    else for (const payout of next.state.payouts) next.bankSays(payout, CONFIRMED);
  }
  return next;
}

/** Who proposed money does not release it. */
function personFor({ state }: ClaimFile, body: CommandBody): ActorRef {
  if (body.type === 'decidePoints') return APPROVER;
  if (body.type !== 'releasePayout') return OFFICER;
  const first = state.proposals[`release:${body.payoutId}:${body.verdict}`];
  return first?.by.id === APPROVER.id ? SUPERVISOR : APPROVER;
}

function bodyOf(file: ClaimFile, heirs: CommandBody | undefined): CommandBody | undefined {
  const { state, switches } = file;
  if (state.status === 'verifying' && state.points.event?.verdict === 'returned') return eventAgain(state);
  if (state.status === 'verifying' && isRefusal(entitlementOf(state, { switches }))) {
    if (!hasLivePayout(state)) return rejection(state);
    // Part of it has been paid: what coverage says meanwhile is put right by whoever keeps it.
    for (const membership of REGISTRATION.memberships) file.tell({ type: 'membershipChanged', told: { type: 'coverage', membership } });
  }
  const body = nextWork(file, [state.papers.length, 1, 0]);
  // Of money that has left, the classes stand; a payee who is missing, or reported meanwhile, makes room for somebody else.
  if (body?.type !== 'resolveHeirs' || heirs?.type !== 'resolveHeirs' || !hasLivePayout(state)) return body;
  return state.heirs?.payee === null || hasReported(state) ? { ...heirs, dispute: false, arrangedFuneral: 'paman' } : heirs;
}
