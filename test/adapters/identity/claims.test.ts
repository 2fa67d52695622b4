import fc from 'fast-check';
import { toActor } from '#adapters/identity/claims.ts';
import { isRole, ROLES } from '#domain/people/actor.ts';

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

describe('a machine is nobody’s second person', () => {
  test.each([
    ['by client_id (RFC 9068)', { client_id: 'orang-1' }],
    ['by azp', { azp: 'orang-1' }],
    ['by the grant', { gty: 'client-credentials' }],
    ['by the application, spelled otherwise', { azp: 'ORANG-1' }],
    ['by an account made of the application', { azp: 'Orang', sub: 'orang@clients' }],
    ['by the words of other issuers', { cid: 'orang-1' }],
    ['by the application’s number', { appid: 'orang-1' }],
    ['by the grant in other letters', { gty: 'client_credentials' }],
    ['by its type', { idtyp: 'app' }],
    ['by its user name', { preferred_username: 'service-account-bpr' }],
  ])('known %s, it may be a machine and no role of people', (_how, signs) => {
    expect(toActor({ ...claims, ...signs, santun_role: 'machine' }).role).toBe('machine');
    for (const role of ['officer', 'approver', 'supervisor', 'auditor', 'partner-staff', 'partner-head']) {
      expect(() => toActor({ ...claims, ...signs, santun_role: role })).toThrow('machine-as-person');
    }
  });

  test('a person whose token names the client he signed in with is a person', () => {
    expect(toActor({ ...claims, client_id: 'santun-web', azp: 'santun-web', santun_role: 'officer' }).role).toBe('officer');
  });
});

describe('one person is one id', () => {
  const officer = { ...claims, santun_role: 'officer' };

  test('however the issuer spells it', () => {
    const ids = ['petugas.satu', 'PETUGAS.SATU', ' Petugas.Satu '].map((sub) => toActor({ ...officer, sub }).id);
    expect(new Set(ids)).toEqual(new Set(['petugas.satu']));
  });

  test('whichever account he signs in with, where the issuer tells who he is', () => {
    const ids = ['akun-a', 'akun-b'].map((sub) => toActor({ ...officer, sub, santun_person: 'NIP-1987' }).id);
    expect(ids).toEqual(['nip-1987', 'nip-1987']);
  });
});
