import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** The last entry of one journal at an instant. */
export type Head = { readonly id: string; readonly seq: number; readonly hash: string };

const HeadLine = z.object({ id: z.string(), seq: z.number(), hash: z.string() });
const Seal = z.object({
  anchor: z.literal(1),
  at: z.string(),
  heads: z.number(),
  digest: z.string(),
  /** Signature of the anchor before; empty for the first. None can be taken out of the row unseen, also where two nights are alike. */
  previous: z.string(),
  signature: z.string(),
});
export type Seal = z.infer<typeof Seal>;

const NAME = /^anchor-\d{8}T\d{6}Z\.ndjson$/;

/** Of a folder, oldest first. */
export function anchorFiles(dir: string): readonly string[] {
  return existsSync(dir)
    ? readdirSync(dir)
        .filter((name) => NAME.test(name))
        .sort()
    : [];
}

export function readKey(file: string): ReturnType<typeof createPrivateKey> {
  return createPrivateKey(readFileSync(file, 'utf8'));
}

/** Writes every head and a signed seal beneath them; the file has its name only when it is whole. Answers its path and seal. */
export async function writeAnchor(
  dir: string,
  heads: AsyncIterable<Head>,
  { key, now }: { readonly key: ReturnType<typeof createPrivateKey>; readonly now: number },
): Promise<{ readonly path: string; readonly seal: Seal }> {
  const at = new Date(now).toISOString();
  const last = anchorFiles(dir).at(-1);
  const previous = last === undefined ? '' : (await readSeal(join(dir, last))).signature;
  const path = join(dir, `anchor-${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z.ndjson`);
  const out = createWriteStream(`${path}.part`, { mode: 0o600 });
  const digest = createHash('sha256');
  let count = 0;
  for await (const head of heads) {
    const line = `${JSON.stringify(head)}\n`;
    digest.update(line);
    count += 1;
    if (!out.write(line)) await once(out, 'drain');
  }
  const unsigned = { anchor: 1 as const, at, heads: count, digest: digest.digest('hex'), previous };
  const seal: Seal = { ...unsigned, signature: sign(null, textOf(unsigned), key).toString('base64') };
  out.end(`${JSON.stringify(seal)}\n`);
  await once(out, 'finish');
  renameSync(`${path}.part`, path);
  return { path, seal };
}

/** The heads of a file, one after the other, and at the end its seal; throws with a sentence where the file is not what was signed. */
export async function* readAnchor(path: string, publicKeyFile: string): AsyncGenerator<Head, Seal> {
  const digest = createHash('sha256');
  let held: string | undefined;
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (held !== undefined) {
      digest.update(`${held}\n`);
      count += 1;
      yield HeadLine.parse(JSON.parse(held));
    }
    held = line;
  }
  const seal = Seal.parse(JSON.parse(held ?? 'null'));
  const { signature, ...unsigned } = seal;
  const key = createPublicKey(readFileSync(publicKeyFile, 'utf8'));
  if (!verify(null, textOf(unsigned), key, Buffer.from(signature, 'base64'))) throw new Error('tanda tangannya bukan dari kunci ini');
  if (digest.digest('hex') !== seal.digest || count !== seal.heads) throw new Error('isinya bukan yang ditandatangani');
  return seal;
}

async function readSeal(path: string): Promise<Seal> {
  let last = '';
  for await (const line of createInterface({ input: createReadStream(path) })) last = line;
  return Seal.parse(JSON.parse(last));
}

function textOf({ anchor, at, heads, digest, previous }: Omit<Seal, 'signature'>): Buffer {
  return Buffer.from(JSON.stringify([anchor, at, heads, digest, previous]));
}
