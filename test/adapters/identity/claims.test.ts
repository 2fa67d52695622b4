import fc from 'fast-check';
import { toActor } from '#adapters/identity/claims.ts';
import { isRole, ROLES } from '#domain/actor.ts';

const claims = { sub: 'orang-1', name: 'Orang Contoh', santun_institution: 'bpr-contoh', santun_branch: 'kupang' };

test.each(ROLES.filter((role) => role !== 'family' && role !== 'system'))('%s may sign in', (role) => {
  expect(toActor({ ...claims, santun_role: role })).toMatchObject({ id: 'orang-1', role });
});

test.each(['family', 'system', 'root', '', undefined])('nobody signs in as %s', (role) => {
  expect(() => toActor({ ...claims, santun_role: role })).toThrow('token rejected: claims');
});

test('partner people without institution, and officers without branch, stay out', () => {
  for (const role of ['partner-staff', 'partner-head']) {
    expect(() => toActor({ ...claims, santun_role: role, santun_institution: undefined })).toThrow('claims');
  }
  for (const role of ['officer', 'approver']) {
    expect(() => toActor({ ...claims, santun_role: role, santun_branch: undefined })).toThrow('claims');
  }
});

test('whatever stands in a token, it is an actor of a known role or a rejection', () => {
  fc.assert(
    fc.property(fc.anything(), (payload) => {
      try {
        return isRole(toActor(payload).role);
      } catch (error) {
        return (error as Error).name === 'TokenRejected';
      }
    }),
  );
});
