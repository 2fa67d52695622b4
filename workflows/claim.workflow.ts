import { allHandlersFinished, condition, continueAsNew, patched, setHandler } from '@temporalio/workflow';
import { ClaimProcess } from './claim-process.ts';
import { Alarm } from './lib/alarm.ts';
import { EagerAlarm } from './lib/eager-alarm.ts';
import { type ClaimInput, getState, inbound, submit, wake } from './messages.ts';

/** How long a claim that had ended waits for the message that woke it. */
const WOKEN_FOR = '1 minute';

/** One claim, from its first report to its last fact. */
export async function claim(input: ClaimInput): Promise<void> {
  // One timer, for the earliest instant the ledger asks for.
  await runClaim(input, patched('2026-11-alarm-keeps-its-timer') ? new Alarm() : new EagerAlarm());
}

/** The alarm is given, so that a claim whose alarm fails can be tried without a flag in here. */
export async function runClaim(input: ClaimInput, alarm: Pick<Alarm, 'rang' | 'setFor' | 'ring' | 'take'>): Promise<void> {
  const claimProcess = new ClaimProcess(input); // before the handlers: messages that came with the start run at once
  // Kafka facts and payouts; repeats are dropped by event id. Before the updates: one that came with the first report must find the claim.
  setHandler(inbound, (event) => claimProcess.receive(event));
  setHandler(submit, (commands) => claimProcess.submit(commands), { validator: (commands) => claimProcess.assertAllowed(commands) });
  setHandler(wake, () => alarm.ring());
  setHandler(getState, () => claimProcess.state);

  // Done only when nobody waits for an answer either: a message that arrives while handlers finish is still heard and recorded.
  const isDone = (): boolean => claimProcess.closed && allHandlersFinished();
  // Woken from its record after it had ended: what woke it is on its way.
  if (isDone()) await condition(() => !isDone(), WOKEN_FOR);
  while (!isDone()) {
    alarm.setFor(claimProcess.nextInstant());
    await condition(() => claimProcess.hasPending || alarm.rang || claimProcess.mayLeave() || isDone());
    // Only waiting for handlers here would deadlock: they wait for the record that a turn makes.
    if (claimProcess.mayLeave()) await continueAsNew<typeof claim>(claimProcess.carryOver());
    await claimProcess.turn(alarm.take());
  }
}
