import { z } from 'zod';
import { ClaimPath } from './claims.ts';

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000 } as const;
const DURATION = /^\+?([1-9]\d{0,5})([dhm])$/;
const LOCAL_INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export const DURATION_SHAPE = 'Lama waktu ditulis +2d (hari), +4h (jam) atau +30m (menit).';
export const INSTANT_SHAPE = 'Waktu tujuan ditulis 2026-03-27T16:00+08:00.';

/** Milliseconds of `+2d`, `+4h`, `+30m`. */
export function parseDuration(text: string): number | undefined {
  const [, count = '', unit = ''] = DURATION.exec(text) ?? [];
  return unit === '' ? undefined : Number(count) * UNITS[unit as keyof typeof UNITS];
}

/** An instant as people write it, with the offset of their zone. */
export function parseZonedInstant(text: string): number | undefined {
  if (!LOCAL_INSTANT.test(text)) return undefined;
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  // Date.parse rolls 30 February over to March.
  const isReal = day >= 1 && new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) === text.slice(0, 10);
  const parsed = isReal ? Date.parse(text) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

export const TimeMachineBody = z
  .strictObject({
    claimId: ClaimPath.shape.claimId,
    duration: z
      .string()
      .refine((text) => parseDuration(text) !== undefined, DURATION_SHAPE)
      .exactOptional()
      .describe('how much of the claim’s own time is to pass'),
    to: z
      .string()
      .refine((text) => parseZonedInstant(text) !== undefined, INSTANT_SHAPE)
      .exactOptional()
      .describe('or the instant of its own time it is to reach'),
  })
  .refine(({ duration, to }) => (duration === undefined) !== (to === undefined), 'Sebutkan lama waktu atau waktu tujuan, salah satu.')
  .transform(({ claimId, duration, to }) => ({
    claimId,
    aim: duration === undefined ? { to: parseZonedInstant(to ?? '') ?? 0 } : { ms: parseDuration(duration) ?? 0 },
  }));
