import { z } from 'zod';
import { RELATIONS } from '#domain/law/heirs/classes.ts';
import type { Rupiah } from '#domain/money/money.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { parseInstant } from '#domain/time/calendar/instant.ts';

/**
 * Pieces of the Kafka events. Objects are not strict: a field we do not know is dropped, so a partner may add fields inside a major version.
 * Texts of refusals are Indonesian and never quote the value: they end in dead letters, logs and on a partner's screen.
 */
const PLAIN = 'tidak boleh kosong atau memuat karakter kendali';
const AN_INSTANT = 'harus waktu UTC, bentuk 2026-03-27T08:00:00Z';

export const CalendarDay = z.iso
  .date({ error: (issue) => (issue.input === undefined ? 'wajib ada' : 'harus tanggal yang ada, bentuk 2026-03-27') })
  .describe('calendar day, YYYY-MM-DD') as unknown as z.ZodType<Day, string>;

export const UtcInstant = z.iso
  .datetime({ abort: true, error: (issue) => (issue.input === undefined ? 'wajib ada' : AN_INSTANT) })
  .refine((text) => parseInstant(text) !== undefined, AN_INSTANT)
  .describe('instant in UTC with Z, at most milliseconds');

export const RupiahAmount = z.int().min(0).describe('whole rupiah') as unknown as z.ZodType<Rupiah, number>;

export const Nik = text(/^\d{16}$/, 'harus 16 angka').describe('national identity number, 16 digits');
export const Kpj = text(/^[A-Z0-9]{11}$/, 'harus 11 huruf besar atau angka').describe(
  'membership number of BPJS Ketenagakerjaan, 11 characters',
);
export const Phone = text(/^\+?\d{8,15}$/, 'harus 8 sampai 15 angka, boleh diawali +').describe(
  'telephone number, digits only, + allowed in front',
);
export const Month = text(/^\d{4}-(0[1-9]|1[0-2])$/, 'harus bulan, bentuk 2026-03').describe('calendar month, YYYY-MM');
export const Sha256 = text(/^[0-9a-f]{64}$/, 'harus SHA-256 dalam 64 angka heksadesimal huruf kecil').describe(
  'SHA-256 of the bytes, lower-case hex',
);
export const BankCode = text(/^\d{3}$/, 'harus 3 angka').describe('bank code, 3 digits');
export const AccountNumber = text(/^\d{6,20}$/, 'harus 6 sampai 20 angka').describe('account number, digits only');

/** Ids travel into keys and references, so they carry no space and nothing that needs escaping. */
export const Id = text(
  /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/,
  'harus 1 sampai 128 huruf, angka, titik, titik dua, garis bawah atau tanda hubung',
).describe('opaque id');

export const Name = label(200).describe('name as written on the identity card');

/** One line of text for people. */
export function label(maxLength: number): z.ZodString {
  return z
    .string()
    .max(maxLength)
    .regex(/^(?=.*\S)[^\p{Cc}\p{Cs}]*$/u, PLAIN);
}

/** Text for people that may run over several lines. */
export function story(maxLength: number): z.ZodString {
  return z
    .string()
    .max(maxLength)
    .regex(/^(?=[\s\S]*\S)(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, PLAIN);
}

export const Relation = z.enum(RELATIONS).describe('what this person is to the participant');

/** A text of that shape; the error is Indonesian and never quotes the value. */
export function text(shape: RegExp, error: string): z.ZodString {
  return z.string().regex(shape, error);
}
