import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import { ClaimProcess } from './claim-process.ts';
import { Alarm } from './lib/alarm.ts';
import { type ClaimInput, getState, inbound, submit, wake } from './messages.ts';

/** One claim, from its first report to its last fact. */
export async function claim(input: ClaimInput): Promise<void> {
  const claimProcess = new ClaimProcess(input); // before the handlers: messages that came with the start run at once
  const alarm = new Alarm(); // one timer, for the earliest instant the ledger asks for
  // Kafka facts and payouts; repeats are dropped by event id. Before the updates: one that came with the first report must find the claim.
  setHandler(inbound, (event) => claimProcess.receive(event));
  setHandler(submit, (command) => claimProcess.submit(command), { validator: (command) => claimProcess.assertAllowed(command) });
  setHandler(wake, () => alarm.ring());
  setHandler(getState, () => claimProcess.state);

  // Done only when nobody waits for an answer either: a message that arrives while handlers finish is still heard and recorded.
  const isDone = (): boolean => claimProcess.closed && allHandlersFinished();
  while (!isDone()) {
    alarm.setFor(claimProcess.nextInstant());
    await condition(() => claimProcess.hasPending || alarm.rang || claimProcess.mayLeave() || isDone());
    // Only waiting for handlers here would deadlock: they wait for the record that a turn makes.
    if (claimProcess.mayLeave()) await continueAsNew<typeof claim>(claimProcess.carryOver());
    await claimProcess.turn(alarm.take());
  }
}
