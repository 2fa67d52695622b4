import { z } from 'zod';
import { UtcInstant } from './shared.ts';

const offset = z.string().regex(/^\d+$/, 'harus angka');

/** Headers Santun adds; the original headers, key and bytes stay beside them as they came. */
export const DeadLetterHeaders = z
  .object({
    dl_code: z.string().min(1).describe('machine-readable reason, kebab-case'),
    dl_reason: z.string().min(1).describe('reason in Indonesian, for the person who corrects it'),
    dl_topic: z.string().min(1).describe('topic the message came from'),
    dl_partition: offset.describe('partition the message came from'),
    dl_offset: offset.describe('offset the message came from'),
    dl_group: z.string().min(1).describe('consumer group that refused it'),
    dl_first_seen: UtcInstant.describe('when it was refused for the first time'),
    dl_last_seen: UtcInstant.describe('when it was refused this time; later than first seen after a replay'),
    dl_value_bytes: offset.describe('length of the original value').exactOptional(),
    dl_value_sha256: z.string().describe('SHA-256 of the original value; present when the value was too large to be kept').exactOptional(),
  })
  .describe('A message Santun could not use: the original key, bytes and headers, and why.');

export type DeadLetterHeaders = z.infer<typeof DeadLetterHeaders>;
export const DEAD_LETTER_HEADER_NAMES = Object.keys(DeadLetterHeaders.shape) as readonly (keyof DeadLetterHeaders)[];
