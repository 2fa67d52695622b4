import { createHash } from 'node:crypto';
import { bank } from '#adapters/bank/port.ts';

export const handle = (): unknown => createHash(bank);
