import { servers } from '#stack/servers.ts';

export const started = servers;
