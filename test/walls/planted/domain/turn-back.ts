import { first } from './no-cycles.ts';

export const second = (): unknown => first;
