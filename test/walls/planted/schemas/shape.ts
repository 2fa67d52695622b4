import { z } from 'zod';
import { FIRST_DAY } from '#domain/day.ts';

export const Shape = z.literal(FIRST_DAY);
export type Shape = z.infer<typeof Shape>;
