import type { ClaimState } from '#domain/claim/state.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Opening } from './facts.ts';
import { type NoScholarship, openingsOf } from './open-from-claim.ts';

const APPROVED: readonly ClaimStatus[] = ['approved', 'paying', 'paid', 'closed'];
const MOST_CHILDREN = 2;
const SCHOLARSHIP = 'design.md section 6: at most two children in legal order';

const WHY: Readonly<Record<NoScholarship, string>> = {
  'event-does-not-qualify': 'Peristiwa klaim ini tidak memberi beasiswa.',
  'contributions-under-3-years': 'Iuran JKM peserta belum 36 bulan.',
  'no-child': 'Anak ini tidak berhak pada hari peristiwa.',
};

/** The scholarship of a child whose birth date nobody knew when the claim was approved. Who has one by then keeps it. */
export function openLater(
  claim: ClaimState,
  { childId, birthDate }: { readonly childId: string; readonly birthDate: Day },
  alreadyOpen: number,
  switches: Partial<Switches> = {},
): Opening | Refusal {
  const person = claim.people.find(({ id, relation, alive }) => id === childId && relation === 'child' && alive);
  if (!APPROVED.includes(claim.status)) return refuse('not-allowed-in-status', 'Klaim ini belum disetujui.', SCHOLARSHIP);
  if (!person) return refuse('invalid-command', 'Anak ini tidak tercatat pada klaim.', 'childId');
  if (person.birthDate !== undefined) {
    return refuse('not-allowed-in-status', 'Tanggal lahir anak ini sudah diketahui ketika klaim disetujui.', SCHOLARSHIP);
  }
  if (alreadyOpen >= MOST_CHILDREN) return refuse('not-allowed-in-status', 'Dua anak sudah ditanggung.', SCHOLARSHIP);
  const people = claim.people.map((one) => (one === person ? { ...one, birthDate } : one));
  const { openings, why = 'no-child' } = openingsOf({ ...claim, people }, switches);
  return openings.find((opening) => opening.childId === childId) ?? refuse('not-allowed-in-status', WHY[why], SCHOLARSHIP);
}
