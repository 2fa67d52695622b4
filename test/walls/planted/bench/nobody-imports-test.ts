import { world } from '#test/support/world.ts';

export const driven = world;
