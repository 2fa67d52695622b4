import { activities } from '#activities/index.ts';
import { handle } from '#services/intake/intake.ts';
import { gateway } from '#adapters/temporal/gateway.ts';
import { settings } from '#config/settings.ts';

export const worker = [activities, gateway, handle, settings];
