import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { branches } from '#cli/branches/branches.ts';
import { calendar } from '#cli/calendar/calendar.ts';
import { decodeText } from '#cli/text-file.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { runCommand } from './run-command.ts';

const HEAD = 'institutionId;branchId;name;regencyCode';
const LATIN = Buffer.from(`${HEAD}\r\na;b;Kantor Café;53.71\r\n`, 'latin1');
const nowhere = { url: 'mongodb://127.0.0.1:1/santun', name: 'uji' };

function fileOf(content: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'santun-berkas-')), 'berkas.csv');
  writeFileSync(path, content);
  return path;
}

test.each<readonly [string, Uint8Array, RegExp]>([
  ['Latin-1', LATIN, /^Baris 2, bita ke-\d+ \(E9\) bukan UTF-8\. Simpan ulang sebagai UTF-8/],
  ['UTF-16 little-endian', Buffer.from(`\uFEFF${HEAD}`, 'utf16le'), /UTF-16/],
  ['UTF-16 big-endian', Buffer.from(`\uFEFF${HEAD}`, 'utf16le').swap16(), /UTF-16/],
  ['UTF-16 without its mark', Buffer.from(`${HEAD}\n`, 'utf16le'), /^Baris 1, bita ke-2 adalah bita nol/],
  ['with a zero byte', Buffer.from(`${HEAD}\na;\0b`), /^Baris 2, bita ke-43 adalah bita nol/],
  ['cut amid a letter', Buffer.from('Café').subarray(0, 4), /^Baris 1, bita ke-4 \(C3\) bukan UTF-8/],
  ['with CR line ends', Buffer.from('a\rb\rCaf\u00e9', 'latin1'), /^Baris 3, bita ke-8 \(E9\)/],
])('a file that is %s is refused with line, byte and what to do', (_what, content, sentence) => {
  expect(() => decodeText(content)).toThrow(expect.objectContaining({ name: 'UnreadableFile', message: expect.stringMatching(sentence) }));
});

test('every text is read as it was written, and only a mark in front of it is dropped', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((some) => !some.includes('\0') && !some.startsWith('\uFEFF'));
  fc.assert(
    fc.property(text, fc.boolean(), (some, isMarked) => decodeText(Buffer.from(`${isMarked ? '\uFEFF' : ''}${some}`)) === some),
    { numRuns: propertyRuns },
  );
});

test('the byte that is named is the first that no UTF-8 text could hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(0x80, 0xc0, 0xe9, 0xff), (before, wrong) => {
      fc.pre(!before.includes('\0') && !before.startsWith('\uFEFF'));
      const start = Buffer.from(before);
      expect(() => decodeText(Buffer.concat([start, Buffer.from([wrong]), Buffer.from('x')]))).toThrow(`bita ke-${start.length + 1} (`);
    }),
    { numRuns: propertyRuns },
  );
});

test('santun branches import of a file that is not UTF-8 ends with 1 and touches no database', async () => {
  const { code, stderr, stdout } = await runCommand((io) => branches(['import', fileOf(LATIN)], io, { source: nowhere }));
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^Baris 2, .*CSV UTF-8/);
});

test('santun calendar propose of a file that is not UTF-8 says so', async () => {
  const args = ['propose', fileOf(Buffer.from('{"id":"Nagékeo"}', 'latin1')), '--reason', 'uji', '--by', 'uji'];
  const { code, stderr } = await runCommand((io) => calendar(args, io, { source: nowhere }));
  expect(code).toBe(1);
  expect(stderr).toContain('bukan UTF-8');
});
