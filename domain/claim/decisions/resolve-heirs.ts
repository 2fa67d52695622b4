import { deathDayOf } from '#domain/claim/checklist.ts';
import type { ClockContext } from '#domain/claim/clocks.ts';
import type { CommandOf } from '#domain/claim/commands.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import type { HeirsOutcome } from '#domain/claim/parts.ts';
import { NO_PARTNER, refuseSubmitter } from '#domain/claim/payees.ts';
import { hasLivePayout } from '#domain/claim/payout-lines.ts';
import { heirsReadingIn } from '#domain/claim/readings.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { InputError } from '#domain/input-error.ts';
import { resolveHeirs } from '#domain/law/heirs/resolve-heirs.ts';
import { nikTerm, PARTICIPANT } from '#domain/people/identity/shared-nik.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

/** The legal order decides, not the declaration: the officer states who lives and on what paper, the classes follow. */
export function resolveClaimHeirs(claim: ClaimState, command: CommandOf<'resolveHeirs'>, context: ClockContext): FactBody[] | Refusal {
  const { people } = command;
  if (claim.kind === 'accident') {
    return refuse('invalid-command', 'Peserta masih hidup: manfaat kecelakaan dibayar kepada peserta sendiri.', 'PP 44/2015 art. 25');
  }
  const shared = refuseSharedNik(command);
  if (shared) return shared;
  const outcome = outcomeOf(claim, command, context);
  if ('refused' in outcome) return outcome;
  // Somebody paid before he turned out to have reported is stated again as he is: the rest of the claim must not hang on it.
  const isPaid = outcome.payee === claim.heirs?.payee && hasLivePayout(claim, outcome.payeeClass);
  const submitter = isPaid ? undefined : refuseSubmitter(claim, outcome.payee);
  if (submitter) return submitter;
  if (movesPaidMoney(claim, outcome)) {
    const text = 'Sebagian santunan sudah atau sedang dibayar; penerimanya tidak dapat diganti lagi.';
    return refuse('already-paid', text, 'design.md section 5');
  }
  return [{ type: 'claim.heirs-resolved', people, outcome }];
}

/** One NIK is one person: the dead are not their own heirs, and nobody inherits twice. A corrected file opens the way again. */
function refuseSharedNik({ people, guardianOf = {}, arrangedFuneral, sharedNiks = [] }: CommandOf<'resolveHeirs'>): Refusal | undefined {
  const living = people.filter(({ alive }) => alive).map(({ id }) => id);
  const named = new Set([PARTICIPANT, ...living, ...Object.values(guardianOf).map(({ id }) => id), arrangedFuneral]);
  const found = sharedNiks.find((pair) => pair.every((id) => named.has(id)));
  if (!found) return undefined;
  const [one, other] = found.map(nikTerm);
  const advice = 'Periksa KTP keduanya, dan minta lembaga mitra mengirim berkas kesiapan yang benar.';
  return refuse(
    'point-open',
    `NIK ${other} di berkas kesiapan sama dengan NIK ${one}; satu NIK milik satu orang. ${advice}`,
    'rules.md section 8',
  );
}

/** The classes stand once any of them is paid; within its class a payee stands once that payee is. */
function movesPaidMoney(claim: ClaimState, outcome: HeirsOutcome): boolean {
  if (outcome.payeeClass !== claim.heirs?.payeeClass) return hasLivePayout(claim);
  return outcome.payee !== claim.heirs.payee && hasLivePayout(claim, outcome.payeeClass);
}

function outcomeOf(claim: ClaimState, command: CommandOf<'resolveHeirs'>, context: ClockContext): HeirsOutcome | Refusal {
  const { people, powerOfAttorneyTo, guardianOf, dispute, arrangedFuneral } = command;
  try {
    const family = {
      programme: claim.programme ?? 'jkm',
      on: deathDayOf(claim),
      people,
      ...(powerOfAttorneyTo === undefined ? {} : { powerOfAttorneyTo }),
      ...(guardianOf === undefined ? {} : { guardianOf }),
      ...(dispute === undefined ? {} : { dispute }),
      ...(arrangedFuneral === undefined ? {} : { arrangedFuneral }),
    };
    const { explanation: _shown, ...outcome } = resolveHeirs(family, heirsReadingIn(context));
    return outcome;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (error.code === 'payee-is-partner') return refuse('payee-is-partner', error.message, NO_PARTNER);
    return refuse('invalid-command', error.message, error.field);
  }
}
