import { bank } from '#adapters/bank/port.ts';

export const Bank = bank;
