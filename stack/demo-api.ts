import { randomUUID } from 'node:crypto';
import { API_PATH } from '#schemas/http/api-path.ts';

/** Calls the API as one demo person would; a refusal is an error with the API's own sentence. */
export type DemoPerson = {
  get<T>(path: string): Promise<T>;
  give<T>(path: string, body: object): Promise<T>;
};

export async function signIn(apiUrl: string, issuer: string, username: string, password: string): Promise<DemoPerson> {
  const form = new URLSearchParams({ grant_type: 'password', username, password });
  const granted = await fetch(`${issuer}/token`, { method: 'POST', body: form });
  if (!granted.ok) throw new Error(`sign-in of ${username} failed: ${granted.status}`);
  const { access_token: token } = (await granted.json()) as { access_token: string };

  function ask(path: string, init: RequestInit): Promise<Response> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers };
    return fetch(`${apiUrl}${API_PATH}${path}`, { ...init, headers });
  }

  /** As the person sees it just before pressing: decisions about money are refused without it. */
  async function seen(path: string): Promise<Record<string, string>> {
    const [thing = path] = /^\/[^/]+\/[^/]+/.exec(path) ?? [];
    const tag = (await ask(thing, { method: 'GET' })).headers.get('etag');
    return tag === null ? {} : { 'if-match': tag };
  }

  async function call<T>(path: string, init: RequestInit): Promise<T> {
    const answer = await ask(path, init);
    const body = (await answer.json()) as T & { readonly text?: string };
    if (!answer.ok) throw new ApiRefusal(answer.status, `${path}: ${body.text ?? answer.statusText}`);
    return body;
  }
  return {
    get: (path) => call(path, { method: 'GET' }),
    give: async (path, body) =>
      call(path, { method: 'POST', body: JSON.stringify({ ...body, commandId: randomUUID() }), headers: await seen(path) }),
  };
}

export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
