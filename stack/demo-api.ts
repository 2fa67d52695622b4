import { randomUUID } from 'node:crypto';

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

  async function call<T>(path: string, init: RequestInit): Promise<T> {
    const answer = await fetch(`${apiUrl}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    const body = (await answer.json()) as T & { readonly text?: string };
    if (!answer.ok) throw new ApiRefusal(answer.status, `${path}: ${body.text ?? answer.statusText}`);
    return body;
  }
  return {
    get: (path) => call(path, { method: 'GET' }),
    give: (path, body) => call(path, { method: 'POST', body: JSON.stringify({ ...body, commandId: randomUUID() }) }),
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
