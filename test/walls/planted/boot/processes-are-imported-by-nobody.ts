import { worker } from '#workers/claims.worker.ts';

export const started = worker;
