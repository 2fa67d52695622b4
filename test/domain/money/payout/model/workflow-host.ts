import type { Happening, Stands } from './workflow-runs.ts';

type Pending =
  | { readonly type: 'runs'; readonly activity: string; readonly args: readonly unknown[]; readonly resolve: (value: unknown) => void }
  | { readonly type: 'waits'; readonly isDone: () => boolean; readonly resolve: (value: boolean) => void };

/** Stands in for Temporal around one workflow: enough of it for a workflow that runs one activity, or waits, at a time. */
export class WorkflowHost {
  #handlers = new Map<string, (value: unknown) => void>();
  #pending: Pending | undefined;
  #activity = (activity: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve) => {
      this.#pending = { type: 'runs', activity, args, resolve };
    });

  /** In place of `@temporalio/workflow`. */
  readonly module: object = {
    proxyActivities: () =>
      new Proxy(
        {},
        {
          get:
            (_none, name) =>
            (...args: unknown[]) =>
              this.#activity(String(name), args),
        },
      ),
    defineSignal: (name: string) => name,
    defineUpdate: (name: string) => name,
    defineQuery: (name: string) => name,
    setHandler: (name: string, handler: (value: unknown) => void) => this.#handlers.set(name, handler),
    condition: (isDone: () => boolean) => this.#wait(isDone),
    sleep: () => this.#wait(() => false),
    patched: () => true,
    workflowInfo: () => ({ continueAsNewSuggested: false }),
    allHandlersFinished: () => true,
  };

  async replay(workflow: () => Promise<void>, happened: readonly Happening[]): Promise<Stands> {
    this.#handlers = new Map();
    this.#pending = undefined;
    let end: Stands | undefined;
    workflow().then(
      () => {
        end = { type: 'ended' };
      },
      (error) => {
        end = { type: 'broke', error: String(error) };
      },
    );
    await settle();
    for (const happening of happened) {
      this.#happen(happening);
      await settle();
    }
    if (end) return end;
    const pending = this.#pending as Pending | undefined;
    if (pending?.type === 'runs') return { type: 'runs', activity: pending.activity, args: pending.args };
    return pending ? { type: 'waits' } : { type: 'broke', error: 'the workflow neither waits nor runs anything' };
  }

  #wait(isDone: () => boolean): Promise<boolean> {
    if (isDone()) return Promise.resolve(true);
    return new Promise((resolve) => {
      this.#pending = { type: 'waits', isDone, resolve };
    });
  }

  #happen(happening: Happening): void {
    const pending = this.#pending;
    if (happening.type === 'signal') {
      this.#handlers.get(happening.name)?.(happening.value);
      if (pending?.type !== 'waits' || !pending.isDone()) return;
    }
    this.#pending = undefined;
    if (pending?.type === 'runs' && happening.type === 'returned') pending.resolve(happening.value);
    if (pending?.type === 'waits') pending.resolve(happening.type === 'signal');
  }
}

/** Lets everything that can go on go on; nothing in a workflow waits for more than a few turns. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await undefined;
}
