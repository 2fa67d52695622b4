import { type Command, USAGE_ERROR } from '#cli/command.ts';

type Row = { readonly about: string; readonly load: () => Promise<Command> };

/** One row per subcommand; each loads only what it needs, so that calculating never waits for Temporal or a database. */
const COMMANDS: Readonly<Record<string, Row>> = {
  calculate: {
    about: 'menghitung kepesertaan, manfaat, beasiswa, ahli waris dan batas waktu dari baris-baris JSON',
    load: async () => (await import('#cli/calculate/calculate.ts')).calculate,
  },
  calendar: {
    about: 'menunjukkan, mengusulkan dan mencoba kalender kerja',
    load: async () => (await import('#cli/calendar/calendar.ts')).calendar,
  },
  explain: {
    about: 'menceritakan satu klaim dari jurnalnya, beserta batas waktu dan pembuktiannya',
    load: async () => (await import('#cli/explain/explain.ts')).explain,
  },
  'verify-journal': {
    about: 'memeriksa rantai jurnal setiap klaim',
    load: async () => (await import('#cli/verify-journal/verify-journal.ts')).verifyJournal,
  },
  anchor: {
    about: 'menjangkarkan jurnal di luar basis data, dan mencocokkannya',
    load: async () => (await import('#cli/anchor/anchor.ts')).anchor,
  },
  rebuild: {
    about: 'melipat jurnal dari nol, membandingkan dan memperbaiki yang dibaca orang',
    load: async () => (await import('#cli/rebuild/rebuild.ts')).rebuild,
  },
  'replay-decisions': {
    about: 'memutuskan lagi setiap keputusan dari tanda terimanya; hasilnya harus sama',
    load: async () => (await import('#cli/replay-decisions/replay-decisions.ts')).replayDecisions,
  },
  reconcile: {
    about: 'membuktikan satu hari bank: perintah bayar, jawaban bank, rekening koran',
    load: async () => (await import('#cli/reconcile/reconcile.ts')).reconcile,
  },
  payments: {
    about: 'menunjukkan santunan yang dibayar sebulan atau setahun, di samping rekening koran',
    load: async () => (await import('#cli/payments/payments.ts')).payments,
  },
  readings: {
    about: 'menunjukkan bagaimana keraguan hukum dibaca, menurut versi',
    load: async () => (await import('#cli/readings/readings.ts')).readings,
  },
  branches: {
    about: 'mendaftarkan cabang lembaga mitra beserta kabupaten/kotanya',
    load: async () => (await import('#cli/branches/branches.ts')).branches,
  },
  'partner-accounts': {
    about: 'mendaftarkan rekening lembaga mitra dan pegawainya, yang tidak pernah menerima santunan',
    load: async () => (await import('#cli/partner-accounts/partner-accounts.ts')).partnerAccounts,
  },
  scholarship: {
    about: 'menunjukkan beasiswa seorang anak, dan menaksir yang masih akan jatuh tempo',
    load: async () => (await import('#cli/scholarship/scholarship.ts')).scholarship,
  },
  waiting: {
    about: 'menunjukkan kabar yang menunggu, yang diabaikan, dan yang datang sesudah klaim berakhir',
    load: async () => (await import('#cli/waiting/waiting.ts')).waiting,
  },
  deploy: {
    about: 'memindahkan pekerjaan ke rilis yang sedang berjalan',
    load: async () => (await import('#cli/deploy/deploy.ts')).deploy,
  },
  'time-machine': {
    about: 'peragaan saja: memajukan waktu satu klaim',
    load: async () => (await import('#cli/time-machine/time-machine.ts')).timeMachine,
  },
  setup: {
    about: 'menyiapkan sistem baru: topik, indeks, kalender pertama',
    load: async () => (await import('#cli/setup/setup.ts')).setup,
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
