import type { z } from 'zod';
import type { RegistryFault } from '#schemas/registry/sandbox.ts';
import type { RegistryFaults } from './faults.ts';
import type { Records } from './records.ts';

/** What tells one registry from another: its path, its shape, whom it knows from the start, and how it can be wrong about them. */
export type RegistryKind<Entry extends { readonly nik: string }> = {
  readonly path: string;
  readonly entry: z.ZodType<Entry>;
  readonly seed: readonly Entry[];
  distort(entry: Entry, fault: RegistryFault): Entry;
};

export type Desk<Entry extends { readonly nik: string }> = {
  readonly kind: RegistryKind<Entry>;
  readonly key: string;
  readonly records: Records<Entry>;
  readonly faults: RegistryFaults;
};
