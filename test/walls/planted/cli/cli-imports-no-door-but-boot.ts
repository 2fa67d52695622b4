import { activities } from '#activities/index.ts';

export const command = activities;
