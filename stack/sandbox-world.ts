import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentBuildId } from '#boot/build-id.ts';
import { choosePort } from './ports.ts';
import type { Log } from './progress.ts';

/** What the sandbox's processes must agree on; keys and passwords are made once per data folder, so that a second start meets the same. */
export type SandboxWorld = {
  /** For Santun's own processes, under the names of config/env.ts. */
  readonly santun: Readonly<Record<string, string>>;
  readonly bank: Readonly<Record<string, string>>;
  readonly identity: Readonly<Record<string, string>>;
  readonly civilRegistry: Readonly<Record<string, string>>;
  readonly membershipRegistry: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<string, string>>;
  readonly password: string;
};

type Secrets = {
  readonly clientSecret: string;
  readonly privateKey: string;
  readonly publicKey: string;
  readonly personKey: string;
  readonly password: string;
  readonly civilRegistryKey: string;
  readonly membershipRegistryKey: string;
  readonly messagesKey: string;
};

const SOURCE_ACCOUNT = '8880000000001';
const PARTNER_ID = 'SANTUN-SANDBOX';

export async function sandboxWorld(dataDir: string, servers: Readonly<Record<string, string>>, log: Log): Promise<SandboxWorld> {
  const secrets = { ...keptSecrets(dataDir), ...(await freePorts(log)) };
  const bankUrl = `http://127.0.0.1:${secrets.bankPort}`;
  return {
    password: secrets.password,
    santun: {
      ...servers,
      SANTUN_MODE: 'sandbox',
      // Read once for all processes: a file saved while they start must not make releases of them that never meet.
      SANTUN_BUILD_ID: contentBuildId(process.cwd()),
      SANTUN_API_PORT: String(secrets.apiPort),
      SANTUN_OIDC_ISSUER: `http://127.0.0.1:${secrets.identityPort}`,
      SANTUN_BANK_URL: bankUrl,
      SANTUN_BANK_PARTNER_ID: PARTNER_ID,
      SANTUN_BANK_CLIENT_SECRET: secrets.clientSecret,
      SANTUN_BANK_PRIVATE_KEY: secrets.privateKey,
      SANTUN_BANK_SOURCE_ACCOUNT: SOURCE_ACCOUNT,
      SANTUN_BANK_CHANNEL_ID: '95221',
      SANTUN_BANK_TIMEOUT_MS: '3000',
      // The sandbox bank knows an order at once; a real one is asked no sooner than it allows.
      SANTUN_BANK_FIRST_INQUIRY_MS: '2000',
      SANTUN_CIVIL_REGISTRY_URL: `http://127.0.0.1:${secrets.civilRegistryPort}`,
      SANTUN_CIVIL_REGISTRY_KEY: secrets.civilRegistryKey,
      SANTUN_MEMBERSHIP_REGISTRY_URL: `http://127.0.0.1:${secrets.membershipRegistryPort}`,
      SANTUN_MEMBERSHIP_REGISTRY_KEY: secrets.membershipRegistryKey,
      SANTUN_MESSAGES_URL: `http://127.0.0.1:${secrets.messagesPort}`,
      SANTUN_MESSAGES_KEY: secrets.messagesKey,
      SANTUN_REGISTRY_TIMEOUT_MS: '2000',
      SANTUN_PERSON_KEY: secrets.personKey,
    },
    bank: {
      SANTUN_SANDBOX_BANK_PORT: String(secrets.bankPort),
      SANTUN_SANDBOX_BANK_DATA: join(dataDir, 'bank', 'book.jsonl'),
      SANTUN_SANDBOX_BANK_CLIENT_KEY: PARTNER_ID,
      SANTUN_SANDBOX_BANK_CLIENT_SECRET: secrets.clientSecret,
      SANTUN_SANDBOX_BANK_PUBLIC_KEY: secrets.publicKey,
      SANTUN_SANDBOX_BANK_SOURCE_ACCOUNT: SOURCE_ACCOUNT,
      SANTUN_SANDBOX_BANK_OPENING_BALANCE: '1000000000000',
    },
    identity: {
      SANTUN_SANDBOX_IDENTITY_PORT: String(secrets.identityPort),
      SANTUN_SANDBOX_IDENTITY_DATA: join(dataDir, 'identity', 'key.json'),
      SANTUN_SANDBOX_IDENTITY_PASSWORD: secrets.password,
    },
    civilRegistry: {
      SANTUN_SANDBOX_CIVIL_PORT: String(secrets.civilRegistryPort),
      SANTUN_SANDBOX_CIVIL_DATA: join(dataDir, 'civil-registry', 'people.jsonl'),
      SANTUN_SANDBOX_CIVIL_KEY: secrets.civilRegistryKey,
    },
    membershipRegistry: {
      SANTUN_SANDBOX_MEMBERSHIP_PORT: String(secrets.membershipRegistryPort),
      SANTUN_SANDBOX_MEMBERSHIP_DATA: join(dataDir, 'membership-registry', 'memberships.jsonl'),
      SANTUN_SANDBOX_MEMBERSHIP_KEY: secrets.membershipRegistryKey,
    },
    messages: {
      SANTUN_SANDBOX_MESSAGES_PORT: String(secrets.messagesPort),
      SANTUN_SANDBOX_MESSAGES_DATA: join(dataDir, 'messages', 'sent.jsonl'),
      SANTUN_SANDBOX_MESSAGES_KEY: secrets.messagesKey,
    },
  };
}

function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'sandbox.json');
  const kept: Partial<Secrets> = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  // Missing, or of a release that knew fewer parties.
  if (kept.messagesKey !== undefined) return kept as Secrets;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const secrets: Secrets = {
    clientSecret: randomBytes(24).toString('hex'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    personKey: randomBytes(32).toString('hex'),
    password: randomBytes(6).toString('hex'),
    civilRegistryKey: randomBytes(24).toString('hex'),
    membershipRegistryKey: randomBytes(24).toString('hex'),
    messagesKey: randomBytes(24).toString('hex'),
    ...kept,
  };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

async function freePorts(log: Log) {
  return {
    apiPort: await choosePort('the API', 8080, log),
    bankPort: await choosePort('the sandbox bank', 8091, log),
    identityPort: await choosePort('the sandbox identity provider', 8092, log),
    civilRegistryPort: await choosePort('the sandbox civil registry', 8093, log),
    membershipRegistryPort: await choosePort('the sandbox membership registry', 8094, log),
    messagesPort: await choosePort('the sandbox provider of short messages', 8095, log),
  };
}
