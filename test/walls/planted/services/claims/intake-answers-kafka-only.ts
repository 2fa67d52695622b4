import { handle } from '#services/intake/intake.ts';

export const command = handle;
