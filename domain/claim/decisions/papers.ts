import { MOST_PAPERS, refuseImpossibleDay, refuseReusedDocument, refuseTooManyPapers, sortPapers } from '#domain/claim/bounds.ts';
import { checklistRows } from '#domain/claim/checklist.ts';
import { type ClockContext, startSuspicion, stopRunning } from '#domain/claim/clocks.ts';
import type { CommandOf } from '#domain/claim/commands.ts';
import { isSince } from '#domain/claim/edition.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import type { ClaimPaper } from '#domain/claim/parts.ts';
import { hasLivePayout } from '#domain/claim/payout-lines.ts';
import { withSecondPerson } from '#domain/claim/proposals.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { PaperId } from '#domain/law/papers/paper-ids.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

type Papers = Pick<CommandOf<'attachDocuments'>, 'papers'>;

/** Papers already here (same document, same content) are left out, so sending twice is safe; nothing new is no fact. */
export function attachDocuments(claim: ClaimState, { papers }: Papers, context: ClockContext): FactBody[] | Refusal {
  const sorted = sortPapers(claim, papers);
  const refusal = isSince(context, 2)
    ? (refuseImpossibleDay(papers, context.at, context.calendar) ??
      refuseReusedDocument(sorted) ??
      refuseTooManyPapers(claim, sorted.fresh.length))
    : undefined;
  return refusal ?? attached(claim, sorted.fresh, context);
}

/** The same of what was told and can no longer be refused: what does not fit, or says a known id of another document, is turned away by name. */
export function attachTold(claim: ClaimState, { papers }: Papers, context: ClockContext): FactBody[] {
  const { fresh, reused } = sortPapers(claim, papers);
  if (!isSince(context, 2)) return attached(claim, fresh, context);
  const room = Math.max(0, MOST_PAPERS - claim.papers.length);
  const turnedAway = [...awayOf(fresh.slice(room), 'claim-full'), ...awayOf(reused, 'document-id-reused')];
  return [...attached(claim, fresh.slice(0, room), context), ...turnedAway];
}

function attached(claim: ClaimState, papers: readonly ClaimPaper[], context: ClockContext): FactBody[] {
  return papers.length === 0 ? [] : [{ type: 'claim.documents-attached', papers }, ...reportsReceived(claim, papers, context)];
}

export function awayOf(papers: readonly ClaimPaper[], why: 'claim-full' | 'document-id-reused'): FactBody[] {
  return papers.length === 0 ? [] : [{ type: 'claim.input-turned-away', what: 'papers', why, papers }];
}

/** A stage report is a paper like any other, and its arrival ends the time for sending it. */
function reportsReceived(claim: ClaimState, papers: readonly ClaimPaper[], context: ClockContext): FactBody[] {
  const { at } = context;
  const came = (paper: PaperId): boolean => papers.some((one) => one.paper === paper);
  const stageOne = came('accident-report-1') ? stopRunning(claim, ['stage-1-report'], at) : [];
  const suspicion = stageOne.length > 0 && claim.accident?.suspected ? startSuspicion(claim.eventOn, at, context) : [];
  return [...stageOne, ...suspicion, ...(came('accident-report-2') ? stopRunning(claim, ['stage-2-report'], at) : [])];
}

/** A document prepared before the event and sent again with the report is one document; its first mention counts. */
export function oncePerDocument(papers: readonly ClaimPaper[]): readonly ClaimPaper[] {
  const seen = new Set<string>();
  return papers.filter(({ documentId }) => !seen.has(documentId) && seen.add(documentId));
}

