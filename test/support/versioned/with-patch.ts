import { condition, defineSignal, patched, setHandler, sleep } from '@temporalio/workflow';

export const go = defineSignal('go');

/** The next release waits once more before the word, and asks which of the two releases started a letter. */
export async function letter(): Promise<string> {
  let isTold = false;
  setHandler(go, () => {
    isTold = true;
  });
  if (patched('wait-before-the-word')) await sleep('1 second');
  await condition(() => isTold);
  await sleep('1 minute');
  return 'sent with a wait where it was begun with one';
}
