import { FIRST_DAY } from '#domain/day.ts';

export const opened = FIRST_DAY;
