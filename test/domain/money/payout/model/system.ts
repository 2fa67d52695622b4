import type { PayoutDocument } from '#adapters/mongo/payouts-store.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { TransferOrder } from '#domain/money/payout/transfer.ts';
import { bankActs } from './bank.ts';
import { type Build, build } from './build.ts';
import { Claims } from './claims.ts';
import { Outside } from './outside.ts';
import { peopleMoves } from './people.ts';
import { type Answer, type Place, Runs } from './run.ts';
import { provenBy } from './statement.ts';
import { Store } from './store.ts';
import { Wire } from './wire.ts';
import { type Happening, WorkflowRuns } from './workflow-runs.ts';
import { type Budget, type Move, textOf, type World, withFlow, without } from './world.ts';

export type SystemOptions = {
  readonly product?: Build;
  readonly claim: ClaimState;
  readonly left: Budget;
  /** An activity runs to its end in one move: no crash, no other try, no word from elsewhere in between. */
  readonly inOneGo?: boolean;
  /** False: the store takes every write. */
  readonly isGuarded?: boolean;
  /** A try may stop between its intent and its call until long after the bank was asked about it. */
  readonly maySleep?: boolean;
};

/** Where a run is: the try of a workflow, one that was given up, or a reconciliation. */
type Role =
  | { readonly kind: 'try'; readonly flow: number }
  | { readonly kind: 'ghost'; readonly index: number }
  | { readonly kind: 'word'; readonly index: number };

/** Claim, workflows, activities, store and bank, as one thing whose every next step can be listed. */
export class System {
  readonly claims: Claims;
  readonly store: Store;
  readonly start: World;
  readonly #runs: Runs;
  readonly #workflows: WorkflowRuns;
  readonly #outside: Outside;
  readonly #options: SystemOptions;

  constructor(options: SystemOptions) {
    const product = options.product ?? build();
    this.#options = options;
    this.claims = new Claims(product);
    this.store = new Store(this.claims, options.isGuarded);
    this.#runs = new Runs(product);
    this.#workflows = new WorkflowRuns(product);
    this.#outside = new Outside(this.claims, this.store, new Wire(product));
    const claim = this.claims.add(options.claim);
    this.start = { claim, docs: {}, bank: {}, flows: [], ghosts: [], words: [], orders: [], approved: 0, left: options.left };
  }

