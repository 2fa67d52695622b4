import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLE_TERMS, STATUS_TERMS } from '#domain/claim/terms.ts';

const catalogue = JSON.parse(readFileSync(join(process.cwd(), 'locales', 'id.json'), 'utf8')) as Record<string, string>;

describe('one word for one thing', () => {
  test.each(Object.entries(STATUS_TERMS))('a refusal calls the status %s what every screen calls it: %s', (status, term) => {
    expect(catalogue[`status.${status}`]).toBe(term);
  });

  test.each(Object.entries(ROLE_TERMS))('a refusal calls the role %s what every screen calls it: %s', (role, term) => {
    expect(catalogue[`role.${role}`]).toBe(term);
  });
});
