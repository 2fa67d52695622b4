import { handle } from '#activities/intake.ts';

export const activity = handle;
