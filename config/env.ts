import { isIP } from 'node:net';
import { z } from 'zod';
import { weakSettings } from './production.ts';

/** Between two looks of the sweeper. A missed deadline is found within two minutes: at most this, and its grace of 20 s, and the look itself. */
export const SWEEP_EVERY_MS = { least: 1_000, usual: 60_000, most: 90_000 } as const;

/** Nothing but these two can be asked over the net. */
function web() {
  return z.url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' });
}

/** A list of waits such as `60,300,900`, in seconds as the variable's name says. */
function seconds(usual: string) {
  return z
    .string()
    .regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, 'must be seconds separated by commas, such as 60,300,900')
    .default(usual)
    .transform((list) => list.split(',').map((one) => Number(one)));
}

/** Milliseconds; absent or empty where the bank's profile is to say it. */
function msOfBank(least: number) {
  return z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(least)]).optional();
}

/** A certificate or key as text; environments that cannot hold lines write them as \\n. */
function pem() {
  return z
    .string()
    .refine((text) => text === '' || text.includes('-----BEGIN '), 'must be a PEM text')
    .default('')
    .transform((text) => text.replaceAll('\\n', '\n'));
}

/** Addresses and networks such as 10.0.0.0/8. */
function proxies() {
  const isAddress = (one: string): boolean => {
    const [address = '', bits, ...rest] = one.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
  };
  return z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((one) => one.trim() || []))
    .refine((list) => list.every(isAddress), 'must be IP addresses or networks such as 10.0.0.0/8, separated by commas');
}

