import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMessages } from '#adapters/messages/http-messages.ts';
import { startMessages } from '#sandbox/messages/start.ts';

const KEY = 'a-messages-key-of-this-test-only';

export type SentMessage = { readonly id: string; readonly to: string; readonly text: string };

/** The sandbox provider of short messages in this process, over a file of its own. */
export async function testMessages() {
  const dataFile = join(mkdtempSync(join(tmpdir(), 'santun-messages-')), 'sent.jsonl');
  const provider = await startMessages({ dataFile, key: KEY });
  return {
    port: createMessages({ url: provider.url, key: KEY, timeoutMs: 2_000 }),
    async sent(): Promise<readonly SentMessage[]> {
      return ((await (await fetch(`${provider.url}/sandbox/messages`)).json()) as { messages: SentMessage[] }).messages;
    },
    async fault(kind: string, times = 1): Promise<void> {
      const init = { method: 'POST', body: JSON.stringify({ kind, times }), headers: { 'content-type': 'application/json' } };
      await fetch(`${provider.url}/sandbox/faults`, init);
    },
    close: () => provider.close(),
  };
}
