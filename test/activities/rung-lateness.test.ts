import { reachedRungs } from '#activities/rung-lateness.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { rungReached } from '../factories/claim-on-record.ts';

const DUE = 1_790_000_000_000;
const BY = { actor: SYSTEM_ACTOR, cause: 'uji' };
const rung = (at: number): Fact => ({ ...rungReached(DUE), ...BY, at });
const stopped = (at: number): Fact => ({ type: 'sla.clock-stopped', clock: 'first-look', stoppedAt: at, ...BY, at });

describe('how late a rung was told', () => {
  test('is the time from its hour to the moment it was told', () => {
    expect(reachedRungs({ updatedAt: DUE - 1 }, [rung(DUE + 400)])).toEqual([{ clock: 'stage-1-report', cause: 'alarm', lateMs: 400 }]);
  });

  test('an outage over its hour is ours: nobody changed the claim since', () => {
    expect(reachedRungs({ updatedAt: DUE - 1 }, [rung(DUE + 3_600_000)])).toMatchObject([{ cause: 'alarm', lateMs: 3_600_000 }]);
  });

  test('a rung that a change put into the past is not held against the alarm, whether the change came just before or with it', () => {
    expect(reachedRungs({ updatedAt: DUE + 10 }, [rung(DUE + 20)])).toMatchObject([{ cause: 'change' }]);
    expect(reachedRungs({ updatedAt: DUE - 10 }, [stopped(DUE + 20), rung(DUE + 20)])).toMatchObject([{ cause: 'change' }]);
  });

  test('other facts are no rungs', () => {
    expect(reachedRungs(undefined, [stopped(DUE)])).toEqual([]);
  });
});
