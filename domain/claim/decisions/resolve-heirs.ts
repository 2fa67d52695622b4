import { resolveHeirs } from '../../heirs/resolve-heirs.ts';
import { InputError } from '../../input-error.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { CommandOf } from '../commands.ts';
import type { FactBody } from '../facts.ts';
import type { ClaimState } from '../state.ts';

/** The legal order decides, not the declaration: the officer states who lives and on what paper, the classes follow. */
export function resolveClaimHeirs(claim: ClaimState, command: CommandOf<'resolveHeirs'>): FactBody[] | Refusal {
  const { people, powerOfAttorneyTo, guardianOf, dispute, arrangedFuneral } = command;
  try {
    const { explanation: _shown, ...outcome } = resolveHeirs({
      programme: claim.programme ?? 'jkm',
      on: claim.eventOn,
      people,
      ...(powerOfAttorneyTo === undefined ? {} : { powerOfAttorneyTo }),
      ...(guardianOf === undefined ? {} : { guardianOf }),
      ...(dispute === undefined ? {} : { dispute }),
      ...(arrangedFuneral === undefined ? {} : { arrangedFuneral }),
    });
    return [{ type: 'claim.heirs-resolved', people, outcome }];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refuse(error.code === 'payee-is-partner' ? 'payee-is-partner' : 'invalid-command', error.message, error.field);
  }
}
