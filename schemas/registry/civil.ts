import { z } from 'zod';
import { RegistryDay, RegistryName, RegistryNik } from './parts.ts';

const Life = z
  .discriminatedUnion('alive', [
    z.object({ alive: z.literal(true) }),
    z.object({
      alive: z.literal(false),
      diedOn: RegistryDay,
      certificateNumber: z.string().min(1).max(60).describe('number of the death certificate (akta kematian)'),
    }),
  ])
  .describe('alive, or dead with the certificate');

const Relative = z
  .object({
    nik: RegistryNik,
    relation: z.enum(['spouse', 'child']).describe('to the person asked about'),
    name: RegistryName,
    birthDate: RegistryDay,
    alive: z.boolean(),
  })
  .describe('husband, wife or child on record');

export const CivilPerson = z
  .object({
    nik: RegistryNik,
    name: RegistryName,
    birthDate: RegistryDay,
    familyCardNumber: z
      .string()
      .regex(/^\d{16}$/)
      .describe('number of the family card, 16 digits'),
    life: Life,
    relatives: z.array(Relative).max(100),
  })
  .describe('one person of the civil registry: POST /v1/persons/lookup, 404 for nobody');
export type CivilPerson = z.infer<typeof CivilPerson>;
