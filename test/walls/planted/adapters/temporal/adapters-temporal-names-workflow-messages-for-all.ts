import { rung } from '#workflows/lib/rung.ts';

export const inside = rung;
