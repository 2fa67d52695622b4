import { BankFault } from './bank-fault.ts';

export type HttpAnswer = { readonly status: number /** Undefined when it was not JSON. */; readonly body: unknown };

/** One POST, never repeated and never redirected: following a 307 would be a second payment at another address. Throws a BankFault. */
export async function post(url: string, headers: Record<string, string>, body: string, timeoutMs: number): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: parseJson(await response.text()) };
  } catch (error) {
    throw toBankFault(error);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toBankFault(error: unknown): BankFault {
  const timedOut = read(error, 'name') === 'TimeoutError';
  if (timedOut) return new BankFault({ sent: 'perhaps', why: 'timeout' }, error);
  if (neverConnected(read(error, 'cause'))) return new BankFault({ sent: 'nothing', why: 'bank-unreachable' }, error);
  return new BankFault({ sent: 'perhaps', why: 'connection-lost' }, error);
}

/**
 * True only when every address failed before a connection stood. The code alone does not say so: EHOSTUNREACH may also reach a socket that has
 * already written the order.
 */
function neverConnected(cause: unknown): boolean {
  if (read(cause, 'code') === 'UND_ERR_CONNECT_TIMEOUT') return true;
  const each = read(cause, 'errors');
  if (Array.isArray(each) && each.length > 0) return each.every(neverConnected);
  const syscall = read(cause, 'syscall');
  return syscall === 'connect' || syscall === 'getaddrinfo';
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
