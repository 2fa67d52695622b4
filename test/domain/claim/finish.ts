import type { CommandBody } from '#domain/claim/commands.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { CONFIRMED, ClaimFile, REJECT } from '../../factories/claims.ts';
import { nextWork } from './random-command.ts';

const ENOUGH = 60;

/**
 * People nobody has met yet take the claim over and work it to its end: paid where money is on its way, else rejected. A claim without
 * a way out never gets there.
 */
export function finish(file: ClaimFile): ClaimFile {
  const years = [...file.calendar.years, 2027, 2028, 2029, 2030, 2031];
  const next = new ClaimFile({ calendar: { ...file.calendar, years }, switches: file.switches, at: file.at });
  next.facts.splice(0, next.facts.length, ...file.facts);
  const heirs = file.lastAccepted('resolveHeirs');
  for (let turn = 0; turn < ENOUGH && !isFinal(next.state.status); turn += 1) {
    next.at += 60_000;
    const body = bodyOf(next, heirs);
    if (body) next.give({ id: 'orang-baru', role: body.type === 'decidePoints' ? 'approver' : 'officer' }, body, `akhir-${turn}`);
    else for (const payout of next.state.payouts) next.bankSays(payout, CONFIRMED);
  }
  return next;
}
