export const YEARS = 20;
