import { isIP } from 'node:net';

/** Parties to whom we send keys or what people said; what reaches only this machine may go unencrypted to a proxy on it. */
const ADDRESSES = [
  'SANTUN_OIDC_ISSUER',
  'SANTUN_PUBLIC_URL',
  'SANTUN_BANK_URL',
  'SANTUN_CIVIL_REGISTRY_URL',
  'SANTUN_MEMBERSHIP_REGISTRY_URL',
  'SANTUN_MESSAGES_URL',
] as const;

const KEYS = ['SANTUN_PERSON_KEY', 'SANTUN_BANK_CLIENT_SECRET', 'SANTUN_CIVIL_REGISTRY_KEY', 'SANTUN_MEMBERSHIP_REGISTRY_KEY'] as const;

type Name = (typeof ADDRESSES)[number] | (typeof KEYS)[number] | 'SANTUN_BANK_SOURCE_ACCOUNT' | 'SANTUN_API_HOST';
type Settings = Readonly<Record<Name, string>> & {
  readonly SANTUN_MODE: 'sandbox' | 'production';
  readonly SANTUN_EVENT_SECRETS: Readonly<Record<string, string>>;
};
export type WeakSetting = { readonly name: Name | 'SANTUN_EVENT_SECRETS'; readonly message: string };

/** Of sixteen letters drawn at random hardly any come so often that fewer than eight differ. */
const LEAST_LETTERS = 8;

/** What parses and must not be used with real people's money all the same, each with what to do. Nothing in the sandbox. */
export function weakSettings(env: Settings): readonly WeakSetting[] {
  if (env.SANTUN_MODE === 'sandbox') return [];
  return [
    ...ADDRESSES.filter((name) => env[name] !== '' && !isSafe(env[name])).map((name) => ({
      name,
      message: 'must begin with https:// in production; http:// only where it leads to this very machine',
    })),
    ...KEYS.filter((name) => new Set(env[name]).size < LEAST_LETTERS).map((name) => ({
      name,
      message: 'is not random: too few different characters; make one with `openssl rand -hex 32`',
    })),
    ...Object.entries(env.SANTUN_EVENT_SECRETS)
      .filter(([, secret]) => new Set(secret).size < LEAST_LETTERS)
      .map(([source]) => ({
        name: 'SANTUN_EVENT_SECRETS' as const,
        message: `the secret of ${source} is not random: too few different characters`,
      })),
    ...(/^(\d)\1*$/.test(env.SANTUN_BANK_SOURCE_ACCOUNT)
      ? [{ name: 'SANTUN_BANK_SOURCE_ACCOUNT' as const, message: 'is one digit repeated, which no account of a bank is' }]
      : []),
    ...(env.SANTUN_PUBLIC_URL === '' && !isLoopback(env.SANTUN_API_HOST)
      ? [
          {
            name: 'SANTUN_PUBLIC_URL' as const,
            message: `must be set where the API listens on ${env.SANTUN_API_HOST}: without it cookies of people at a desk are not for https only`,
          },
        ]
      : []),
  ];
}

function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopback(hostname);
}

function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}
