import { condition, defineSignal, setHandler, sleep } from '@temporalio/workflow';

export const go = defineSignal('go');

/** The same change made without asking: a letter begun before it cannot be replayed. */
export async function letter(): Promise<string> {
  let isTold = false;
  setHandler(go, () => {
    isTold = true;
  });
  await sleep('1 second');
  await condition(() => isTold);
  await sleep('1 minute');
  return 'sent with a wait always';
}
