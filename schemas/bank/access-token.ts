import { z } from 'zod';
import { SnapAnswer } from './parts.ts';

export const AccessTokenRequest = z.looseObject({
  grantType: z.literal('client_credentials').describe('the only grant between companies'),
});

export const AccessTokenAnswer = SnapAnswer.extend({
  accessToken: z.string().min(1).max(2048).describe('bearer of the transactional calls'),
  tokenType: z.string().describe('Bearer'),
  expiresIn: z
    .string()
    .regex(/^\d{1,9}$/)
    .describe('seconds the token lives, as text'),
});
export type AccessTokenAnswer = z.infer<typeof AccessTokenAnswer>;
