/** What is wrong with an identifier, ready for the field it was typed in. */
export type IdentityError = {
  readonly code: 'invalid-input';
  readonly field: string;
  /** Indonesian, says what to do; never repeats the number. */
  readonly message: string;
};

/** Only the shape refuses. Everything the law merely makes unlikely comes back as warnings beside the value. */
export type Parsed<Value, Warning extends string> =
  | { readonly value: Value; readonly warnings: readonly Warning[] }
  | { readonly error: IdentityError };

export function refuseShape(field: string, message: string): { readonly error: IdentityError } {
  return { error: { code: 'invalid-input', field, message } };
}

/** Spaces, dots and dashes people put between digits; nothing else is forgiven. */
export function withoutSeparators(text: string): string {
  return text.replace(/[\s.-]/g, '');
}
