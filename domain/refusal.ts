import type { RefusalCode } from './reason-codes.ts';

/** The rules say no. A value, never an exception; the same three fields cross Temporal, HTTP and the screen. */
export type Refusal = {
  readonly refused: RefusalCode;
  /** One Indonesian sentence that says what to do. */
  readonly text: string;
  /** The article, agreement or design rule behind it. */
  readonly rule: string;
};

export function refuse(refused: RefusalCode, text: string, rule: string): Refusal {
  return { refused, text, rule };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
