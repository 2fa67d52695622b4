import { second } from './turn-back.ts';

export const first = (): unknown => second;
