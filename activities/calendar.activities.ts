import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import type { CalendarRolloutsStore } from '#adapters/mongo/calendar-rollouts-store.ts';
import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { OpenClaimsStore } from '#adapters/mongo/open-claims-store.ts';
import { type ClaimGateway, isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import { systemCause } from '#domain/cause.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import { type ClaimStatus, isFinal } from '#domain/claim/statuses.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import type { CalendarVersion } from '#domain/time/calendar/pack.ts';
import { type KeptCalendar, reasonOf } from '#domain/time/calendar/proposal.ts';
import { createClosedClaims } from './calendar-closed.ts';

export type CalendarDeps = {
  readonly calendars: Pick<CalendarsStore, 'active' | 'find' | 'read'>;
  readonly calendarRollouts: CalendarRolloutsStore;
  readonly openClaims: OpenClaimsStore;
  readonly claims: Pick<ClaimsStore, 'find'>;
  readonly running: Pick<ClaimGateway, 'tell' | 'tellEnded'>;
  readonly now: () => number;
};

export type RolloutPass = { readonly calendar: CalendarVersion; readonly pass: number };

/** How far a pass came: what the next try goes on from. */
type Progress = { readonly after: string; readonly told: number; readonly ended: number; readonly lost: readonly string[] };

/** Claims told at once; between two batches we look whether this calendar is still the active one. */
const BATCH = 100;

export function createCalendarActivities({ calendars, calendarRollouts, openClaims, claims, running, now }: CalendarDeps) {
  const tellUnjudged = createClosedClaims({ calendars, openClaims, running, now });

  async function isActive({ id, version }: CalendarVersion): Promise<boolean> {
    const active = await calendars.active();
    return active.id === id && active.version === version;
  }

  /** One claim hears of it. Whoever ended meanwhile needs no deadline; an open claim without a workflow needs a person. */
  async function tell(claimId: ClaimId, event: ClaimEvent): Promise<'told' | 'ended' | 'lost'> {
    try {
      await running.tell(claimId, event);
      return 'told';
    } catch (error) {
      if (!isNotRunning(error)) throw error;
      const document = await claims.find(claimId);
      return document && !isFinal(document.status as ClaimStatus) ? 'lost' : 'ended';
    }
  }

  async function tellBatch(progress: Progress, claimIds: readonly ClaimId[], event: ClaimEvent): Promise<Progress> {
    const heard = await Promise.all(claimIds.map((claimId) => tell(claimId, event)));
    const lost = claimIds.filter((_, index) => heard[index] === 'lost');
    return {
      after: claimIds.at(-1) ?? progress.after,
      told: progress.told + heard.filter((answer) => answer === 'told').length,
      ended: progress.ended + heard.filter((answer) => answer === 'ended').length,
      lost: [...progress.lost, ...lost],
    };
  }

  return {
    /**
     * Tells every open claim that is not on this calendar, by number, in batches; a try that dies goes on where it last reported. Ends early
     * when another calendar has been activated: two rollouts would move claims to and fro.
     */
    async tellOpenClaims({ calendar, pass }: RolloutPass): Promise<'told' | 'superseded'> {
      const kept = await calendars.read(calendar.id, calendar.version);
      if (!kept) throw new Error(`calendar ${calendar.id} version ${calendar.version} is not in the store`);
      await calendarRollouts.begin(calendar, now());
      const event = toEvent(kept, pass);
      let progress: Progress = (activityInfo().heartbeatDetails as Progress | undefined) ?? { after: '', told: 0, ended: 0, lost: [] };
      for (;;) {
        cancellationSignal().throwIfAborted();
        if (!(await isActive(calendar))) {
          await calendarRollouts.report(calendar, now(), { state: 'superseded', finishedAt: now() });
          return 'superseded';
        }
        const batch = await openClaims.next(progress.after, BATCH, calendar);
        if (batch.length === 0) break;
        progress = await tellBatch(
          progress,
          batch.map(({ claimId }) => claimId),
          event,
        );
        heartbeat(progress);
        await calendarRollouts.report(calendar, now(), toReport(pass, progress));
      }
      await calendarRollouts.report(calendar, now(), toReport(pass, progress));
      if (pass === 1) {
        await tellUnjudged(calendar, event, () => {
          cancellationSignal().throwIfAborted();
          heartbeat(progress);
        });
      }
      return 'told';
    },

    /** How many open claims are still on another calendar, apart from those nobody can tell. None means done. */
    async countClaimsBehind(calendar: CalendarVersion): Promise<number> {
      const rollout = await calendarRollouts.find(calendar);
      if (!(await isActive(calendar))) {
        if (rollout?.state === 'running') await calendarRollouts.report(calendar, now(), { state: 'superseded', finishedAt: now() });
        return 0;
      }
      const behind = await openClaims.countNotOn(calendar, rollout?.lost ?? []);
      const news = behind === 0 ? { behind, state: 'done' as const, finishedAt: now() } : { behind, state: 'running' as const };
      await calendarRollouts.report(calendar, now(), news);
      return behind;
    },
  };
}

/** A later round is an event of its own: a claim that heard this one first and a stale one after must hear it again. */
function toEvent(kept: KeptCalendar, pass: number): ClaimEvent {
  const { pack: calendar, steps } = kept;
  const { id, role } = steps.findLast(({ step }) => step === 'activated')?.actor ?? SYSTEM_ACTOR;
  const eventId = systemCause(`calendar:${calendar.id}:${calendar.version}${pass === 1 ? '' : `:${pass}`}`);
  return { type: 'calendarChanged', eventId, actor: { id, role }, calendar, reason: reasonOf(kept) };
}

function toReport(pass: number, { told, ended, lost }: Progress) {
  return { state: 'running' as const, pass, lost, ...(pass === 1 ? { told, ended } : { toldAgain: told }) };
}
