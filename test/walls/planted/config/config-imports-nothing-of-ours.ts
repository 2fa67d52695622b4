import { FIRST_DAY } from '#domain/day.ts';

export const start = FIRST_DAY;
