import { sha256Hex } from './format/sha256.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * Ids live in the name space of whoever gives them out, so that nobody can use up an id that somebody else will need. The doors make them;
 * an id as it was sent is never believed. Journals from before there were spaces hold bare ids.
 */
export const ID_SPACES = ['person', 'event', 'bank', 'checks', 'system'] as const;
export type IdSpace = (typeof ID_SPACES)[number];

/** How many of each space are remembered: what one space hears never makes another forget. `bare`: of older journals. */
const REMEMBERED: Readonly<Record<IdSpace | 'bare', number>> = { bare: 200, person: 300, event: 300, bank: 400, checks: 20, system: 50 };
const FEW = Math.min(...Object.values(REMEMBERED));

/** A person's intention. The same id with another content, or by another person, is another cause and is told apart. */
export function personCause(actorId: string, commandId: string, content: unknown): string {
  return `person/${escaped(actorId)}/${escaped(commandId)}/${sha256Hex(canonical(content)).slice(0, 16)}`;
}

/** CloudEvents: an event is known by its source and its id together. */
export function eventCause(source: string, eventId: string): string {
  return `event/${escaped(source)}/${escaped(eventId)}`;
}

export function bankCause(newsId: string): string {
  return `bank/${newsId}`;
}

export function checksCause(seq: number): string {
  return `checks/${seq}`;
}

export function systemCause(what: string): string {
  return `system/${what}`;
}

export function spaceOf(cause: string): IdSpace | undefined {
  const name = cause.slice(0, Math.max(0, cause.indexOf('/')));
  return ID_SPACES.find((space) => space === name);
}

/** The id as its giver knows it; of older journals, what stands there. */
export function ownIdOf(cause: string): string {
  const space = spaceOf(cause);
  if (space === undefined) return cause;
  const [, ...parts] = cause.split('/');
  if (space === 'person' || space === 'event') return unescaped(parts[1] ?? '');
  return space === 'checks' ? `checks:${parts.join('/')}` : parts.join('/');
}

/** `repeat`: this very intention or news was heard. `reused`: its id was, by somebody else or with another content. */
export function heardBefore(causes: readonly string[], cause: string): 'new' | 'repeat' | 'reused' {
  if (causes.includes(cause)) return 'repeat';
  const space = spaceOf(cause);
  if (space === undefined) return 'new';
  const id = ownIdOf(cause);
  // Heard before there were spaces: nobody knows any more by whom, and it was accepted then.
  if (causes.includes(id)) return 'repeat';
  const isReused = space === 'person' && causes.some((one) => spaceOf(one) === 'person' && ownIdOf(one) === id);
  return isReused ? 'reused' : 'new';
}

/** One press of a button, among those kept as steps of something. */
export type Press = { readonly by: string; readonly commandId: string | undefined; readonly content: unknown };

export function pressedBefore(steps: readonly Press[], press: Press): 'new' | 'repeat' | 'reused' {
  const same = steps.filter(({ commandId }) => commandId === press.commandId);
  if (same.length === 0) return 'new';
  const isRepeat = same.some(({ by, content }) => by === press.by && canonical(content) === canonical(press.content));
  return isRepeat ? 'repeat' : 'reused';
}

/** Undefined where the id may be this person's. A door that forgot to make it must not let a caller speak for the bank. */
export function refuseForeignId(cause: string, actorId: string): Refusal | undefined {
  const space = spaceOf(cause);
  if (space === undefined || cause.startsWith(`person/${escaped(actorId)}/`)) return undefined;
  return refuse('invalid-command', 'Nomor perintah ini bukan milik Anda. Muat ulang, lalu kirim lagi dengan nomor baru.', RULE);
}

export function refuseReused(): Refusal {
  const text =
    'Nomor perintah ini sudah dipakai untuk isi lain atau oleh orang lain. Muat ulang, periksa apakah perintah Anda masih perlu, lalu kirim dengan nomor baru.';
  return refuse('command-id-reused', text, RULE);
}

const RULE = 'design.md section 7: an id means one intention';

/** Of a space that is full, whoever has used most of it forgets his oldest first. */
export function remember(causes: readonly string[], cause: string, limits = REMEMBERED): readonly string[] {
  const all = [...causes, cause];
  if (all.length <= FEW) return all;
  const space = spaceOf(cause);
  const same = all.filter((one) => spaceOf(one) === space);
  if (same.length <= limits[space ?? 'bare']) return all;
  const forgotten = all.indexOf(oldestOfMost(same));
  return all.filter((_one, index) => index !== forgotten);
}

/** With another bound for bare ids, where an older record kept fewer of them. */
export function rememberAtMost(bare: number): typeof remember {
  const limits = { ...REMEMBERED, bare };
  return (causes, cause) => remember(causes, cause, limits);
}

function oldestOfMost(causes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of causes) counts.set(giverOf(one), (counts.get(giverOf(one)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return causes.find((one) => counts.get(giverOf(one)) === most) ?? '';
}

function giverOf(cause: string): string {
  const space = spaceOf(cause);
  return space === 'person' || space === 'event' ? cause.split('/', 2).join('/') : (space ?? '');
}

function escaped(part: string): string {
  return part.replaceAll('%', '%25').replaceAll('/', '%2F');
}

function unescaped(part: string): string {
  return part.replaceAll('%2F', '/').replaceAll('%25', '%');
}

/** The same whatever order the fields came in. */
function canonical(content: unknown): string {
  const sorted = (one: unknown): unknown =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one;
  const text = JSON.stringify(content, (_key, one: unknown) => sorted(one)) ?? '';
  return text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
