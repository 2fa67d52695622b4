import { rebuild } from '#cli/rebuild/rebuild.ts';
import { readRecordArguments } from '#cli/record/record-arguments.ts';
import { replayDecisions } from '#cli/replay-decisions/replay-decisions.ts';
import type { Source } from '#cli/source.ts';
import { verifyJournal } from '#cli/verify-journal/verify-journal.ts';
import { runCommand } from './run-command.ts';

const COMMANDS = { 'verify-journal': verifyJournal, rebuild, 'replay-decisions': replayDecisions } as const;
const NAMES = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
const NOWHERE: Source = { url: 'mongodb://127.0.0.1:1/santun', name: 'tempat uji' };

function run(name: keyof typeof COMMANDS, args: readonly string[], source: Source | undefined = NOWHERE) {
  return runCommand((io) => COMMANDS[name](args, io, { source }));
}

test('claim numbers are read under any spelling, each once, beside options in any order', () => {
  const known = { options: ['--json'], valued: ['--since'] };
  const read = readRecordArguments(
    ['stn abcde fghjk', '--since', '2026-03-01', 'STN-ABCDE-FGHJK', '--json', 'STNABCDEFGHJM', 'bsw-abcde-fghjk'],
    known,
  );
  expect(read).toEqual({
    claimIds: ['STN-ABCDE-FGHJK', 'STN-ABCDE-FGHJM'],
    entitlementIds: ['BSW-ABCDE-FGHJK'],
    options: new Set(['--json']),
    values: { '--since': '2026-03-01' },
  });
});

test.each([
  ['verify-journal', ['--dry-run'], 'Pilihan tidak dikenal: --dry-run'],
  ['verify-journal', ['12345'], 'Bukan nomor klaim: 12345.'],
  ['rebuild', ['--dryrun'], 'Pilihan tidak dikenal: --dryrun'],
  ['rebuild', ['STN-ABCDE-FGHJ0'], 'Bukan nomor klaim: STN-ABCDE-FGHJ0.'],
  ['replay-decisions', ['--since'], '--since perlu nilai.'],
  ['replay-decisions', ['--since', '--json'], '--since perlu nilai.'],
  ['replay-decisions', ['--since', '2026-02-30'], 'Tanggal ditulis 2026-03-01 atau 1 Maret 2026.'],
  ['replay-decisions', ['--since', 'kemarin'], 'Tanggal ditulis 2026-03-01 atau 1 Maret 2026.'],
] as const)('%s %j is a mistake of the caller: exit code 2, what is wrong, how it is written', async (name, args, sentence) => {
  const { code, stdout, stderr } = await run(name, args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).toContain(`santun ${name} [NOMOR…]`);
});

test.each(NAMES)('%s --help says how to call it and what its exit codes mean', async (name) => {
  const { code, stdout } = await run(name, ['--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^santun .*--json.*SANTUN_MONGO_URL.*Kode keluar: 0 .*; 1 .*; 2 /s);
});

test.each(NAMES)('%s without a system to read says how to have one', async (name) => {
  const { code, stderr } = await runCommand((io) => COMMANDS[name]([], io, { source: undefined }));
  expect(code).toBe(1);
  expect(stderr).toContain('Jalankan npm start di jendela lain, atau setel SANTUN_MONGO_URL.');
});

test.each(NAMES)('%s says of an address that is none that it is none', async (name) => {
  const { code, stderr } = await run(name, [], { url: 'localhost', name: 'tempat uji' });
  expect(code).toBe(1);
  expect(stderr).toContain('Bentuknya mongodb://host:port/basis-data.');
});
