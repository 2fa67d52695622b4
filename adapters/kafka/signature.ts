import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Refused } from './cloud-events.ts';
import type { ReceivedEvent, Signatures } from './port.ts';
import { headerBytes, type RawMessage, utf8Text } from './raw-message.ts';

export const SIGNATURE_HEADER = 'ce_signature';

/**
 * HMAC-SHA256, hexadecimal, over the JSON array of ce_id, ce_source, ce_type, ce_time and key as sent and the SHA-256 of the value. The
 * broker tells a consumer nothing of who wrote a message; this does, whatever its access lists say.
 */
export function signEvent(
  secret: string,
  { headers, key, value }: { readonly headers: RawMessage['headers']; readonly key: Buffer | null; readonly value: Buffer | null },
): string {
  const attributes = ['ce_id', 'ce_source', 'ce_type', 'ce_time'].map((name) => textOf(headers, name));
  const hash = createHash('sha256')
    .update(value ?? '')
    .digest('hex');
  const said = JSON.stringify([...attributes, key?.toString('utf8') ?? '', hash]);
  return createHmac('sha256', secret).update(said).digest('hex');
}

export function refuseSignature(
  message: RawMessage,
  { source }: Pick<ReceivedEvent, 'source'>,
  signatures: Signatures,
): Refused | undefined {
  const secret = Object.hasOwn(signatures.secrets, source) ? signatures.secrets[source] : undefined;
  if (secret === undefined) {
    if (!signatures.required) return undefined;
    return { ok: false, code: 'signature-unknown', reason: 'Sumber peristiwa ini belum mempunyai kunci tanda tangan terdaftar.' };
  }
  const given = headerBytes(message.headers, SIGNATURE_HEADER);
  const [signature] = given;
  if (given.length !== 1 || !signature) {
    return {
      ok: false,
      code: 'signature-missing',
      reason: `Sumber ini wajib menandatangani: header ${SIGNATURE_HEADER} tidak ada atau berulang.`,
    };
  }
  const expected = Buffer.from(signEvent(secret, message));
  if (signature.length === expected.length && timingSafeEqual(signature, expected)) return undefined;
  return { ok: false, code: 'signature-wrong', reason: `Header ${SIGNATURE_HEADER} tidak cocok dengan isi pesan.` };
}

function textOf(headers: RawMessage['headers'], name: string): string {
  const [bytes] = headerBytes(headers, name);
  return (bytes && utf8Text(bytes)) ?? '';
}
