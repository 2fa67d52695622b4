/** How a server that demands it is reached; the client and the worker's own connection take the same. */
export type TemporalSecurity = {
  /** Certificates and keys are PEM texts. */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string; readonly serverName?: string };
  readonly apiKey?: string;
};

/** In the words of Temporal's library. */
export function connectionOptions(address: string, { tls, apiKey }: TemporalSecurity = {}) {
  const named = apiKey === undefined ? {} : { apiKey };
  // An API key without TLS would be read by everybody on the way, and the library would send it.
  if (tls === undefined) return { address, ...(apiKey === undefined ? {} : { tls: true, ...named }) };
  const { ca, cert, key, serverName } = tls;
  const clientCertPair =
    cert === undefined || key === undefined ? {} : { clientCertPair: { crt: Buffer.from(cert), key: Buffer.from(key) } };
  const authority = ca === undefined ? {} : { serverRootCACertificate: Buffer.from(ca) };
  const name = serverName === undefined ? {} : { serverNameOverride: serverName };
  return { address, tls: { ...authority, ...clientCertPair, ...name }, ...named };
}
