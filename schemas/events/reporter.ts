import { z } from 'zod';
import { Id, label, Name, Phone } from './shared.ts';

export const Reporter = z
  .object({
    staffId: Id.describe('staff member who took the report'),
    name: Name.describe('name of the staff member'),
    phone: Phone.exactOptional(),
  })
  .describe('who reports on behalf of the family');

export const FamilyContact = z
  .object({
    name: Name,
    relation: label(100).describe('what this person is to the participant, in their own words'),
    phone: Phone.exactOptional(),
  })
  .describe('whom to ask and to keep informed');
