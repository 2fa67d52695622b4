/** A refusal in SNAP terms; the service code is added by whoever answers. */
export class SnapError extends Error {
  override readonly name = 'SnapError';
  readonly status: number;
  readonly caseCode: string;

  constructor(status: number, caseCode: string, message: string) {
    super(message);
    this.status = status;
    this.caseCode = caseCode;
  }
}
