import { sleep } from 'node:timers/promises';

export const wait = sleep;
