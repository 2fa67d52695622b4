import { z } from 'zod';
import { FREEZE_ACTS } from '#domain/money/payout/freeze.ts';
import { InstantText } from '#schemas/primitives.ts';
import { StepBody } from './calendars.ts';

const { commandId, reason } = StepBody.shape;

export const ProposeFreezeBody = z.strictObject({
  commandId,
  from: InstantText.describe('the first instant in which no order leaves'),
  until: InstantText.describe('the first instant in which orders leave again'),
  reason,
});

export const FreezePath = z.strictObject({ freezeId: z.string().regex(/^[0-9a-f]{16}$/, 'Harus nomor masa beku dari daftarnya.') });

export const FreezeStepBody = z.strictObject({ commandId, act: z.enum(FREEZE_ACTS), reason });
