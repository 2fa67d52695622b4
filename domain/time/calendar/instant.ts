/** Milliseconds since the epoch, UTC. At borders an ISO 8601 string with `Z`. */
export type Instant = number;

const SHAPE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d{1,3})?Z$/;

/** Undefined for anything but a real UTC instant: no offsets, no missing seconds, no 30 February. */
export function parseInstant(text: string): Instant | undefined {
  if (!SHAPE.test(text)) return undefined;
  const instant = Date.parse(text);
  // Date.parse rolls 30 February over to March; the round trip finds it.
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== text.slice(0, 10) ? undefined : instant;
}

/** For instants we wrote ourselves: throws a RangeError where `parseInstant` answers undefined. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new RangeError(`not an instant: ${text}`);
  return parsed;
}

/** `2026-03-27T08:00:00Z`; milliseconds only when there are any. */
export function toIso(value: Instant): string {
  return new Date(value).toISOString().replace('.000Z', 'Z');
}
