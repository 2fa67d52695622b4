import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';

/** What a browser keeps for us and can neither read nor change. */
export type Sealed = {
  seal(content: Readonly<Record<string, string>>, seconds: number): Promise<string>;
  /** Undefined for anything that is not ours, was sealed for something else, or is over. */
  open(sealed: string | undefined): Promise<Readonly<Record<string, string>> | undefined>;
};

/** One key for each purpose: what was sealed for signing in is nobody's session. */
export function createSealed(secret: string, purpose: string, now: () => number = Date.now): Sealed {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', `santun-cookie:${purpose}`, 32));
  return {
    seal: (content, seconds) =>
      new EncryptJWT({ content })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(Math.floor(now() / 1_000) + seconds)
        .encrypt(key),
    async open(sealed) {
      if (sealed === undefined) return undefined;
      try {
        const algorithms = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
        const { payload } = await jwtDecrypt(sealed, key, { ...algorithms, requiredClaims: ['exp'], currentDate: new Date(now()) });
        return payload.content as Readonly<Record<string, string>>;
      } catch {
        return undefined;
      }
    },
  };
}
