import { delay } from '#stack/wait.ts';
import { patiently, Stubborn } from './patience.ts';

export type Person = 'petugas.satu' | 'petugas.dua' | 'penyetuju.satu' | 'penyetuju.dua' | 'kepala.bpr';

/** The rules said no, and will say so again. */
export class Refused extends Stubborn {
  readonly status: number;
  readonly code: string;

  constructor(status: number, what: string, code: string, text: string) {
    super(`${what}: ${status} ${code}: ${text}`);
    this.status = status;
    this.code = code;
  }
}

/** People at their screens: when nothing answers they press again, with the same intention. */
export type People = {
  read<T>(person: Person, path: string): Promise<T>;
  give(person: Person, path: string, commandId: string, body: object): Promise<void>;
  /** A fresh sign-in, one try. */
  signIn(person: Person): Promise<string>;
  /** One try, with this token. */
  tryRead(token: string, path: string): Promise<void>;
};

export type Office = { readonly apiUrl: string; readonly issuer: string; readonly password: string };

const ANSWER_WITHIN_MS = 25_000;

export function createPeople({ apiUrl, issuer, password }: Office, signal: AbortSignal, tellOdd: (what: string) => void): People {
  const tokens = new Map<Person, string>();

  async function signIn(username: Person): Promise<string> {
    const form = new URLSearchParams({ grant_type: 'password', username, password });
    const answer = await fetch(`${issuer}/token`, { method: 'POST', body: form, signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  async function tokenOf(person: Person): Promise<string> {
    const token = tokens.get(person) ?? (await signIn(person));
    tokens.set(person, token);
    return token;
  }

  /** Undefined: ask again. */
  async function call(person: Person, path: string, init: RequestInit): Promise<unknown> {
    const authorization = `Bearer ${await tokenOf(person)}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(`${apiUrl}${path}`, { ...init, headers, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const body = (await answer.json()) as { readonly error?: string; readonly text?: string };
    if (answer.ok) return body;
    if (answer.status === 401) tokens.delete(person);
    if (answer.status === 500) tellOdd(`500 for ${path.replace(/STN-\w+-\w+/, '…')}`);
    if (answer.status === 429) await delay(2_000, signal);
    if (answer.status === 401 || answer.status === 429 || answer.status >= 500) return undefined;
    throw new Refused(answer.status, path, body.error ?? '', body.text ?? '');
  }

  return {
    signIn,
    read: async (person, path) => (await patiently(`GET ${path}`, () => call(person, path, { method: 'GET' }), signal)) as never,
    async give(person, path, commandId, body) {
      const init = { method: 'POST', body: JSON.stringify({ ...body, commandId }) };
      await patiently(`${path} ${commandId}`, () => call(person, path, init), signal);
    },
    async tryRead(token, path) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${apiUrl}${path}`, { headers, signal: AbortSignal.timeout(5_000) });
      if (!answer.ok) throw new Error(`${answer.status}`);
    },
  };
}
