import { rails } from '#sandbox/bank/rails.ts';

export const servers = rails;
