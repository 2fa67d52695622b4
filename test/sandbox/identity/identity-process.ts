import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SandboxProcess, startProcess } from '../process.ts';

export const DEMO_PASSWORD = 'rahasia-uji';

export function newKeyFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'santun-identity-')), 'key.json');
}

export function startIdentityProcess(dataFile: string, more: Readonly<Record<string, string>> = {}): Promise<SandboxProcess> {
  return startProcess('sandbox/identity/server.ts', {
    SANTUN_SANDBOX_IDENTITY_DATA: dataFile,
    SANTUN_SANDBOX_IDENTITY_PASSWORD: DEMO_PASSWORD,
    ...more,
  });
}

export type TokenReply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

export async function requestToken(url: string, form: Readonly<Record<string, string>>): Promise<TokenReply> {
  const answer = await fetch(`${url}/token`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

export async function signIn(url: string, username: string): Promise<string> {
  const { body } = await requestToken(url, { grant_type: 'password', username, password: DEMO_PASSWORD });
  return String(body.access_token);
}
