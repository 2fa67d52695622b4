import { canonicalJson, firstBreak } from '#adapters/mongo/chain.ts';
import type { ClaimDocument } from '#adapters/mongo/claims.model.ts';
import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { evolve } from '#domain/claim/evolve.ts';
import type { ClaimState } from '#domain/claim/state.ts';

/** The claim after each fact, as far as the journal can be folded. */
export type Folding = { readonly states: readonly ClaimState[]; readonly stuckAt?: number };

export function foldStepwise(claimId: ClaimId, entries: readonly JournalEntry[]): Folding {
  const states: ClaimState[] = [];
  for (const { fact } of entries) {
    try {
      states.push(evolve(states.at(-1), fact, claimId));
    } catch {
      return { states, stuckAt: states.length + 1 };
    }
  }
  return { states };
}

export type Proof = { readonly lines: readonly string[]; readonly isSound: boolean };

/** Whether the journal is whole, and whether what people read is what it says. */
export function prove(entries: readonly JournalEntry[], { states, stuckAt }: Folding, document: ClaimDocument | undefined): Proof {
  const broken = firstBreak(entries);
  const chain = broken
    ? `Rantai jurnal PUTUS pada fakta ${broken.seq}: isi, nomor atau urutannya tidak cocok dengan sidiknya. Hubungi auditor.`
    : `Rantai jurnal utuh: ${entries.length} fakta, sidik terakhir ${entries.at(-1)?.hash.slice(0, 16) ?? '-'}…`;
  const fold = stuckAt === undefined ? [] : [`Jurnal tidak dapat dilipat: fakta ${stuckAt} tidak dapat mengikuti fakta sebelumnya.`];
  const comparison = compare(states, document);
  return {
    lines: [chain, ...fold, comparison.line],
    isSound: broken === undefined && stuckAt === undefined && comparison.isEqual,
  };
}

function compare(states: readonly ClaimState[], document: ClaimDocument | undefined): { readonly line: string; readonly isEqual: boolean } {
  if (!document) return { line: 'Dokumen klaim BELUM ADA: jurnal lebih dahulu. Jalankan lagi sebentar kemudian.', isEqual: false };
  const folded = states[document.seq - 1];
  if (!folded) return { line: `Dokumen klaim mengaku sampai fakta ${document.seq}, jurnal hanya sampai ${states.length}.`, isEqual: false };
  const fields = differingFields(folded, document.state);
  if (fields.length > 0) return { line: `Dokumen klaim BERBEDA dari lipatan jurnal pada: ${fields.join(', ')}.`, isEqual: false };
  const behind = states.length - document.seq;
  // Facts are written before the document: between the two a reader sees this, and a moment later no more.
  if (behind > 0)
    return { line: `Dokumen klaim sama dengan jurnal sampai fakta ${document.seq}, tertinggal ${behind} fakta.`, isEqual: true };
  return { line: `Dokumen klaim sama dengan lipatan jurnal sampai fakta ${document.seq}.`, isEqual: true };
}

function differingFields(folded: ClaimState, stored: ClaimState): readonly string[] {
  const [left, right] = [folded, stored] as unknown as readonly [Record<string, unknown>, Record<string, unknown>];
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return names.filter((name) => canonicalJson([left[name]]) !== canonicalJson([right[name]]));
}
