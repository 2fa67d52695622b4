import pino from 'pino';

export const settings = { log: pino };
export type Settings = typeof settings;
