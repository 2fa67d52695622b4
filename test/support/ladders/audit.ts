import type { ClaimId } from '#domain/claim/claim-number.ts';
import { evolve } from '#domain/claim/evolve.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type Switches, withSwitches } from '#domain/law/rules/switches.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { explainDeadline } from '#domain/time/clock/explain.ts';
import { isStep } from '#domain/time/clock/explain-rows.ts';
import type { Lebaran } from './lebaran.ts';
import { type Life, Walk } from './oracle.ts';
import { Track } from './track.ts';

/** Less than lies between any two rungs: here it is which rung fires when, not how fast; seconds are measured by bench/herd.ts. */
const LATENESS_MS = 60_000;

type RungFact = Extract<Fact, { type: 'sla.rung-reached' }>;
type ClockFact = Extract<Fact, { type: `sla.${string}` }>;

export type Played = {
  readonly claimId: ClaimId;
  readonly facts: readonly Fact[];
  readonly packs: readonly CalendarPack[];
  readonly switches: Partial<Switches>;
  /** The claim's own time at the end. */
  readonly until: Instant;
  /** To speak of March 2026. */
  readonly year: Pick<Lebaran, 'say' | 'at'>;
};

/** Whatever is wrong with the rungs of a journal, in words; nothing when every rung fired once, where the rules put it. */
export function auditLadders(played: Played): readonly string[] {
  const audit = new Audit(played);
  for (const fact of played.facts) audit.hear(fact);
  audit.nothingMissedBy(played.until, 'the end');
  return audit.wrong;
}

class Audit {
  readonly wrong: string[] = [];
  readonly #played: Played;
  readonly #switches: Switches;
  readonly #tracks: Track[] = [];
  /** A walk over minutes is slow, and most facts change no life. */
  readonly #walks = new Map<string, Walk>();
  #pack: CalendarPack;
  #changedAt: Instant = 0;
  #state: ClaimState | undefined;

  constructor(played: Played) {
    this.#played = played;
    this.#switches = withSwitches(played.switches);
    const [first] = played.packs;
    if (!first) throw new Error('a claim without a calendar');
    this.#pack = first;
  }

  hear(fact: Fact): void {
    if (fact.type.startsWith('sla.')) this.#hearClock(fact as ClockFact);
    this.#state = evolve(this.#state, fact, this.#played.claimId);
    if (fact.type.startsWith('sla.')) this.#compareExplanations(fact.at);
  }

  /** Every rung whose time came before is on record by then. */
  nothingMissedBy(at: Instant, when: string): void {
    for (const track of this.#tracks.filter(({ isStopped }) => !isStopped)) {
      const id = track.next;
      if (id === undefined) continue;
      const expected = this.#expected(track, at);
      const since = Math.max(expected, this.#changedAt);
      if (since + LATENESS_MS < at)
        this.#say(`${track.name}:${id} was due ${this.#at(expected)} and had not fired by ${when}, ${this.#at(at)}`);
    }
  }

  #hearClock(fact: ClockFact): void {
    if (fact.type === 'sla.rung-reached') {
      this.#hearRung(fact);
      return;
    }
    this.nothingMissedBy(fact.at, fact.type);
    this.#apply(fact);
    this.#changedAt = fact.at;
  }

