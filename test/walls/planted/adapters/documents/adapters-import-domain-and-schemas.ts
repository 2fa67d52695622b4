import { getShape } from '#workflows/messages.ts';

export const message = getShape;