  async moves(world: World): Promise<readonly Move[]> {
    const running = await Promise.all(this.#roles(world).map((role) => this.#runMoves(world, role)));
    const begun = await Promise.all([...world.flows.map((_, flow) => this.#workflowMoves(world, flow)), this.#reconcile(world)]);
    const moves = [...running.flat(), ...begun.flat(), ...bankActs(world), ...this.#people(world)];
    const settled = this.#options.inOneGo ? await Promise.all(moves.map((move) => this.#toItsEnd(move))) : [moves];
    return settled.flat().map((move) => ({ ...move, world: this.#atRest(move.world) }));
  }

  /** What went wrong in a run that no rule foresees, if anything did. */
  bug(world: World): string | undefined {
    for (const role of this.#roles(world)) {
      const { stands } = this.#place(world, role);
      if (stands.type === 'broke') return stands.error;
    }
    for (const { place } of world.flows) {
      const stands = place === undefined ? undefined : this.#workflows.at(place).stands;
      if (stands?.type === 'broke') return stands.error;
    }
    return undefined;
  }

  #roles(world: World): readonly Role[] {
    return [
      ...world.flows.flatMap((flow, index): Role[] => (flow.at === undefined ? [] : [{ kind: 'try', flow: index }])),
      ...world.ghosts.map((_, index): Role => ({ kind: 'ghost', index })),
      ...world.words.map((_, index): Role => ({ kind: 'word', index })),
    ];
  }

  #place(world: World, role: Role): Place {
    if (role.kind === 'try') return this.#runs.at(world.flows[role.flow]?.at ?? -1);
    return this.#runs.at((role.kind === 'ghost' ? world.ghosts : world.words)[role.index] ?? -1);
  }

  /** The next step of one run, its death, and its second try. */
  async #runMoves(world: World, role: Role): Promise<readonly Move[]> {
    const { stands, program } = this.#place(world, role);
    const who = `${role.kind === 'ghost' ? 'the earlier try of ' : ''}${program.name}`;
    if (stands.type !== 'calls') return [];
    const crashed = without(world, 'crashes');
    // A try that has only read so far is no different from one that begins later.
    const twin = role.kind === 'try' && CHANGES.includes(stands.call.port) ? await this.#doubled(world, role) : undefined;
    const ends = this.#options.inOneGo
      ? []
      : [
          ...(crashed ? [{ label: `${who} dies before ${stands.call.port}`, world: await this.#retried(crashed, role) }] : []),
          ...(twin ? [{ label: `${who} is tried again while it stands before ${stands.call.port}`, world: twin }] : []),
        ];
    return [...(await this.#calls(world, role, who)), ...ends];
  }

  async #calls(world: World, role: Role, who: string): Promise<readonly Move[]> {
    const { stands } = this.#place(world, role);
    if (stands.type !== 'calls') return [];
    const seen = {
      inUse: this.#versionsInUse(world),
      hasUnsent: (payoutId: string, issue: number) => this.#hasUnsent(world, { payoutId, issue }),
    };
    const answers = await this.#outside.answers(world, stands.call, seen);
    return Promise.all(
      answers.map(async ({ label, world: next, answer }) => ({
        label: `${who}: ${label}`,
        world: await this.#answered(next, role, answer),
      })),
    );
  }

  #people(world: World): readonly Move[] {
    // A reconciliation takes minutes, and deciding anything again takes people longer.
    if (world.words.length > 0) return [];
    const hasUnsent = (payoutId: string, issue: number): boolean => this.#hasUnsent(world, { payoutId, issue });
    return peopleMoves(world, this.claims, { hasUnsent, inSittings: !this.#options.inOneGo });
  }

  /** Some run has written its intent and not made its call: whoever asks, or reads, must not conclude from what the bank does not have yet. */
  #hasUnsent(world: World, { payoutId, issue }: { readonly payoutId: string; readonly issue: number }): boolean {
    if (this.#options.maySleep) return false;
    return this.#roles(world).some((role) => {
      const { stands } = this.#place(world, role);
      if (stands.type !== 'calls' || stands.call.port !== 'bank.transfer') return false;
      const [unsent] = stands.call.args as [TransferOrder];
      return unsent.payoutId === payoutId && unsent.issue === issue;
    });
  }

  /** Every version a run has read and may still compare with. */
  #versionsInUse(world: World): ReadonlySet<number> {
    const read = this.#roles(world).flatMap((role) => this.#place(world, role).answers);
    const held = read.flatMap((answer) => ('value' in answer ? [(answer.value as Partial<PayoutDocument> | undefined)?.version] : []));
    return new Set(held.filter((version) => version !== undefined));
  }

  async #answered(world: World, role: Role, answer: Answer): Promise<World> {
    const at = (role.kind === 'try' ? world.flows[role.flow]?.at : (role.kind === 'ghost' ? world.ghosts : world.words)[role.index]) ?? -1;
    const next = await this.#runs.answer(at, answer);
    const { stands } = this.#runs.at(next);
    if (stands.type === 'retries') return this.#retried(world, role);
    const hasReturned = stands.type === 'returned';
    if (role.kind === 'try') {
      return hasReturned
        ? this.#happens(world, role.flow, { type: 'returned', value: stands.value })
        : withFlow(world, role.flow, { at: next });
    }
    const place = hasReturned ? [] : [next];
    const put = (places: readonly number[]) => places.toSpliced(role.index, 1, ...place).toSorted((a, b) => a - b);
    return role.kind === 'ghost' ? { ...world, ghosts: put(world.ghosts) } : { ...world, words: put(world.words) };
  }

  /** Something happened to a workflow, and it has gone on: to its next activity, to wait, or to its end. */
  async #happens(world: World, index: number, happening: Happening): Promise<World> {
    const { order, place, at } = world.flows[index] ?? { order: -1 };
    const next = place === undefined ? await this.#begun(order) : await this.#workflows.after(place, happening);
    const { stands } = this.#workflows.at(next);
    if (stands.type === 'ended') return { ...world, flows: world.flows.toSpliced(index, 1) };
    if (stands.type !== 'runs') return withFlow(world, index, { place: next, at: undefined });
    const isStillRunning = happening.type === 'signal' && at !== undefined;
    const running = isStillRunning ? at : await this.#runs.begin({ name: stands.activity, args: stands.args });
    return withFlow(world, index, { place: next, at: running });
  }

  #begun(order: number): Promise<number> {
    return this.#workflows.begin({ claimId: this.claims.state(0).claimId, payout: this.claims.orders.valueOf(order) });
  }

  /** Temporal tries the activity of a workflow again; a try that was given up, and a reconciliation, are simply gone. */
  async #retried(world: World, role: Role): Promise<World> {
    if (role.kind === 'ghost') return { ...world, ghosts: world.ghosts.toSpliced(role.index, 1) };
    if (role.kind !== 'try') return { ...world, words: world.words.toSpliced(role.index, 1) };
    return withFlow(world, role.flow, { at: await this.#runs.begin(this.#place(world, role).program) });
  }

  /** The workflow has waited long enough for the answer, and the activity goes on all the same. */
  async #doubled(before: World, role: Extract<Role, { kind: 'try' }>): Promise<World | undefined> {
    const world = without(before, 'twins');
    if (!world) return undefined;
    const earlier = world.flows[role.flow]?.at ?? -1;
    const fresh = await this.#retried(world, role);
    return { ...fresh, ghosts: [...fresh.ghosts, earlier].toSorted((a, b) => a - b) };
  }

  /** The beginning of a workflow, its timer, or a signal that reaches it whatever it is doing. */
  async #workflowMoves(world: World, index: number): Promise<readonly Move[]> {
    const { place, at, hears } = world.flows[index] ?? { order: -1 };
    const move = async (label: string, happening: Happening): Promise<Move> => ({
      label: `the workflow ${label}`,
      world: await this.#happens(withFlow(world, index, happening.type === 'signal' ? { hears: undefined } : {}), index, happening),
    });
    if (place === undefined) return [await move('begins', { type: 'timer' })];
    const timer = at === undefined ? [await move('has waited long enough', { type: 'timer' })] : [];
    if (hears === undefined) return timer;
    return [...timer, await move('hears what two people found', { type: 'signal', ...this.claims.signals.valueOf(hears) })];
  }

  async #reconcile(world: World): Promise<readonly Move[]> {
    if (world.words.length > 0) return [];
    return Promise.all(
      provenBy(world, this.claims, this.store).map(async (difference) => ({
        label: 'the statement is read',
        world: { ...world, words: [await this.#runs.begin({ name: 'bankWord', difference })] },
      })),
    );
  }

  /** Up to where nothing runs any more, or a try begins again from where it began before. */
  async #toItsEnd(move: Move, before: readonly string[] = []): Promise<readonly Move[]> {
    const [role] = this.#roles(move.world);
    const text = textOf(move.world);
    if (!role || this.#place(move.world, role).stands.type !== 'calls' || before.includes(text)) return [move];
    const next = await this.#runMoves(move.world, role);
    const ends = await Promise.all(
      next.map(({ label, world }) => this.#toItsEnd({ label: `${move.label}; ${label}`, world }, [...before, text])),
    );
    return ends.flat();
  }

  #atRest(world: World): World {
    return this.#roles(world).length === 0 ? this.store.atRest(world) : world;
  }
}

const CHANGES: readonly string[] = ['payouts.write', 'bank.transfer', 'running.tell'];
