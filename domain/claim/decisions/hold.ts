import { type ClockContext, computable, isRunning } from '#domain/claim/clocks.ts';
import type { CommandOf } from '#domain/claim/commands.ts';
import { isSince } from '#domain/claim/edition.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import { derivedGrounds, pauseFacts, resumeFacts } from '#domain/claim/holds.ts';
import { withSecondPerson } from '#domain/claim/proposals.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { GROUND_RULES } from '#domain/time/clock/grounds.ts';

const PAUSES = 'rules.md section 7: pause grounds';
/** The promise may be extended by its own length at most: beyond that it would be another promise. */
const LONGEST_EXTENSION = 7;

/** Holds every running clock that the ground may hold; a ground that needs a second person is first only proposed. */
export function pauseClock(claim: ClaimState, command: CommandOf<'pauseClock'>, context: ClockContext): FactBody[] | Refusal {
  const { ground, source } = command;
  const rule = GROUND_RULES[ground];
  const from = command.from ?? context.at;
  if (source.trim() === '') return refuse('invalid-command', 'Sebutkan dasar penghentian, misalnya nomor surat.', 'source');
  if (from > context.at) return refuse('invalid-command', 'Penghentian tidak dapat dimulai di masa depan.', 'from');
  if (from < context.at && !rule.mayBeRetroactive) {
    return refuse('invalid-command', `Penghentian karena ${rule.label} tidak berlaku surut.`, PAUSES);
  }
  const isUnpaid = ground === 'payer-unpaid' || ground === 'arrears-unpaid';
  if (isUnpaid && !derivedGrounds(claim, context.switches).includes(ground)) {
    return refuse('invalid-command', 'Menurut data kepesertaan tidak ada iuran yang ditunggu. Perbaiki data kepesertaan dahulu.', PAUSES);
  }
  if (claim.holds.some((hold) => hold.ground === ground)) return [];
  const paused = pauseFacts(claim, { ground, from, source: source.trim() }, context.switches);
  if (paused.length === 0) {
    return refuse('clock-unknown', `Tidak ada batas waktu berjalan yang boleh dihentikan karena ${rule.label}.`, PAUSES);
  }
  if (!rule.needsSecondPerson) return paused;
  const answer = withSecondPerson(claim, command.actor, { type: 'pause', ground, from, source: source.trim() });
  if ('refused' in answer) return answer;
  if ('proposed' in answer) return answer.proposed;
  return answer.seconded.type === 'pause' ? pauseFacts(claim, answer.seconded, context.switches) : [];
}

export function resumeClock(claim: ClaimState, command: CommandOf<'resumeClock'>, { at, switches }: ClockContext): FactBody[] | Refusal {
  const { ground } = command;
  if (command.reason.trim() === '') return refuse('invalid-command', 'Tulis mengapa batas waktu berjalan lagi.', 'reason');
  if (!claim.holds.some((hold) => hold.ground === ground)) {
    return refuse('clock-unknown', `Tidak ada penghentian karena ${GROUND_RULES[ground].label} pada klaim ini.`, PAUSES);
  }
  if (derivedGrounds(claim, switches).includes(ground)) {
    return refuse('point-open', `Alasan "${GROUND_RULES[ground].label}" masih ada pada data klaim. Selesaikan dahulu datanya.`, PAUSES);
  }
  return resumeFacts(claim, ground, at);
}

/** More time for our own promise, said openly and by name; the law's limits are nobody's to extend. */
export function extendPromise(
  claim: ClaimState,
  { units, reason }: CommandOf<'extendPromise'>,
  context: ClockContext,
): FactBody[] | Refusal {
  const { at, calendar, switches } = context;
  if (reason.trim() === '') return refuse('invalid-command', 'Tulis alasan perpanjangan yang akan dibaca keluarga.', 'reason');
  const ledger = claim.clocks.find((candidate) => isRunning(candidate, 'partner-promise'));
  if (!ledger) return refuse('clock-unknown', 'Janji layanan tidak sedang berjalan pada klaim ini.', 'design.md section 4');
  const { label } = clockDefinition('partner-promise', withSwitches(switches));
  const standing = computable(() => deriveClock(ledger, calendar, at, withSwitches(switches)).standing, undefined);
  if (standing === undefined && isSince(context, 2)) {
    const text = `${label} belum dapat dihitung: kalender kerja tahunnya belum ada. Muat kalender itu dahulu.`;
    return refuse('calendar-year-missing', text, 'rules.md section 7');
  }
  if (standing === 'late') {
    return refuse('invalid-command', `${label} sudah terlewat; perpanjangan tidak menghapus keterlambatan.`, 'design.md section 4');
  }
  const before = (ledger.extensions ?? []).reduce((sum, extension) => sum + extension.units, 0);
  if (!Number.isSafeInteger(units) || units < 1 || before + units > LONGEST_EXTENSION) {
    const text = `${label} dapat diperpanjang 1 sampai ${LONGEST_EXTENSION} hari seluruhnya; sudah dipakai ${before}.`;
    return refuse('invalid-command', text, 'units');
  }
  return [{ type: 'sla.clock-extended', clock: 'partner-promise', units, reason: reason.trim() }];
}
