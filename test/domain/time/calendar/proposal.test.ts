import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import {
  type CalendarActor,
  type CalendarStep,
  heardStep,
  type KeptCalendar,
  makersOf,
  reasonOf,
  refuseActivation,
  refuseWithdrawal,
} from '#domain/time/calendar/proposal.ts';

const MAKER: CalendarActor = { id: 'penyelia-1', role: 'supervisor' };
const OTHER: CalendarActor = { id: 'penyelia-2', role: 'supervisor' };
const OPERATOR: CalendarActor = { id: 'operator:jaga', role: 'system' };

function step(done: CalendarStep['step'], actor: CalendarActor, reason = 'SKB terbit.'): CalendarStep {
  return { step: done, actor, at: Date.parse('2026-11-02T01:00:00Z'), reason, commandId: `${done}-${actor.id}` };
}
function kept(...steps: readonly CalendarStep[]): KeptCalendar {
  return { pack: { ...NTT_2026, version: 2 }, state: steps.at(-1)?.step ?? 'proposed', steps };
}
const proposed = kept(step('proposed', MAKER));

describe('activating a calendar takes a second person', () => {
  test('the other supervisor may', () => {
    expect(refuseActivation(proposed, OTHER, NTT_2026)).toBeUndefined();
  });

  test('who proposed it may not, and neither may any of those who did', () => {
    expect(refuseActivation(proposed, MAKER, NTT_2026)?.refused).toBe('maker-is-checker');
    const both = kept(step('proposed', OPERATOR), step('proposed', MAKER), step('proposed', OTHER));
    expect(makersOf(both)).toEqual([MAKER.id, OTHER.id]);
    expect(refuseActivation(both, OTHER, NTT_2026)?.refused).toBe('maker-is-checker');
  });

  test('what an operator put in waits for a supervisor to propose it: a command line is nobody’s eyes', () => {
    const refusal = refuseActivation(kept(step('proposed', OPERATOR)), OTHER, NTT_2026);
    expect(refusal).toMatchObject({ refused: 'maker-is-checker', text: expect.stringContaining('belum diusulkan seorang penyelia') });
  });

  test('once decided it stays decided, and the refusal says by whom and when', () => {
    for (const done of ['activated', 'withdrawn'] as const) {
      const settled = kept(step('proposed', MAKER), step(done, OTHER));
      expect(refuseActivation(settled, OTHER, NTT_2026)?.text).toMatch(/oleh penyelia-2 pada 2026-11-02T01:00:00Z/);
      expect(refuseWithdrawal(settled)?.refused).toBe('not-allowed-in-status');
    }
    expect(refuseWithdrawal(proposed)).toBeUndefined();
  });

  test('a version is not activated over a newer one of the same calendar; another calendar is no hindrance', () => {
    expect(refuseActivation(proposed, OTHER, { ...NTT_2026, version: 3 })?.text).toContain('Versi 3 kalender ini sudah aktif');
    expect(refuseActivation(proposed, OTHER, { ...NTT_2026, id: 'ntt-lain', version: 9 })).toBeUndefined();
    expect(refuseActivation(proposed, OTHER, undefined)).toBeUndefined();
  });

  test('the same press again is known by who pressed and what for', () => {
    const [press] = proposed.steps;
    if (!press) throw new Error('nothing was proposed');
    expect(heardStep(proposed, press)).toBe('repeat');
    expect(heardStep(proposed, { ...press, commandId: 'lain' })).toBe('new');
    expect(heardStep(proposed, { ...press, actor: OTHER })).toBe('reused');
    expect(heardStep(proposed, { ...press, step: 'activated' })).toBe('reused');
    expect(heardStep(proposed, { ...press, reason: 'Alasan lain.' })).toBe('reused');
  });

  test('claims journal why it was proposed, not the remark of who checked it', () => {
    expect(reasonOf(kept(step('proposed', MAKER, 'Cuti bersama dihapus.'), step('activated', OTHER, 'Cocok.')))).toBe(
      'Cuti bersama dihapus.',
    );
    expect(reasonOf(kept(step('activated', { id: 'system', role: 'system' }, 'kalender awal')))).toBe('kalender awal');
  });
});
