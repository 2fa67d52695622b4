import { API_PATH } from '#schemas/http/api-path.ts';
import { callApi } from './call.ts';
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

export type Office = {
  readonly apiUrl: string;
  readonly issuer: string;
  readonly password: string;
  /** How long somebody waits before pressing again. */
  readonly everyMs?: number;
  /** Shared by people who come and go. */
  readonly tokens?: Map<Person, string>;
};

const ANSWER_WITHIN_MS = 25_000;
const USUALLY_EVERY_MS = 1_000;
const ABOUT_MONEY = /^(\/claims\/[^/]+)\/(?:sitting|payee-account|recommendation|decisions|payout)/;
const OUR_CLAIM = /STN-\w+-\w+/;

export function createPeople(
  { apiUrl, issuer, password, everyMs = USUALLY_EVERY_MS, tokens = new Map() }: Office,
  signal: AbortSignal,
  tellOdd: (what: string) => void,
): People {
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
  async function call(person: Person, path: string, content?: object): Promise<unknown> {
    const headers = { authorization: `Bearer ${await tokenOf(person)}`, 'content-type': 'application/json' };
    const method = content === undefined ? 'GET' : 'POST';
    const desk = OUR_CLAIM.exec(path)?.[0] ?? path;
    const sent = {
      method,
      headers,
      desk,
      withinMs: ANSWER_WITHIN_MS,
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    } as const;
    const { status, body } = await callApi(`${apiUrl}${API_PATH}${path}`, sent);
    if (status === 200) return body;
    if (status === 401) tokens.delete(person);
    if (status === 500) tellOdd(`500 for ${path.replace(OUR_CLAIM, '…')}`);
    if (status === 401 || status === 429 || status >= 500) throw new Error(`answered ${status}`);
    const { error = '', text = '' } = body as { readonly error?: string; readonly text?: string };
    // Somebody or the bank was quicker than this page: looked at again, pressed again.
    if (status === 412) throw new Error('the page was old');
    throw new Refused(status, path, error, text);
  }

  async function seenBy(person: Person, path: string): Promise<{ readonly expectedSeq?: number }> {
    const [, claim] = ABOUT_MONEY.exec(path) ?? [];
    if (claim === undefined) return {};
    const { seq } = (await call(person, claim)) as { readonly seq: number };
    return { expectedSeq: seq };
  }

  return {
    signIn,
    read: async (person, path) => (await patiently(`GET ${path}`, () => call(person, path), signal, everyMs)) as never,
    async give(person, path, commandId, body) {
      const press = async () => call(person, path, { ...body, commandId, ...(await seenBy(person, path)) });
      await patiently(`${path} ${commandId}`, press, signal, everyMs);
    },
    async tryRead(token, path) {
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await callApi(`${apiUrl}${API_PATH}${path}`, { method: 'GET', headers, desk: path, withinMs: 5_000 });
      if (status !== 200) throw new Error(`answered ${status}`);
    },
  };
}
