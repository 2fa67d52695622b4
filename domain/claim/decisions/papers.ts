import { type Refusal, refuse } from '../../refusal.ts';
import { type ClockContext, stopRunning } from '../clocks.ts';
import type { CommandOf } from '../commands.ts';
import type { FactBody } from '../facts.ts';
import type { ClaimPaper } from '../parts.ts';
import type { ClaimState } from '../state.ts';

/** Papers already here (same document) are left out, so sending twice is safe; nothing new is no fact. */
export function attachDocuments(claim: ClaimState, command: Pick<CommandOf<'attachDocuments'>, 'papers'>): FactBody[] {
  const known = new Set(claim.papers.map((paper) => paper.documentId));
  const papers = oncePerDocument(command.papers).filter((paper) => !known.has(paper.documentId));
  return papers.length === 0 ? [] : [{ type: 'claim.documents-attached', papers }];
}

/** A document prepared before the event and sent again with the report is one document; its first mention counts. */
export function oncePerDocument(papers: readonly ClaimPaper[]): readonly ClaimPaper[] {
  const seen = new Set<string>();
  return papers.filter(({ documentId }) => !seen.has(documentId) && seen.add(documentId));
}

export function verifyDocuments(claim: ClaimState, { verdicts }: CommandOf<'verifyDocuments'>, { at }: ClockContext): FactBody[] | Refusal {
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
  return [{ type: 'claim.documents-verified', verdicts }, ...stopRunning(claim, ['first-look'], at)];
}

export function requestCompletion(
  claim: ClaimState,
  { papers }: CommandOf<'requestCompletion'>,
  { at }: ClockContext,
): FactBody[] | Refusal {
  if (papers.length === 0) return refuse('invalid-command', 'Sebutkan paling sedikit satu berkas yang diminta.', 'papers');
  return [{ type: 'claim.completeness-requested', papers }, ...stopRunning(claim, ['first-look'], at)];
}
