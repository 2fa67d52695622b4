import type { ClaimStatus } from '#domain/claim/statuses.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { EntitlementCommandType } from './commands.ts';

const ENDED_UNPAID: readonly ClaimStatus[] = ['rejected', 'withdrawn', 'lapsed'];
const TOWARDS_MONEY: readonly EntitlementCommandType[] = ['verifyProof', 'releaseYear'];

/** A claim that was approved can be reopened and end otherwise: then nothing more is paid on it, whatever the child's own record says. */
export function refuseWithoutClaim(status: ClaimStatus | undefined, command: EntitlementCommandType): Refusal | undefined {
  if (status === undefined || !ENDED_UNPAID.includes(status) || !TOWARDS_MONEY.includes(command)) return undefined;
  return refuse(
    'not-allowed-in-status',
    'Klaim asalnya berakhir tanpa hak. Beasiswanya tidak dibayar lagi.',
    'design.md section 6: entitlements on approval',
  );
}
