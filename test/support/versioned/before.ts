import { condition, defineSignal, setHandler, sleep } from '@temporalio/workflow';

export const go = defineSignal('go');

/** As the first release shipped it: waits for a word, then for a minute, and answers. */
export async function letter(): Promise<string> {
  let isTold = false;
  setHandler(go, () => {
    isTold = true;
  });
  await condition(() => isTold);
  await sleep('1 minute');
  return 'sent';
}
