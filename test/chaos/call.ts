import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';

export type Reply = { readonly status: number; readonly body: unknown };

export type Call = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whoever calls from here shares a limit of requests with nobody else. */
  readonly desk: string;
  readonly withinMs: number;
};

const agent = new Agent({ keepAlive: true });

/** One request from an address of the loopback network that belongs to this desk: people do not share one address, and the API counts by it. */
export function callApi(url: string, { method, headers, body, desk, withinMs }: Call): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      { method, headers, agent, localAddress: addressOf(desk), signal: AbortSignal.timeout(withinMs) },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', reject);
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString('utf8')) }));
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

function addressOf(desk: string): string {
  const [one = 0, two = 0] = createHash('sha256').update(desk).digest();
  return `127.1.${one}.${1 + (two % 254)}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
