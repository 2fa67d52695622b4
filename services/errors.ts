import type { Refusal } from '#domain/refusal.ts';

/** "Not there" and "not yours" are one answer: knowing that a claim exists is knowing something. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

export function notFound(): NotFound {
  return new NotFound('not there, or not for this person');
}

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;
  /** Said beside the sentence, such as what changed meanwhile. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(refusal: Refusal, more: Readonly<Record<string, unknown>> = {}) {
    super(refusal.text);
    this.refusal = refusal;
    this.more = more;
  }
}

/** What is down, by the name the health page uses for it. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly what: string;

  constructor(what: string) {
    super(`${what} does not answer`);
    this.what = what;
  }
}