function secrets() {
  const Secrets = z.record(z.string().min(1), z.string().min(32));
  return z
    .string()
    .default('')
    .transform((text, context): Readonly<Record<string, string>> => {
      if (text === '') return {};
      const parsed = Secrets.safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'must be a JSON object of secrets of at least 32 characters' });
      return z.NEVER;
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The only reader of environment variables. Every process reads the whole set once, at its door, and fails with a sentence per wrong
 * variable. Secrets have no defaults: the sandbox makes its own at start and hands them over; production must bring them.
 */
const Env = z.object({
  SANTUN_MODE: z
    .enum(['sandbox', 'production'])
    .default('production')
    .describe('sandbox allows simulated outside parties and the time machine'),
  SANTUN_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('least severe log line written'),
  SANTUN_HEALTH_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(0)
    .describe('port of a process’s health answer and, at SANTUN_METRICS_ADDRESS, of its metrics; 0 for neither'),
  SANTUN_METRICS_ADDRESS: z
    .ipv4()
    .default('127.0.0.1')
    .describe('address of this machine at which that port also tells metrics; 0.0.0.0: at each, only where nobody from outside reaches it'),

  SANTUN_TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233').describe('host:port of the Temporal frontend'),
  SANTUN_TEMPORAL_TLS: z
    .enum(['off', 'on'])
    .default('off')
    .describe('whether Temporal is reached over TLS; on as soon as a certificate is given'),
  SANTUN_TEMPORAL_CA: pem().describe('PEM of the authority that signed Temporal’s certificate; empty: the machine’s list'),
  SANTUN_TEMPORAL_CERT: pem().describe('PEM of our certificate for mTLS; empty: none'),
  SANTUN_TEMPORAL_KEY: pem().describe('PEM of its private key'),
  SANTUN_TEMPORAL_SERVER_NAME: z.string().default('').describe('name in Temporal’s certificate where it is not the host'),
  SANTUN_TEMPORAL_API_KEY: z.string().default('').describe('API key sent to Temporal, over TLS only; empty: none'),
  SANTUN_TEMPORAL_NAMESPACE: z.string().default('default').describe('Temporal namespace'),
  SANTUN_TASK_QUEUE: z
    .string()
    .default('santun')
    .describe('prefix of the task queues: <prefix>-claims, <prefix>-payouts and <prefix>-sweeper'),
  SANTUN_WORKER_VERSIONING: z
    .enum(['auto-upgrade', 'pinned', 'off'])
    .default('auto-upgrade')
    .describe('what claims under way do at a new release'),
  SANTUN_BUILD_ID: z
    .string()
    .regex(/^[\w-]{0,64}$/)
    .default('')
    .describe('name of this release; empty: computed from the workflows and the rules'),

  SANTUN_SWEEP_EVERY_MS: z.coerce
    .number()
    .int()
    .min(SWEEP_EVERY_MS.least)
    .max(SWEEP_EVERY_MS.most)
    .default(SWEEP_EVERY_MS.usual)
    .describe('how often to look for deadlines that should have been told'),

  SANTUN_NEWS_WAITS_HOURS: z.coerce
    .number()
    .min(1)
    .max(720)
    .default(24)
    .describe('news whose credit or claim has not come waits this long before it becomes an incident'),

  SANTUN_RECONCILE_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('03:00')
    .describe('wall clock of NTT (WITA) at which the day before is matched with the bank’s statement; its day ends at 01:00'),

  SANTUN_SCHOLARSHIP_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('06:00')
    .describe('wall clock of NTT (WITA) at which, every day, school years nobody has taken up are started'),

  SANTUN_KAFKA_BROKERS: z.string().default('127.0.0.1:9092').describe('comma-separated host:port list'),
  SANTUN_KAFKA_TLS: z
    .enum(['off', 'on'])
    .default('off')
    .describe('whether brokers are reached over TLS; on as soon as a certificate is given'),
  SANTUN_KAFKA_CA: pem().describe('PEM of the authority that signed the brokers’ certificates; empty: the machine’s list'),
  SANTUN_KAFKA_CERT: pem().describe('PEM of our certificate for mTLS; empty: none'),
  SANTUN_KAFKA_KEY: pem().describe('PEM of its private key'),
  SANTUN_KAFKA_SASL: z
    .enum(['none', 'plain', 'scram-sha-256', 'scram-sha-512'])
    .default('none')
    .describe('how we name ourselves to the brokers'),
  SANTUN_KAFKA_USERNAME: z.string().default('').describe('our name at the brokers, with SASL'),
  SANTUN_KAFKA_PASSWORD: z.string().default('').describe('our password at the brokers, with SASL'),
  SANTUN_PARTNERS: z
    .string()
    .regex(/^([\w.:-]+(,[\w.:-]+)*)?$/, 'must be institution ids separated by commas')
    .default('')
    .describe('institutions whose events are heard; empty: any, each in its own name'),
  SANTUN_MEMBERSHIP_SOURCES: z
    .string()
    .min(1)
    .default('bpjs-tk')
    .describe('ce_source values, separated by commas, that may tell memberships'),
  SANTUN_EVENT_SECRETS: secrets().describe(
    'JSON object ce_source → secret of at least 32 characters; each source named must sign its events',
  ),
  SANTUN_EVENT_SIGNATURES: z
    .enum(['registered', 'required'])
    .default('registered')
    .describe('whether only sources with a secret must sign, or every source'),
  SANTUN_KAFKA_TOPIC_PREFIX: z.string().default('santun.').describe('put before every topic name'),

  SANTUN_MONGO_URL: z.string().default('mongodb://127.0.0.1:27017/santun').describe('MongoDB connection string, database included'),

  SANTUN_API_HOST: z.string().default('127.0.0.1').describe('address the API listens on'),
  SANTUN_API_PORT: z.coerce.number().int().min(0).max(65535).default(8080).describe('port the API listens on'),
  SANTUN_TRUST_PROXY: proxies().describe(
    'addresses or networks of the proxies before the API, separated by commas; only their word about who asks is believed; empty: none',
  ),
  SANTUN_OIDC_ISSUER: web().describe('issuer of access tokens; its JWKS verifies them'),
  SANTUN_OIDC_CLIENT_ID: z.string().min(1).default('santun-web').describe('name under which the issuer knows the pages people sign in at'),
  SANTUN_PUBLIC_URL: z
    .union([z.literal(''), web()])
    .default('')
    .describe('address at which browsers reach the API; empty: the loopback address it listens on'),
  SANTUN_OIDC_AUDIENCE: z.string().default('santun-api').describe('audience the access tokens must carry'),

  SANTUN_BANK_URL: web().describe('base address of the bank gateway (SNAP BI)'),
  SANTUN_BANK_PARTNER_ID: z.string().min(1).describe('X-PARTNER-ID, also the client key of the token request'),
  SANTUN_BANK_CLIENT_SECRET: z.string().min(16).describe('secret of the symmetric HMAC-SHA512 signature'),
  SANTUN_BANK_PRIVATE_KEY: z.string().includes('PRIVATE KEY').describe('PEM, signs the B2B token request (SHA256withRSA)'),
  SANTUN_BANK_SOURCE_ACCOUNT: z
    .string()
    .regex(/^\d{6,20}$/)
    .describe('account the benefits are paid from'),
  SANTUN_BANK_TIMEOUT_MS: z.coerce.number().int().min(100).default(10_000).describe('silence longer than this is an unknown outcome'),
  SANTUN_BANK_PROFILE: z
    .enum(['snap', 'snap-20'])
    .default('snap')
    .describe('kind of bank: length of references, meaning of its status numbers, its waits (adapters/bank/bank-profiles.ts)'),
  SANTUN_BANK_FIRST_INQUIRY_MS: msOfBank(0).describe('no status inquiry sooner than this after sending; empty: as the profile says'),
  SANTUN_BANK_INQUIRY_SECONDS: seconds('60,300,900,3600,14400,86400').describe(
    'waits between unanswered questions about a silent transfer; the last one repeats',
  ),
  SANTUN_BANK_RESEND_SECONDS: seconds('5,15,60,300,900').describe(
    'waits before an order that certainly never reached the bank goes again; the last one repeats',
  ),

  SANTUN_BANK_CHANNEL_ID: z
    .string()
    .regex(/^\d{5}$/)
    .describe('CHANNEL-ID, five digits given by the bank'),
  SANTUN_BANK_REMEMBERS_MS: msOfBank(60_000).describe(
    'the bank answers for an order this long; a later "not found" proves nothing, and two people decide; empty: as the profile says',
  ),

  SANTUN_CIVIL_REGISTRY_URL: web().describe('base address of the civil registry (Dukcapil)'),
  SANTUN_CIVIL_REGISTRY_KEY: z.string().min(16).describe('bearer key given by the civil registry'),
  SANTUN_MEMBERSHIP_REGISTRY_URL: web().describe('base address of the membership registry (BPJS Ketenagakerjaan)'),
  SANTUN_MEMBERSHIP_REGISTRY_KEY: z.string().min(16).describe('bearer key given by the membership registry'),
  SANTUN_MESSAGES_URL: z
    .union([z.literal(''), web()])
    .default('')
    .describe('base address of the provider of short messages; empty: none, and families get their code at the counter'),
  SANTUN_MESSAGES_KEY: z.string().default('').describe('bearer key given by that provider'),
  SANTUN_MESSAGES_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(30_000)
    .default(5_000)
    .describe('silence of it longer than this is no answer'),
  SANTUN_REGISTRY_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(30_000)
    .default(5_000)
    .describe('silence of a registry longer than this is no answer'),

  SANTUN_PERSON_KEY: z.string().min(32).describe('secret of the keyed hash that stands for a NIK in keys and indexes'),
});

export type Env = Readonly<z.infer<typeof Env>>;
export const ENV_NAMES = Object.keys(Env.shape) as readonly (keyof Env)[];

/** Throws one Error that lists every wrong variable, what it is for and what is wrong with it. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const parsed = Env.safeParse(source);
  if (!parsed.success) throw unusable(parsed.error.issues.map(({ path: [name], message }) => ({ name: name as keyof Env, message })));
  const weak = weakSettings(parsed.data);
  if (weak.length > 0) throw unusable(weak);
  return Object.freeze(parsed.data);
}

function unusable(faults: readonly { readonly name: keyof Env; readonly message: string }[]): Error {
  const lines = faults.map(({ name, message }) => `  ${name}: ${message} (${Env.shape[name].description})`);
  return new Error(`The environment is not usable:\n${lines.join('\n')}`);
}

/** For a tool that only reads the record: the address when somebody set one, whatever else is or is not set. */
export function readMongoUrl(source: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  return source.SANTUN_MONGO_URL?.trim() || undefined;
}

/** The same for a tool that must only know whether this is the sandbox. */
export function isSandbox(source: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return source.SANTUN_MODE === 'sandbox';
}
