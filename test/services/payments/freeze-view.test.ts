import type { ClaimState } from '#domain/claim/state.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';
import { waitsOf } from '#services/payments/freeze-view.ts';

const claim = { payouts: [{ payoutId: 'besar', state: 'ordered', amount: 480_000_000 }] } as unknown as ClaimState;
const freezes = { notOver: async () => [] };

const waitAt = async (calendar: typeof NTT_2026, wib: string) =>
  (await waitsOf(claim, { freezes, calendars: { active: async () => calendar } } as never, Date.parse(`${wib}+07:00`))).get('besar');

test('a claim can be read after closing on the last day of the last known year, and says why its order is held', async () => {
  for (const wib of ['2026-12-31T16:00', '2027-01-04T09:00']) {
    const wait = await waitAt(NTT_2026, wib);
    expect(wait).toEqual({ why: 'calendar-year-missing', text: expect.stringContaining('kalender kerja tahun ini belum ada') });
  }
  expect(await waitAt(NTT_2027, '2026-12-31T16:00')).toMatchObject({ why: 'bank-hours', until: '2027-01-03T23:30:00Z' });
  expect(await waitAt(NTT_2027, '2027-01-04T09:00')).toBeUndefined();
});
