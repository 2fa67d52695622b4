import { z } from 'zod';

/** What the family types. Whatever else arrives is as good as nothing: the answer to it is the form again. */
const Typed = z.string().max(100).catch('');

export const StatusForm = z
  .object({ claim: Typed.describe('claim number'), secret: Typed.describe('the family’s own code') })
  .catch({ claim: '', secret: '' });
