import type { TokenVerifier } from '#adapters/identity/verify.ts';
import type { House } from '#services/deps.ts';
import type { DeskDeps } from './pages/session.ts';

/** What every route works with, made at the door. */
export type ApiDeps = House & {
  readonly verifyToken: TokenVerifier;
  /** For people who sign in with a browser; without it there are no such pages. */
  readonly desk?: DeskDeps;
  readonly statusSecret: (claimId: string) => string;
  /** In the sandbox they go on beside those that are made; elsewhere they end with the first one. */
  readonly oldCodes?: 'always';
  readonly health: Readonly<Record<string, () => Promise<boolean>>>;
};
