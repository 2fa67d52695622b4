import fc from 'fast-check';
import { instant, toIso } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import { APPROVER, approveOpen, type ClaimFile, DAY, HOUR, OFFICER, PAY } from '../../factories/claims.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const MINUTE = 60_000;
const CLOSED_ON = new Set<string>([...NTT_2026.holidays, ...NTT_2026.jointLeave]);
/** Kupang is eight hours ahead of UTC, all year. */
const localDay = (at: number): string => toIso(at + 8 * HOUR).slice(0, 10);
const isWorking = (at: number): boolean => ![0, 6].includes(new Date(at + 8 * HOUR).getUTCDay()) && !CLOSED_ON.has(localDay(at));
const at16 = (at: number): number => instant(`${localDay(at)}T08:00:00Z`);

/** An oracle that walks the days one by one: the third working day after the day of completeness, at 16:00. */
function dueBySteps(completeAt: number): number {
  let at = completeAt;
  while (!isWorking(at) || at > at16(at)) at = at16(at + DAY) - 8 * HOUR;
  for (let days = 0; days < 3; ) {
    at += DAY;
    if (isWorking(at)) days += 1;
  }
  return at16(at);
}

function lateBySteps(due: number, paidAt: number): number {
  let days = 0;
  while (due + days * DAY < paidAt) days += 1;
  return days;
}

const FROM = instant('2026-03-02T00:00:00Z');
const minutes = (days: number) => fc.integer({ min: 0, max: days * 1_440 });

const stories = fc.record({
  completeAt: minutes(120),
  orderedAfter: minutes(6),
  /** Around the order, far before it, or by a clock that is ahead. */
  saidAfterOrder: fc.integer({ min: -3 * 1_440, max: 30 * 1_440 }),
  heardAfter: minutes(20),
  bookedAfterOrder: fc.option(fc.integer({ min: -1_440, max: 40 * 1_440 }), { nil: undefined }),
  bookedHeardAfter: minutes(20),
});

function ordered({ completeAt, orderedAfter }: Record<'completeAt' | 'orderedAfter', number>): { file: ClaimFile; orderedAt: number } {
  const file = claimIn('verifying', { at: FROM + completeAt * MINUTE });
  file.give(OFFICER, { type: 'triageCause', programme: 'jkm', reason: 'Surat keterangan dokter.' });
  file.give(OFFICER, { type: 'resolveHeirs', people: file.state.people });
  const inquiry = { holder: 'match', ownedByPartner: false } as const;
  file.give(OFFICER, { type: 'confirmPayeeAccount', payeeClass: 'heirs', personId: 'pasangan', accountRef: 'rekening-1', inquiry });
  file.give(OFFICER, PAY);
  file.at += orderedAfter * MINUTE;
  file.give(APPROVER, approveOpen(file));
  return { file, orderedAt: file.at };
}

/** Undecided compensation, in rupiah. */
function proposed({ state }: ClaimFile): number {
  return state.payouts.filter((payout) => payout.state === 'held').reduce((sum, { amount }) => sum + amount, 0);
}

describe('whenever the bank paid and whenever we hear of it', () => {
  test('compensation is one hundredth for each day begun after the deadline until the bank had paid, and nothing for the days until we heard', () => {
    const property = fc.property(stories, (story) => {
      const { file, orderedAt } = ordered(story);
      const due = dueBySteps(FROM + story.completeAt * MINUTE);
      const [line] = file.state.payouts;
      if (!line) throw new Error('nothing was ordered');
      const tell = (after: number): number => {
        file.bankSays(line, { state: 'confirmed', bankReference: 'B', paidAt: orderedAt + after * MINUTE });
        return Math.min(Math.max(orderedAt + after * MINUTE, orderedAt), file.at);
      };
      file.at += story.heardAfter * MINUTE;
      const paidAt = tell(story.saidAfterOrder);
      expect(proposed(file)).toBe(420_000 * lateBySteps(due, paidAt));
      expect(file.state.clocks.find(({ clock }) => clock === 'jkm-legal')).toMatchObject({ stoppedAt: paidAt, heardAt: file.at });
      if (story.bookedAfterOrder === undefined) return;
      file.at += story.bookedHeardAfter * MINUTE;
      const saidBefore = orderedAt + story.saidAfterOrder * MINUTE;
      const isSame = saidBefore === orderedAt + story.bookedAfterOrder * MINUTE;
      const bookedAt = isSame ? paidAt : tell(story.bookedAfterOrder);
      expect(proposed(file)).toBe(420_000 * lateBySteps(due, bookedAt));
      expect(file.state.status).toBe(lateBySteps(due, bookedAt) === 0 ? 'closed' : 'paid');
    });
    fc.assert(property, { numRuns: propertyRuns });
  });
});
