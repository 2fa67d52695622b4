/** Of letters that differ enough to pass for random. */
export const STRONG_KEY = '5f0c7d1e9ab2436885d1f07ac3e9b64258fe0d17c9a34b6e';

/** A production that is allowed to start. */
export const PRODUCTION_ENV: Readonly<Record<string, string>> = {
  SANTUN_OIDC_ISSUER: 'https://masuk.example',
  SANTUN_PUBLIC_URL: 'https://santun.example',
  SANTUN_API_HOST: '0.0.0.0',
  SANTUN_BANK_URL: 'https://bank.example/snap',
  SANTUN_BANK_PARTNER_ID: 'santun',
  SANTUN_BANK_CHANNEL_ID: '95221',
  SANTUN_BANK_CLIENT_SECRET: STRONG_KEY,
  SANTUN_BANK_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----',
  SANTUN_BANK_SOURCE_ACCOUNT: '8800100200',
  SANTUN_CIVIL_REGISTRY_URL: 'https://dukcapil.example',
  SANTUN_CIVIL_REGISTRY_KEY: STRONG_KEY,
  SANTUN_MEMBERSHIP_REGISTRY_URL: 'https://kepesertaan.example',
  SANTUN_MEMBERSHIP_REGISTRY_KEY: STRONG_KEY,
  SANTUN_PERSON_KEY: STRONG_KEY,
};
