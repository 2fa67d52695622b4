import type { z } from 'zod';
import { InputError } from '#domain/input-error.ts';

type Issue = z.core.$ZodIssue;

/** The one thing to put right first: a field nobody knows often explains the one that is missing. */
export function toInputError(issues: readonly Issue[], root: string): InputError {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) return new InputError('invalid-input', root, 'Masukan tidak dapat dibaca.');
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...unknown].map(String).join('.');
  return new InputError('invalid-input', path === '' ? root : path, issue.message);
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'bilangan',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar [ ]',
  object: 'objek { }',
  record: 'objek { }',
};

/** Indonesian, says what would be right, never repeats the value. */
export function explainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return 'Tidak dikenal di sini: hapus, atau periksa ejaannya (santun calculate --help).';
  if (issue.input === undefined) return 'Wajib diisi.';
  switch (issue.code) {
    case 'invalid_type':
      return `Harus ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `Harus salah satu dari: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `Paling sedikit ${issue.minimum}${unitOf(issue.origin)}.`;
    case 'too_big':
      return `Paling banyak ${issue.maximum}${unitOf(issue.origin)}.`;
    case 'invalid_key':
      return 'Id tidak boleh kosong.';
    default:
      return undefined;
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' huruf';
  return origin === 'array' ? ' butir' : '';
}
