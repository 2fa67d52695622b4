/** Input that cannot be calculated with: what is wrong, in which field, and what would be right. Border code turns it into its answer. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code: string;
  /** Dotted path from the input's root, `memberships.0.status`. */
  readonly field: string;

  constructor(code: string, field: string, message: string) {
    super(message);
    this.code = code;
    this.field = field;
  }
}