  #apply(fact: Exclude<ClockFact, RungFact>): void {
    const running = (clocks: readonly string[]) => this.#tracks.filter(({ isStopped, clock }) => !isStopped && clocks.includes(clock));
    switch (fact.type) {
      case 'sla.clock-started': {
        const generation = 1 + this.#tracks.filter(({ clock }) => clock === fact.clock).length;
        this.#tracks.push(new Track(fact.clock, generation, fact.startedAt));
        return;
      }
      case 'sla.clock-stopped':
        for (const track of running([fact.clock])) track.isStopped = true;
        return;
      case 'sla.verdict-revised':
        return;
      case 'sla.clock-paused':
        for (const track of running(fact.clocks)) track.pause(fact.ground, fact.from);
        return;
      case 'sla.clock-resumed':
        for (const track of running(fact.clocks)) track.resume(fact.ground, fact.resumedAt);
        return;
      case 'sla.clock-extended':
        for (const track of running([fact.clock])) track.extendedBy += fact.units;
        return;
      case 'sla.calendar-changed':
        this.#pack = this.#played.packs.find(({ version }) => version === fact.calendar.version) ?? this.#pack;
        return;
      case 'sla.escalation-acknowledged':
        for (const track of this.#tracks) {
          if (fact.rungKey.startsWith(`${track.name}:`)) track.acknowledged.add(fact.rungKey.slice(track.name.length + 1));
        }
        return;
      default:
        fact satisfies never;
    }
  }

  #hearRung(fact: RungFact): void {
    const track = this.#tracks.find(({ clock, generation }) => clock === fact.clock && generation === fact.generation);
    if (!track) {
      this.#say(`${fact.rungKey} fired for a clock that never started`);
      return;
    }
    const walk = this.#walk(track);
    if (track.isStopped) this.#say(`${fact.rungKey} fired after its clock stopped, ${this.#at(fact.at)}`);
    if (track.fired.has(fact.rung)) this.#say(`${fact.rungKey} fired twice`);
    if (track.next !== fact.rung) this.#say(`${fact.rungKey} fired before ${track.next}`);
    if (fact.rungKey !== `${track.name}:${fact.rung}`) this.#say(`${fact.rungKey} is not the key of ${track.name}:${fact.rung}`);
    if (walk.isPaused(fact.at)) this.#say(`${fact.rungKey} fired in a pause, ${this.#at(fact.at)}`);
    this.#compareTime(track, walk, fact);
    const { tells, requires } = track.ladder[`r${fact.rung}`] ?? { tells: [], requires: [] };
    if (`${tells}` !== `${fact.tells}` || `${requires}` !== `${fact.requires}`) {
      this.#say(`${fact.rungKey} tells ${fact.tells} and asks ${fact.requires}`);
    }
    track.fired.set(fact.rung, fact.at);
  }

  #compareTime(track: Track, walk: Walk, { rungKey, dueAt, at }: RungFact): void {
    const expected = this.#expected(track, at);
    if (dueAt !== expected)
      this.#say(`${rungKey} says due ${this.#at(dueAt)}, the rules say ${this.#at(expected)} (${dueAt - expected} ms)`);
    const lateMs = at - Math.max(dueAt, this.#changedAt);
    if (at < dueAt) this.#say(`${rungKey} fired ${dueAt - at} ms early`);
    if (lateMs > LATENESS_MS) this.#say(`${rungKey} fired ${lateMs} ms late, ${this.#at(at)}`);
    // A rung of the closing is written down a moment after it.
    if (walk.waitsForOffice && !(walk.isServed(dueAt) && (walk.isServed(at) || walk.isServed(at - LATENESS_MS)))) {
      this.#say(`${rungKey} fired when nobody is there, ${this.#at(at)}`);
    }
  }

  #expected(track: Track, asOf: Instant): Instant {
    const walk = this.#walk(track);
    const ignored = track.ignoredSince;
    const own = walk.rungAt(track.next ?? '100');
    const at = walk.outsidePauses(ignored === undefined ? own : Math.min(own, walk.patienceEnds(ignored)));
    // What a pause kept from being told is told when the clock runs again.
    return at <= asOf && walk.isPaused(asOf) ? walk.outsidePauses(asOf) : at;
  }

  /** What officer, partner and family would read at that moment leads to the same deadline. */
  #compareExplanations(at: Instant): void {
    for (const track of this.#tracks.filter(({ isStopped }) => !isStopped)) {
      const ledger = this.#state?.clocks.find(({ clock, generation }) => clock === track.clock && generation === track.generation);
      if (!ledger) {
        this.#say(`${track.name} is not on record`);
        continue;
      }
      const rows = explainDeadline(ledger, this.#pack, at, this.#switches);
      const explained = rows.filter(isStep).at(-1)?.to ?? 0;
      const { dueAt } = this.#walk(track, at);
      if (explained !== dueAt) this.#say(`${track.name} is explained to ${this.#at(explained)}, the rules say ${this.#at(dueAt)}`);
    }
  }

  /** With `asOf` what lasts is taken to end then, as people are told; without, never. */
  #walk({ clock, startedAt, pauses, extendedBy }: Track, asOf?: Instant): Walk {
    const known = asOf === undefined ? pauses : pauses.map((pause) => ({ ...pause, to: Math.min(pause.to, asOf) }));
    const life: Life = { clock, startedAt, pauses: known, extendedBy, promiseUnit: this.#switches['sla.partnerPromise'].unit };
    const key = JSON.stringify([life, this.#pack.version]);
    const walk = this.#walks.get(key) ?? new Walk(life, this.#pack, this.#switches['calendar.jointLeave']);
    this.#walks.set(key, walk);
    return walk;
  }

  #at(at: Instant): string {
    return this.#played.year.say(at);
  }

  #say(text: string): void {
    this.wrong.push(text);
  }
}
