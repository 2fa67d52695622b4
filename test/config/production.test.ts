import { readEnv } from '#config/env.ts';
import { PRODUCTION_ENV as GOOD, STRONG_KEY as KEY } from '../support/production-env.ts';

describe('production refuses what would not protect people, by the setting’s name and with what to do', () => {
  test.each<readonly [string, Record<string, string>, RegExp]>([
    ['the bank in clear', { SANTUN_BANK_URL: 'http://bank.example' }, /SANTUN_BANK_URL: must begin with https/],
    ['the issuer in clear', { SANTUN_OIDC_ISSUER: 'http://masuk.example' }, /SANTUN_OIDC_ISSUER: must begin with https/],
    ['our pages in clear', { SANTUN_PUBLIC_URL: 'http://santun.example' }, /SANTUN_PUBLIC_URL: must begin with https/],
    ['a name that only looks like this machine', { SANTUN_BANK_URL: 'http://127.0.0.1.bank.example' }, /SANTUN_BANK_URL: must begin/],
    [
      'a registry by file transfer',
      { SANTUN_CIVIL_REGISTRY_URL: 'ftp://dukcapil.example' },
      /SANTUN_CIVIL_REGISTRY_URL: must be an address/,
    ],
    ['a page that is a script', { SANTUN_PUBLIC_URL: 'javascript:alert(1)' }, /SANTUN_PUBLIC_URL: /],
    ['a key of one letter', { SANTUN_PERSON_KEY: 'a'.repeat(32) }, /SANTUN_PERSON_KEY: is not random/],
    ['a short key', { SANTUN_PERSON_KEY: KEY.slice(0, 31) }, /SANTUN_PERSON_KEY: /],
    ['the bank’s secret of two letters', { SANTUN_BANK_CLIENT_SECRET: 'ab'.repeat(16) }, /SANTUN_BANK_CLIENT_SECRET: is not random/],
    [
      'a source’s secret of one letter',
      { SANTUN_EVENT_SECRETS: JSON.stringify({ bpr: 'x'.repeat(40) }) },
      /SANTUN_EVENT_SECRETS: the secret of bpr/,
    ],
    ['no account to pay from', { SANTUN_BANK_SOURCE_ACCOUNT: '000000' }, /SANTUN_BANK_SOURCE_ACCOUNT: is one digit repeated/],
    [
      'an API for everybody without its address',
      { SANTUN_PUBLIC_URL: '' },
      /SANTUN_PUBLIC_URL: must be set where the API listens on 0.0.0.0/,
    ],
    ['proxies that are no addresses', { SANTUN_TRUST_PROXY: '10.0.0.0/8,semua' }, /SANTUN_TRUST_PROXY: must be IP addresses/],
    ['a network wider than addresses are', { SANTUN_TRUST_PROXY: '10.0.0.0/33' }, /SANTUN_TRUST_PROXY: must be IP addresses/],
  ])('%s', (_what, more, sentence) => {
    expect(() => readEnv({ ...GOOD, ...more })).toThrow(sentence);
  });

  test('several are told together, not one at every start', () => {
    const tell = (): unknown => readEnv({ ...GOOD, SANTUN_BANK_URL: 'http://bank.example', SANTUN_PERSON_KEY: 'b'.repeat(40) });
    expect(tell).toThrow(/SANTUN_BANK_URL: [\s\S]*SANTUN_PERSON_KEY: /);
  });

  test('what protects is taken, also a proxy on this machine that encrypts, and a sandbox asks for nothing of it', () => {
    expect(readEnv(GOOD).SANTUN_MODE).toBe('production');
    expect(readEnv({ ...GOOD, SANTUN_BANK_URL: 'http://127.0.0.1:9443', SANTUN_TRUST_PROXY: '10.1.0.0/16, ::1' })).toMatchObject({
      SANTUN_TRUST_PROXY: ['10.1.0.0/16', '::1'],
    });
    const sandbox = {
      ...GOOD,
      SANTUN_MODE: 'sandbox',
      SANTUN_BANK_URL: 'http://bank.example',
      SANTUN_PERSON_KEY: 'a'.repeat(32),
      SANTUN_PUBLIC_URL: '',
    };
    expect(readEnv(sandbox).SANTUN_MODE).toBe('sandbox');
  });
});
