import type { Settings } from '#config/settings.ts';

export const bank = 'bank';
export type Port = Settings;
