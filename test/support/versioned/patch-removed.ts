import { condition, defineSignal, deprecatePatch, setHandler, sleep } from '@temporalio/workflow';

export const go = defineSignal('go');

/** A later release, when no letter of the first one is left: the question is gone, its traces are still understood. */
export async function letter(): Promise<string> {
  let isTold = false;
  setHandler(go, () => {
    isTold = true;
  });
  deprecatePatch('wait-before-the-word');
  await sleep('1 second');
  await condition(() => isTold);
  await sleep('1 minute');
  return 'sent after the question was removed';
}
