// Prints a .env for `docker compose up` with the sandbox world: fresh secrets each time, nothing fit for production.
import { generateKeyPairSync, randomBytes } from 'node:crypto';

const secret = (bytes = 24) => randomBytes(bytes).toString('hex');
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const variables = {
  COMPOSE_PROFILES: 'sandbox',
  TEMPORAL_SETTINGS: 'temporal-settings.sandbox.yaml',
  TEMPORAL_DB_PASSWORD: secret(),
  MONGO_ROOT_PASSWORD: secret(),
  MONGO_PASSWORD: secret(),
  MONGO_REPLICA_KEY: secret(64),
  SANTUN_MODE: 'sandbox',
  SANTUN_PUBLIC_URL: 'http://127.0.0.1:8080',
  SANTUN_OIDC_ISSUER: 'http://sandbox-identity:8091',
  SANTUN_BANK_URL: 'http://sandbox-bank:8090',
  SANTUN_BANK_PARTNER_ID: 'santun-sandbox',
  SANTUN_BANK_CHANNEL_ID: '95221',
  SANTUN_BANK_CLIENT_SECRET: secret(),
  SANTUN_BANK_PRIVATE_KEY: privateKey.trim(),
  SANTUN_BANK_SOURCE_ACCOUNT: '8800100200',
  SANTUN_BANK_FIRST_INQUIRY_MS: '2000',
  SANTUN_CIVIL_REGISTRY_URL: 'http://sandbox-civil-registry:8092',
  SANTUN_CIVIL_REGISTRY_KEY: secret(),
  SANTUN_MEMBERSHIP_REGISTRY_URL: 'http://sandbox-membership-registry:8093',
  SANTUN_MEMBERSHIP_REGISTRY_KEY: secret(),
  SANTUN_MESSAGES_URL: 'http://sandbox-messages:8094',
  SANTUN_MESSAGES_KEY: secret(),
  SANTUN_PERSON_KEY: secret(32),
  SANDBOX_BANK_PUBLIC_KEY: publicKey.trim(),
  SANDBOX_IDENTITY_PASSWORD: secret(8),
};

for (const [name, value] of Object.entries(variables)) console.log(`${name}=${value.includes('\n') ? `"${value}"` : value}`);
