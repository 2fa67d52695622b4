import type { KafkaSecurity, Signatures } from '#adapters/kafka/port.ts';
import type { TemporalSecurity } from '#adapters/temporal/security.ts';
import type { Env } from '#config/env.ts';
import type { SourceTable } from '#domain/people/belief/belief.ts';

type Certificates = { readonly ca?: string; readonly cert?: string; readonly key?: string };

/** Throws a sentence where half of a pair is missing: a client that quietly goes in clear is the worst of all settings. */
export function kafkaSecurityOf(env: Env): KafkaSecurity {
  const { SANTUN_KAFKA_TLS: tls, SANTUN_KAFKA_CA: ca, SANTUN_KAFKA_CERT: cert, SANTUN_KAFKA_KEY: key } = env;
  const { SANTUN_KAFKA_SASL: mechanism, SANTUN_KAFKA_USERNAME: username, SANTUN_KAFKA_PASSWORD: password } = env;
  const certificates = certificatesOf('SANTUN_KAFKA', tls, { ca, cert, key });
  if ((mechanism === 'none') !== (username === '' && password === '')) {
    throw new Error('SANTUN_KAFKA_SASL, SANTUN_KAFKA_USERNAME and SANTUN_KAFKA_PASSWORD belong together: set all three or none');
  }
  if (mechanism !== 'none' && (username === '' || password === '')) {
    throw new Error(`SANTUN_KAFKA_SASL=${mechanism} needs SANTUN_KAFKA_USERNAME and SANTUN_KAFKA_PASSWORD`);
  }
  if (mechanism === 'plain' && !certificates)
    throw new Error('SANTUN_KAFKA_SASL=plain sends the password readable: set SANTUN_KAFKA_TLS=on');
  return {
    ...(certificates ? { tls: certificates } : {}),
    ...(mechanism === 'none' ? {} : { sasl: { mechanism, username, password } }),
  };
}

export function temporalSecurityOf(env: Env): TemporalSecurity {
  const { SANTUN_TEMPORAL_TLS: tls, SANTUN_TEMPORAL_CA: ca, SANTUN_TEMPORAL_CERT: cert, SANTUN_TEMPORAL_KEY: key } = env;
  const { SANTUN_TEMPORAL_SERVER_NAME: serverName, SANTUN_TEMPORAL_API_KEY: apiKey } = env;
  const certificates = certificatesOf('SANTUN_TEMPORAL', tls, { ca, cert, key });
  if (apiKey !== '' && !certificates) throw new Error('SANTUN_TEMPORAL_API_KEY would travel readable: set SANTUN_TEMPORAL_TLS=on');
  return {
    ...(certificates ? { tls: { ...certificates, ...(serverName === '' ? {} : { serverName }) } } : {}),
    ...(apiKey === '' ? {} : { apiKey }),
  };
}

function certificatesOf(prefix: string, tls: 'off' | 'on', given: Required<Certificates>): Certificates | undefined {
  const { ca, cert, key } = given;
  if ((cert === '') !== (key === '')) throw new Error(`${prefix}_CERT and ${prefix}_KEY belong together: set both or none`);
  const isGiven = [ca, cert, key].some((text) => text !== '');
  if (tls === 'off' && !isGiven) return undefined;
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text !== ''));
}

/** Who may tell what, and who signs. */
export function sourcesOf({ SANTUN_PARTNERS: partners, SANTUN_MEMBERSHIP_SOURCES: membership }: Env): SourceTable {
  return { membership: membership.split(','), checksKey: true, ...(partners === '' ? {} : { partners: partners.split(',') }) };
}

export function signaturesOf({ SANTUN_EVENT_SECRETS: secrets, SANTUN_EVENT_SIGNATURES: who }: Env): Signatures {
  return { secrets, required: who === 'required' };
}
