import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import type { PayoutDeps } from '#activities/payout.activities.ts';
import type { BankWordDeps } from '#activities/reconcile-news.ts';
import type { PayeeAccountDocument } from '#adapters/mongo/accounts-store.ts';
import type { Difference } from '#domain/money/reconciliation/difference.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { TWO_DAYS_LATE } from '../../../../factories/claim-paths.ts';
import type { Build } from './build.ts';

/** An activity of the payout workflow by its name, or a reconciliation telling one difference. */
export type Program =
  | { readonly name: string; readonly args: readonly unknown[] }
  | { readonly name: 'bankWord'; readonly difference: Difference };

/** One call out of an activity: the only places where others may come in between. */
export type Call = { readonly port: string; readonly args: readonly unknown[] };
export type Answer = { readonly value: unknown } | { readonly fault: 'not-running' };
export type Place = {
  readonly program: Program;
  readonly answers: readonly Answer[];
  readonly stands:
    | { readonly type: 'calls'; readonly call: Call }
    | { readonly type: 'returned'; readonly value: unknown }
    | { readonly type: 'retries' }
    | { readonly type: 'broke'; readonly error: string };
  readonly next: Map<string, number>;
};

type Ask = (port: string, args: readonly unknown[]) => Promise<unknown>;

export const FIRST_INQUIRY_MS = 60_000;
/** Of every activity; how much time has gone by is the choice of the bank's answer. */
export const MODEL_NOW = TWO_DAYS_LATE;
export const HOLDER = 'PASANGAN CONTOH';

/**
 * The runs of the real activities, as far as they have been followed. An activity cannot be copied in the middle, so it is run again from its
 * beginning with the answers it has had, until it asks for one more; each place is reached once and remembered.
 */
export class Runs {
  readonly #build: Build;
  readonly #places: Place[] = [];
  readonly #begun = new Map<string, number>();

  constructor(build: Build) {
    this.#build = build;
  }

  at(place: number): Place {
    const found = this.#places[place];
    if (!found) throw new RangeError(`no place ${place}`);
    return found;
  }

  async begin(program: Program): Promise<number> {
    const text = JSON.stringify(program);
    const known = this.#begun.get(text);
    if (known !== undefined) return known;
    const place = await this.#reach(program, []);
    this.#begun.set(text, place);
    return place;
  }

  async answer(place: number, answer: Answer): Promise<number> {
    const { program, answers, next } = this.at(place);
    const text = JSON.stringify(answer);
    const known = next.get(text);
    if (known !== undefined) return known;
    const reached = await this.#reach(program, [...answers, answer]);
    const first = await this.begin(program);
    // Whoever asks its first question again after a lost write has begun again: what it knew before it has thrown away.
    const hasLost = 'value' in answer && answer.value === undefined;
    const stood = hasLost && JSON.stringify(this.at(reached).stands) === JSON.stringify(this.at(first).stands) ? first : reached;
    next.set(text, stood);
    return stood;
  }

  async #reach(program: Program, answers: readonly Answer[]): Promise<number> {
    const stands = await new Promise<Place['stands']>((reached) => {
      let asked = 0;
      const ask = (port: string, args: readonly unknown[]): Promise<unknown> => {
        const answer = answers[asked++];
        if (answer === undefined) {
          reached({ type: 'calls', call: { port, args } });
          return new Promise(() => undefined);
        }
        if ('value' in answer) return Promise.resolve(answer.value);
        return Promise.reject(new WorkflowNotFoundError('ended', 'claim', undefined));
      };
      this.#start(program, ask).then(
        (value) => reached({ type: 'returned', value }),
        (error) => reached(error instanceof ApplicationFailure ? { type: 'retries' } : { type: 'broke', error: String(error) }),
      );
    });
    this.#places.push({ program, answers, stands, next: new Map() });
    return this.#places.length - 1;
  }

  #start(program: Program, ask: Ask): Promise<unknown> {
    const deps = depsOf(ask);
    if ('difference' in program) {
      return this.#build('activities/reconcile-news.ts').createBankWord(deps)(program.difference, MODEL_NOW);
    }
    const activities = this.#build('activities/payout.activities.ts').createPayoutActivities(deps);
    const activity = (activities as Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>)[program.name];
    if (!activity) return Promise.reject(new Error(`there is no activity ${program.name}`));
    return activity(...program.args);
  }
}

/** Ports that change are asked, one call at a time; what never changes answers at once. */
function depsOf(ask: Ask): PayoutDeps & BankWordDeps {
  const asked = (port: string, ...methods: readonly string[]) =>
    Object.fromEntries(methods.map((method) => [method, (...args: unknown[]) => ask(`${port}.${method}`, args)]));
  const deps = {
    bank: asked('bank', 'inquireAccount', 'transfer', 'transferStatus'),
    payouts: asked('payouts', 'open', 'find', 'write'),
    running: asked('running', 'tell', 'tellEnded'),
    claims: asked('claims', 'find'),
    accounts: { find: async (accountRef: string) => accountOf(accountRef) },
    calendars: { ofClaim: async () => NTT_2026, active: async () => NTT_2026 },
    freezes: { notOver: async () => [] },
    // One family alone; two on one account: test/adapters/mongo/account-uses-store.int.test.ts.
    accountUses: { take: async () => [] },
    incidents: { note: async () => 1 },
    patience: { firstInquiryMs: FIRST_INQUIRY_MS, inquiryMs: [60_000], resendMs: [5_000] },
    now: () => MODEL_NOW,
  };
  return deps as unknown as PayoutDeps & BankWordDeps;
}

/** Number and holder follow from the reference, as if the store never forgot one. */
function accountOf(_id: string): PayeeAccountDocument {
  const accountNumber = _id.replace(/\D/g, '').padStart(10, '1');
  return { _id, personId: 'pasangan', personName: HOLDER, bankCode: '130', accountNumber, ownedByPartner: false };
}
