import type { z } from 'zod';
import type { NoAnswer, NoAnswerReason, RegistryAnswer } from '#domain/claim/checks/registry-answer.ts';
import { NobodyFound } from '#schemas/registry/parts.ts';

export type RegistryConfig = {
  readonly url: string;
  readonly key: string;
  /** Silence longer than this is no answer. */
  readonly timeoutMs: number;
};

/** One question about one person. A question changes nothing, so whoever needs the answer may ask again. */
export async function askRegistry<Shape extends z.ZodType<{ readonly nik: string }>>(
  { url, key, timeoutMs }: RegistryConfig,
  path: string,
  shape: Shape,
  nik: string,
): Promise<RegistryAnswer<z.infer<Shape>>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ nik }),
      // A redirect would carry the NIK to an address nobody configured.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch (error) {
    return noAnswer(silence(error));
  }
  const body = parseJson(text);
  if (response.status === 404) return NobodyFound.safeParse(body).success ? { state: 'not-found' } : noAnswer('answer-unreadable');
  if (response.status !== 200) return noAnswer(refusal(response.status));
  const answer = shape.safeParse(body);
  if (!answer.success) return noAnswer('answer-unreadable');
  return answer.data.nik === nik ? { state: 'found', found: answer.data } : noAnswer('answer-about-someone-else');
}

function noAnswer(why: NoAnswerReason): NoAnswer {
  return { state: 'no-answer', why };
}

function refusal(status: number): NoAnswerReason {
  if (status >= 500 || status === 429) return 'server-error';
  if (status === 401 || status === 403) return 'not-authorised';
  return status >= 400 ? 'question-refused' : 'answer-unreadable';
}

function silence(error: unknown): NoAnswerReason {
  if (read(error, 'name') === 'TimeoutError') return 'timeout';
  const syscall = read(read(error, 'cause'), 'syscall');
  return syscall === 'connect' || syscall === 'getaddrinfo' ? 'unreachable' : 'connection-lost';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
