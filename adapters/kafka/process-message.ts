import type { ReceivedTopic } from '#schemas/events/index.ts';
import { type Decoded, decodeEvent } from './decode-event.ts';
import { PoisonEvent } from './faults.ts';
import type { IntakeRun } from './intake-run.ts';
import type { ReceivedEvent } from './port.ts';
import type { Place, RawMessage } from './raw-message.ts';
import { refuseSignature } from './signature.ts';

export type Outcome = { readonly done: true } | { readonly done: false; readonly error: unknown };

/** One message to its end: handled, or in dead letters. Not done means that something is away and the message must come again. Never throws. */
export async function processMessage(message: RawMessage, place: Place<ReceivedTopic>, run: IntakeRun): Promise<Outcome> {
  try {
    return await settle(message, place, run);
  } catch (error) {
    // The dead letter could not be written, or a callback of our caller threw: the message stays where it is.
    return { done: false, error };
  }
}

async function settle(message: RawMessage, place: Place<ReceivedTopic>, run: IntakeRun): Promise<Outcome> {
  const decoded = decodeSafely(message, place, run);
  const verdict = decoded.ok ? await handle(decoded.event, run) : { poison: decoded };
  if ('handled' in verdict) return { done: true };
  if ('transient' in verdict) return { done: false, error: verdict.transient };
  const { code, reason } = verdict.poison;
  await run.writeDeadLetter(message, { code, reason, place, groupId: run.options.groupId, seenAt: run.now() });
  run.counts.deadLettered += 1;
  run.options.metrics?.deadLettered?.({ topic: place.topic, code });
  run.options.log('warn', 'event sent to dead letters', { ...place, code });
  return { done: true };
}

type Verdict =
  | { readonly handled: true }
  | { readonly transient: unknown }
  | { readonly poison: { readonly code: string; readonly reason: string } };

async function handle(event: ReceivedEvent, run: IntakeRun): Promise<Verdict> {
  const { options, now } = run;
  const startedAt = now();
  try {
    await options.handle(event);
  } catch (error) {
    return judge(error, event, run);
  }
  run.counts.handled += 1;
  options.metrics?.handled?.({ topic: event.topic, type: event.type, elapsedMs: now() - startedAt });
  return { handled: true };
}

function judge(error: unknown, { topic, partition, offset }: ReceivedEvent, { options }: IntakeRun): Verdict {
  if (error instanceof PoisonEvent) return { poison: error };
  if (options.isTransient(error)) return { transient: error };
  // A bug of ours, most likely. The message of the error may quote the event, so only its name goes where people and partners read.
  const name = error instanceof Error ? error.name : typeof error;
  options.log('error', 'handler failed for good', {
    topic,
    partition,
    offset,
    errorName: name,
    stack: error instanceof Error ? framesOf(error) : undefined,
  });
  return {
    poison: {
      code: 'handler-failed',
      reason: `Kesalahan di pihak Santun saat mengolah pesan (${name}). Pesan dapat diputar ulang setelah diperbaiki.`,
    },
  };
}

/** The call sites without the first line, which is the message. */
function framesOf(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

function decodeSafely(message: RawMessage, place: Place<ReceivedTopic>, { options }: IntakeRun): Decoded {
  try {
    const decoded = decodeEvent(message, place);
    const isAsked = decoded.ok && options.signatures !== undefined;
    return (isAsked && refuseSignature(message, decoded.event, options.signatures)) || decoded;
  } catch (error) {
    options.log('error', 'decoding failed', { ...place, errorName: error instanceof Error ? error.name : typeof error });
    return { ok: false, code: 'undecodable', reason: 'Pesan tidak dapat dibaca.' };
  }
}
