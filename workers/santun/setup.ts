import { readEnv } from '#config/env.ts';
import { NTT_2026 } from '#domain/calendar/packs/ntt-2026.ts';
import { createContext } from '../context.ts';
import type { Command } from './command.ts';

const HELP = `Pemakaian: santun setup

Menyiapkan sistem yang baru: topik Kafka, indeks penyimpanan, dan kalender kerja bila belum ada yang aktif.
Aman dijalankan berulang kali. Membaca variabel SANTUN_* yang sama dengan proses lain.`;

/** Once per installation, before the first process; harmless ever after. */
export const setup: Command = async (args, { stdout, stderr }) => {
  if (args.includes('--help')) {
    stdout.write(`${HELP}\n`);
    return 0;
  }
  try {
    const context = await createContext('setup', { ...readEnv(), SANTUN_LOG_LEVEL: 'silent' });
    const { calendars } = context.stores;
    const isNew = await calendars.activateFirst(NTT_2026);
    const active = await calendars.active();
    await context.close();
    stdout.write(`Topik dan indeks siap. Kalender ${active.name} versi ${active.version} ${isNew ? 'diaktifkan' : 'sudah aktif'}.\n`);
    return 0;
  } catch (error) {
    stderr.write(`Penyiapan gagal: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};
