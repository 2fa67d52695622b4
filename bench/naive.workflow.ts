import {
  allHandlersFinished,
  CancellationScope,
  condition,
  defineUpdate,
  isCancellation,
  proxyActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';

type Trivial = { step(n: number): Promise<number>; remind(id: string, lateMs: number): Promise<void> };

const { step, remind } = proxyActivities<Trivial>({ startToCloseTimeout: '20s' });
const approve = defineUpdate<number>('approve');
const work = defineUpdate<number, [number]>('work');
const finish = defineUpdate<void>('finish');

/** What anyone would write first: six activities that do nothing, two decisions, a deadline of seven days that never comes. */
export async function naive(): Promise<void> {
  let isPrepared = false;
  let approvals = 0;
  setHandler(approve, async () => {
    await condition(() => isPrepared);
    approvals += 1;
    return approvals;
  });
  const deadline = new CancellationScope();
  deadline
    .run(() => sleep('7 days'))
    .catch((error: unknown) => {
      if (!isCancellation(error)) throw error;
    });
  for (const n of [1, 2, 3, 4]) await step(n);
  isPrepared = true;
  await condition(() => approvals === 2);
  for (const n of [5, 6]) await step(n);
  deadline.cancel();
}

/** The least an update can do that leaves something done: one activity. */
export async function bare(): Promise<void> {
  let isOver = false;
  setHandler(work, (n) => step(n));
  setHandler(finish, () => {
    isOver = true;
  });
  await condition(() => isOver && allHandlersFinished());
}

/** One deadline, and something done when it has come. */
export async function reminder(id: string, dueAt: number): Promise<void> {
  await sleep(Math.max(1, dueAt - Date.now()));
  await remind(id, Date.now() - dueAt);
}
