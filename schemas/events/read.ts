import type { z } from 'zod';

type Reading<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly reason: string };

/** Parses and, where it does not fit, says why in one Indonesian sentence that names fields and never quotes their values. */
export function read<T>(schema: z.ZodType<T>, value: unknown): Reading<T> {
  const parsed = schema.safeParse(value, { error: inIndonesian, reportInput: false });
  return parsed.success ? { ok: true, data: parsed.data } : { ok: false, reason: explain(parsed.error.issues) };
}

const SHOWN = 5;

function explain(issues: readonly z.core.$ZodIssue[]): string {
  const lines = issues.slice(0, SHOWN).map((issue) => `${fieldOf(issue.path)}: ${issue.message}`);
  const more = issues.length - lines.length;
  return more > 0 ? `${lines.join('; ')}; dan ${more} lagi` : lines.join('; ');
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'isi' : path.map(String).join('.');
}

const KINDS: Record<string, string> = {
  string: 'teks',
  number: 'bilangan',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar',
  object: 'objek',
  record: 'objek',
};

function inIndonesian(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'wajib ada';
  switch (issue.code) {
    case 'invalid_type':
      return `harus ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `harus salah satu dari ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `paling sedikit ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `paling banyak ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_format':
      return 'bentuknya tidak sesuai';
    default:
      return undefined;
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' huruf';
  return origin === 'array' ? ' butir' : '';
}