export function verifyDocuments(claim: ClaimState, { verdicts }: CommandOf<'verifyDocuments'>): FactBody[] | Refusal {
  if (verdicts.length === 0) return refuse('invalid-command', 'Putuskan paling sedikit satu berkas.', 'verdicts');
  if (new Set(verdicts.map(({ documentId }) => documentId)).size < verdicts.length) {
    return refuse('invalid-command', 'Satu dokumen diputuskan dua kali dalam satu kiriman.', 'verdicts');
  }
  const known = new Set(claim.papers.map((paper) => paper.documentId));
  const stranger = verdicts.find((verdict) => !known.has(verdict.documentId));
  if (stranger) {
    return refuse('invalid-command', `Dokumen ${stranger.documentId} tidak ada pada klaim ini. Muat ulang daftar berkas.`, 'verdicts');
  }
  if (verdicts.some((verdict) => verdict.verdict === 'refused' && verdict.reason.trim() === '')) {
    return refuse('invalid-command', 'Tulis mengapa berkas ditolak, supaya keluarga tahu apa yang harus diperbaiki.', 'verdicts');
  }
  return [{ type: 'claim.documents-verified', verdicts }];
}

/** After completeness the omission is ours: the claim goes back to the family, and its payment clock runs on. */
export function requestCompletion({ papers }: CommandOf<'requestCompletion'>): FactBody[] | Refusal {
  if (papers.length === 0) return refuse('invalid-command', 'Sebutkan paling sedikit satu berkas yang diminta.', 'papers');
  return [{ type: 'claim.completeness-requested', papers }];
}

/** Part of what completeness rests on, so the second person sees it again with that point. */
export function waiveDocument(claim: ClaimState, command: CommandOf<'waiveDocument'>, context: ClockContext): FactBody[] | Refusal {
  const { paper } = command;
  const reason = command.reason.trim();
  if (reason === '') return refuse('invalid-command', 'Tulis mengapa berkas ini dapat dikesampingkan.', 'reason');
  const row = checklistRows(claim, context.switches).find((candidate) => candidate.paper === paper);
  if (!row) return refuse('invalid-command', 'Berkas itu tidak ada pada daftar klaim ini.', 'paper');
  if (row.mayWaive === 'nobody') {
    return refuse('invalid-command', `${row.label} tidak dapat dikesampingkan oleh siapa pun.`, 'rules.md section 6');
  }
  if (claim.waived.some((one) => one.paper === paper)) return [];
  return [{ type: 'claim.document-waived', paper, reason }];
}

/**
 * A paper proved false or missing after completeness: two persons make completeness void. What ran since is stopped without a verdict on
 * payment, and the next completeness starts clocks of a new generation.
 */
export function revokeCompleteness(
  claim: ClaimState,
  { actor, papers, reason }: CommandOf<'revokeCompleteness'>,
  { at, switches }: ClockContext,
): FactBody[] | Refusal {
  if (papers.length === 0) return refuse('invalid-command', 'Sebutkan berkas yang ternyata palsu atau tidak ada.', 'papers');
  if (reason.trim() === '') return refuse('invalid-command', 'Tulis mengapa kelengkapan dicabut.', 'reason');
  if (hasLivePayout(claim)) {
    return refuse(
      'already-paid',
      'Sebagian santunan sudah atau sedang dibayar; kelengkapannya tidak dapat dicabut.',
      'design.md section 5',
    );
  }
  const answer = withSecondPerson(claim, actor, { type: 'revocation', papers, reason: reason.trim() });
  if ('refused' in answer) return answer;
  if ('proposed' in answer) return answer.proposed;
  if (answer.seconded.type !== 'revocation') throw new Error('a revocation was proposed as something else');
  const revoked: FactBody = { type: 'claim.completeness-revoked', papers: answer.seconded.papers, reason: answer.seconded.reason };
  // A promise counted from the report, and the answer owed to an appeal, do not rest on completeness and run on.
  const promise = withSwitches(switches)['sla.partnerPromise'].start === 'complete' ? (['partner-promise'] as const) : [];
  return [revoked, ...stopRunning(claim, ['second-eyes', 'jkm-legal', 'jkk-legal', ...promise], at)];
}
