import { gateway } from '#adapters/temporal/gateway.ts';

export const shortcut = gateway;
