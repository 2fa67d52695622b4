import { YEARS } from '../scholarship/entitlement/state.ts';

export const years = YEARS;
