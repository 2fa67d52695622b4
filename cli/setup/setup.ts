import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import { createContext } from '#boot/context.ts';
import type { Command } from '#cli/command.ts';
import { readEnv } from '#config/env.ts';
import { missingYearWarning } from '#domain/time/calendar/coming-year.ts';
import { NTT_2027 } from '#domain/time/calendar/packs/ntt-2027.ts';
import { proposeCalendar } from '#services/calendars/calendar-steps.ts';

const HELP = `Pemakaian: santun setup

Menyiapkan sistem yang baru: topik Kafka, indeks penyimpanan, dan kalender kerja bila belum ada yang aktif.
Bila kalender yang aktif belum memuat tahun yang sudah ditetapkan SKB, kalender barunya diusulkan; mengaktifkannya pekerjaan dua penyelia.
Aman dijalankan berulang kali. Membaca variabel SANTUN_* yang sama dengan proses lain.`;

/** Nobody's eyes: what it proposes is not seen by a person yet. */
const SETUP = { id: 'operator:setup', role: 'system' } as const;

/** Once per installation, before the first process; harmless ever after. */
export const setup: Command = async (args, { stdout, stderr }) => {
  if (args.includes('--help')) {
    stdout.write(`${HELP}\n`);
    return 0;
  }
  try {
    const context = await createContext('setup', { ...readEnv(), SANTUN_LOG_LEVEL: 'silent' });
    const { calendars } = context.stores;
    const isNew = await calendars.activateFirst(NTT_2027);
    const active = await calendars.active();
    const proposal = isNew ? undefined : await proposeSuccessor(calendars, Date.now());
    await context.close();
    stdout.write(`Topik dan indeks siap. Kalender ${active.name} versi ${active.version} ${isNew ? 'diaktifkan' : 'sudah aktif'}.\n`);
    for (const sentence of [proposal, missingYearWarning(active, Date.now())]) if (sentence !== undefined) stdout.write(`${sentence}\n`);
    return 0;
  } catch (error) {
    stderr.write(`Penyiapan gagal: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};

/**
 * An installation whose calendar ends before the decreed years do gets the released one as a proposal: deadlines of open claims may move
 * with it, so that two people look at the preview first. What people withdrew stays withdrawn.
 */
async function proposeSuccessor(calendars: CalendarsStore, at: number): Promise<string | undefined> {
  const { id, version, name, years, zone } = NTT_2027;
  const active = await calendars.active();
  if (active.zone !== zone || years.every((year) => active.years.includes(year))) return undefined;
  const reason = `Kalender ${active.name} belum memuat ${years.filter((year) => !active.years.includes(year)).join(', ')}.`;
  const { state } = await proposeCalendar(calendars, NTT_2027, { actor: SETUP, at, reason, commandId: `setup:${id}:${version}` });
  if (state !== 'proposed') return undefined;
  return `Kalender ${name} (${id} versi ${version}) diusulkan dan belum aktif. Lihat akibatnya: santun calendar preview ${id} ${version}. Seorang penyelia mengusulkan isi yang sama (santun calendar show ${id} ${version} --json), penyelia lain mengaktifkannya.`;
}
