import { z } from 'zod';

const Place = z.string().transform((value, context) => {
  const [, at = '', id = ''] = /^(\d{1,15})~(STN-\w{5}-\w{5}:\d{8})$/.exec(value) ?? [];
  if (id !== '') return { at: Number(at), _id: id };
  context.addIssue({
    code: 'custom',
    message: 'Bukan penanda. Pakai nilai next dari jawaban sebelumnya, atau kosongkan untuk mulai dari awal.',
  });
  return z.NEVER;
});

export const EventsQuery = z.strictObject({
  after: Place.exactOptional().describe('next of the answer before'),
  limit: z
    .string()
    .regex(/^([1-9]|[1-9]\d|[1-4]\d\d|500)$/, 'Harus bilangan 1 sampai 500.')
    .default('100')
    .transform(Number),
});
