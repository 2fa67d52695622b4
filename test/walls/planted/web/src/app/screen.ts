import { FIRST_DAY } from '#domain/day.ts';
import { Shape } from '#schemas/shape.ts';

export const screen = [FIRST_DAY, Shape];
