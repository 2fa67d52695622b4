import { settings } from '#config/settings.ts';

export const url = settings;
