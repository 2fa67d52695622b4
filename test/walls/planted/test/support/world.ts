import { rails } from '#sandbox/bank/rails.ts';

export const world = rails;
