import { createHash } from 'node:crypto';
import { parseInstant, toIso } from '#domain/time/calendar/instant.ts';
import { DEAD_LETTER_HEADER_NAMES, DeadLetterHeaders } from '#schemas/events/dead-letter.ts';
import { headerBytes, type Place, type RawHeaders, type RawMessage, utf8Text } from './raw-message.ts';

export type DeadLetter = {
  /** Undefined in a dead letter whose own headers cannot be read, which Santun did not write. */
  readonly why: DeadLetterHeaders | undefined;
  readonly key: Buffer | null;
  /** As it came; null when it came without, or when it was too large to be kept (then `why` has its hash). */
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, readonly Buffer[]>>;
  /** Where the dead letter itself lies. */
  readonly place: Place;
};

export type DeadLetterRecord = { readonly key: Buffer | null; readonly value: Buffer | null; readonly headers: Record<string, Buffer[]> };

export type Refusal = {
  readonly code: string;
  readonly reason: string;
  readonly place: Place;
  readonly groupId: string;
  readonly seenAt: number;
};

const LONGEST_REASON = 2000;

export function encodeDeadLetter(message: RawMessage, refusal: Refusal): DeadLetterRecord {
  return { key: message.key, value: message.value, headers: { ...copyHeaders(message.headers), ...asBytes(whyOf(message, refusal)) } };
}

/** For a broker that refuses the whole: everything needed to find the original again where it came from. */
export function encodeDeadLetterWithoutContent(message: RawMessage, refusal: Refusal): DeadLetterRecord {
  const sha256 = createHash('sha256')
    .update(message.value ?? '')
    .digest('hex');
  return { key: null, value: null, headers: asBytes({ ...whyOf(message, refusal), dl_value_sha256: sha256 }) };
}

export function decodeDeadLetter(message: RawMessage, place: Place): DeadLetter {
  const all = copyHeaders(message.headers);
  const own = DEAD_LETTER_HEADER_NAMES.flatMap((name) => {
    const text = all[name]?.[0] === undefined ? undefined : utf8Text(all[name][0]);
    return text === undefined ? [] : [[name, text]];
  });
  const why = DeadLetterHeaders.safeParse(Object.fromEntries(own));
  const headers = Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('dl_')));
  return { why: why.success ? why.data : undefined, key: message.key, value: message.value, headers, place };
}

function whyOf(message: RawMessage, { code, reason, place, groupId, seenAt }: Refusal): DeadLetterHeaders {
  return {
    dl_code: code,
    dl_reason: reason.slice(0, LONGEST_REASON),
    dl_topic: place.topic,
    dl_partition: String(place.partition),
    dl_offset: place.offset,
    dl_group: groupId,
    dl_first_seen: firstSeen(message.headers) ?? toIso(seenAt),
    dl_last_seen: toIso(seenAt),
    dl_value_bytes: String(message.value?.length ?? 0),
  };
}

/** A replayed dead letter carries the headers of its first refusal. */
function firstSeen(headers: RawHeaders): string | undefined {
  const bytes = headerBytes(headers, 'dl_first_seen')[0];
  const text = bytes === undefined ? undefined : utf8Text(bytes);
  return text !== undefined && parseInstant(text) !== undefined ? text : undefined;
}

function copyHeaders(headers: RawHeaders): Record<string, Buffer[]> {
  return Object.fromEntries(Object.keys(headers).map((name) => [name, [...headerBytes(headers, name)]]));
}

function asBytes(why: DeadLetterHeaders): Record<string, Buffer[]> {
  return Object.fromEntries(Object.entries(why).map(([name, text]) => [name, [Buffer.from(text)]]));
}
