import { getShape } from '#workflows/messages.ts';

export const ask = getShape;
