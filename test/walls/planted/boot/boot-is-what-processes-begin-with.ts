import { handle } from '#services/intake/intake.ts';

export const context = handle;
