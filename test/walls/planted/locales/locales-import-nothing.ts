import { FIRST_DAY } from '#domain/day.ts';

export const text = FIRST_DAY;
