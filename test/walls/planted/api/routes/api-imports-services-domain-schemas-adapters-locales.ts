import { getShape } from '#workflows/messages.ts';

export const route = getShape;
