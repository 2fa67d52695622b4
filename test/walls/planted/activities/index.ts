import { ApplicationFailure } from '@temporalio/common';
import { bank } from '#adapters/bank/port.ts';

export const activities = { bank, ApplicationFailure };
export type Activities = typeof activities;
