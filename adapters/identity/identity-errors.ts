export const TOKEN_FAULTS = [
  'missing',
  'malformed',
  'expired',
  'not-yet-valid',
  'signature',
  'issuer',
  'audience',
  'claims',
  'machine-as-person',
] as const;
export type TokenFault = (typeof TOKEN_FAULTS)[number];

/** The bearer is not who may come in: 401, with `fault` for the log and never for the caller. */
export class TokenRejected extends Error {
  override readonly name = 'TokenRejected';
  readonly fault: TokenFault;

  constructor(fault: TokenFault, cause?: unknown) {
    super(`token rejected: ${fault}`, { cause });
    this.fault = fault;
  }
}

/** The issuer did not answer, or not sensibly: nobody can be recognised, which is 503 and not 401. */
export class IdentityUnavailable extends Error {
  override readonly name = 'IdentityUnavailable';

  constructor(cause?: unknown) {
    super('identity issuer unavailable', { cause });
  }
}
