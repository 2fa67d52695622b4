import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { type CostedEvent, countActions } from '../../bench/actions.ts';

const histories = JSON.parse(readFileSync(join(process.cwd(), 'test/bench/paid-claim.history.json'), 'utf8')) as {
  readonly claim: readonly CostedEvent[];
  readonly payout: readonly CostedEvent[];
};
const started: CostedEvent = { workflowExecutionStartedEventAttributes: {} };
const signaled: CostedEvent = { workflowExecutionSignaledEventAttributes: {} };
const task: CostedEvent = {}; // any event that costs nothing

describe('what a claim costs in Temporal actions', () => {
  test('a claim is billed its start, its timer, its three tries of one activity, its decision, two tasks with local steps, an attribute, its payout and the news of it', () => {
    // start 1, timer 1, activity tries 3, update 1, local activities 2, search attribute 1, child 2, signal 1
    expect(countActions(histories.claim)).toBe(12);
  });

  test('a payout is billed its two bank calls only: the claim has paid for its start, and the news is billed where it arrives', () => {
    expect(countActions(histories.payout)).toBe(2);
  });

  test('a report that starts its claim is one action, and a second report another', () => {
    expect(countActions([started, signaled, task])).toBe(1);
    expect(countActions([started, signaled, task, signaled])).toBe(2);
  });

  test('a signal to a claim that was started without one is billed by itself', () => {
    expect(countActions([started, task, signaled])).toBe(2);
  });

  test('any number of local steps in one workflow task are one action, and a version marker is none', () => {
    const marker = (markerName: string, taskId: number): CostedEvent => ({
      markerRecordedEventAttributes: { markerName, workflowTaskCompletedEventId: taskId },
    });
    expect(countActions([marker('core_local_activity', 4), marker('core_local_activity', 4), marker('core_patch', 9)])).toBe(1);
  });

  test('a history as the server sends it costs the same as the exported one', () => {
    const { History } = temporal.api.history.v1;
    const fromServer = History.decode(
      History.encode(
        History.fromObject({
          events: [
            { workflowExecutionStartedEventAttributes: {} },
            { workflowExecutionSignaledEventAttributes: {} },
            { timerStartedEventAttributes: {} },
            { activityTaskStartedEventAttributes: { attempt: 2 } },
            { markerRecordedEventAttributes: { markerName: 'core_local_activity', workflowTaskCompletedEventId: 7 } },
            { markerRecordedEventAttributes: { markerName: 'core_local_activity', workflowTaskCompletedEventId: 7 } },
          ],
        }),
      ).finish(),
    );
    expect(countActions(fromServer.events)).toBe(5);
  });
});
