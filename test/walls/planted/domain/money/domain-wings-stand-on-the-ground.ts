import { CLAIM } from '../claim/state.ts';

export const order = CLAIM;
