import { z } from 'zod';

const Place = z.string().transform((value, context) => {
  const [, at = '', id = ''] = /^(\d{1,15})~([\w-]{1,60})$/.exec(value) ?? [];
  if (id !== '') return { at: Number(at), _id: id };
  context.addIssue({ code: 'custom', message: 'Bukan penanda halaman. Mulai lagi dari halaman pertama.' });
  return z.NEVER;
});

export const ReadsQuery = z.strictObject({
  subject: z.string().min(1).max(100).exactOptional().describe('claim or entitlement'),
  actor: z.string().min(1).max(200).exactOptional().describe('who read'),
  limit: z
    .string()
    .regex(/^([1-9]|[1-9]\d|1\d\d|200)$/, 'Harus bilangan 1 sampai 200.')
    .default('50')
    .transform(Number),
  cursor: Place.exactOptional().describe('as the page before gave it'),
});
