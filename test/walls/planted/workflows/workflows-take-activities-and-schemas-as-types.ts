// Looks like a type, and loads the module all the same.
import { type Shape } from '#schemas/shape.ts';

export type Input = Shape;
