/** A message as it lies in the topic, before anybody has understood it. */
export type RawMessage = {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: RawHeaders;
  readonly offset: string;
};

/** NOTE: the client library decodes headers into a plain object, so a header named like a member of Object arrives with a function in its list. */
export type RawHeaders = Readonly<Record<string, unknown>>;

export type Place<T extends string = string> = { readonly topic: T; readonly partition: number; readonly offset: string };

/** Every value sent under that name: none when absent, several when it was repeated. */
export function headerBytes(headers: RawHeaders, name: string): readonly Buffer[] {
  if (!Object.hasOwn(headers, name)) return [];
  const value = headers[name];
  return (Array.isArray(value) ? value : [value]).flatMap((item) => asBytes(item) ?? []);
}

function asBytes(item: unknown): Buffer | undefined {
  if (Buffer.isBuffer(item)) return item;
  return typeof item === 'string' ? Buffer.from(item) : undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function utf8Text(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
