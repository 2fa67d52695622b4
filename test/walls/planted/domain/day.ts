export const FIRST_DAY = '2026-01-01';
