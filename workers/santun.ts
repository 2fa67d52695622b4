import { type Command, USAGE_ERROR } from './santun/command.ts';

type Row = { readonly about: string; readonly load: () => Promise<Command> };

/** One row per subcommand; each loads only what it needs, so that calculating never waits for Temporal or a database. */
const COMMANDS: Readonly<Record<string, Row>> = {
  calculate: {
    about: 'menghitung kepesertaan, manfaat, beasiswa, ahli waris dan batas waktu dari baris-baris JSON',
    load: async () => (await import('./santun/calculate.ts')).calculate,
  },
  explain: {
    about: 'menceritakan satu klaim dari jurnalnya, beserta batas waktu dan pembuktiannya',
    load: async () => (await import('./santun/explain.ts')).explain,
  },
  setup: {
    about: 'menyiapkan sistem baru: topik, indeks, kalender pertama',
    load: async () => (await import('./santun/setup.ts')).setup,
  },
};

async function main([name = '--help', ...args]: readonly string[]): Promise<number> {
  const row = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (row !== undefined) return (await row.load())(args, process);
  const isHelp = name === '--help' || name === '-h';
  (isHelp ? process.stdout : process.stderr).write(`${isHelp ? '' : `Perintah tidak dikenal: ${name}\n\n`}${usage()}\n`);
  return isHelp ? 0 : USAGE_ERROR;
}

function usage(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = Object.entries(COMMANDS).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
  return ['Pemakaian: santun PERINTAH [pilihan]', '', ...rows, '', 'santun PERINTAH --help menjelaskan satu perintah.'].join('\n');
}

// Not process.exit: what was written must leave first.
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
