import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type CommandIo, USAGE_ERROR } from '#cli/command.ts';
import { FAILED } from '#cli/record/record-store.ts';
import { readTextFile, UnreadableFile } from '#cli/text-file.ts';
import { type EntitlementId, parseEntitlementId } from '#domain/entitlement-id.ts';
import type { UnknownFinding } from '#domain/money/payout/finding.ts';
import { API_PATH } from '#schemas/http/api-path.ts';

export const RESOLVE_USAGE =
  'santun scholarship resolve NOMOR TAHUN (--paid REFERENSI | --unpaid) --evidence TEKS --token-file BERKAS [--api ALAMAT]';
const DEFAULT_API = 'http://127.0.0.1:8080';
const PATIENCE_MS = 30_000;

type Wish = {
  readonly id: EntitlementId;
  readonly schoolYear: string;
  readonly finding: UnknownFinding;
  readonly evidence: string;
  readonly tokenFile: string;
  readonly api: string;
};

const Year = z.object({
  schoolYear: z.number(),
  state: z.string(),
  issue: z.number().optional(),
  resolution: z.unknown().optional(),
});
const Child = z.object({ seq: z.number(), years: z.array(Year) });
const Told = z.object({ text: z.string() });

class Refused extends Error {
  override readonly name = 'Refused';
}

/** Through the API, under the name of whoever holds the token: a command line proves nobody’s eyes. */
export async function resolveYearPayment(args: readonly string[], { stdout, stderr }: CommandIo): Promise<number> {
  const wish = readWish(args);
  if (!wish) {
    stderr.write(`${RESOLVE_USAGE}\n`);
    return USAGE_ERROR;
  }
  try {
    stdout.write(`${await resolve(wish)}\n`);
    return 0;
  } catch (error) {
    stderr.write(`${sentenceOf(error)}\n`);
    return FAILED;
  }
}

async function resolve(wish: Wish): Promise<string> {
  const token = (await readTextFile(wish.tokenFile)).trim();
  const ask = (path: string, body?: object) => call(`${wish.api}${API_PATH}/entitlements/${wish.id}${path}`, token, body);
  const yearOf = ({ years }: z.output<typeof Child>) => years.find(({ schoolYear }) => String(schoolYear) === wish.schoolYear);
  const seen = await ask('');
  const before = yearOf(seen);
  if (before?.issue === undefined) throw new Refused('Tahun ajaran ini belum punya perintah bayar.');
  const { finding, evidence } = wish;
  const body = { commandId: randomUUID(), issue: before.issue, finding, evidence, expectedSeq: seen.seq };
  const after = yearOf(await ask(`/years/${wish.schoolYear}/payment-findings`, body));
  const isProposed = after?.state === 'unknown' && after.resolution === undefined;
  return isProposed
    ? 'Diusulkan. Orang kedua menyatakan hal yang sama agar berlaku.'
    : 'Diputuskan dua orang. Pembayarannya segera mengikuti.';
}

async function call(url: string, token: string, body?: object): Promise<z.output<typeof Child>> {
  const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) };
  const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  const answer = await fetch(url, { ...sent, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
  const told: unknown = await answer.json();
  if (!answer.ok) throw new Refused(Told.safeParse(told).data?.text ?? `API menjawab ${answer.status}.`);
  return Child.parse(told);
}

function readWish(args: readonly string[]): Wish | undefined {
  try {
    const text = { type: 'string' } as const;
    const options = { paid: text, unpaid: { type: 'boolean' }, evidence: text, 'token-file': text, api: text } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [number = '', schoolYear = '', ...more] = positionals;
    const id = parseEntitlementId(number);
    const { paid, unpaid = false, evidence, 'token-file': tokenFile, api = DEFAULT_API } = values;
    const isOne = (paid === undefined) === unpaid;
    if (!id || !/^2\d{3}$/.test(schoolYear) || more.length > 0 || !isOne || !evidence || !tokenFile) return undefined;
    const finding: UnknownFinding = paid === undefined ? { outcome: 'unpaid' } : { outcome: 'paid', bankReference: paid };
    return { id, schoolYear, finding, evidence, tokenFile, api: api.replace(/\/+$/, '') };
  } catch {
    return undefined;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refused || error instanceof UnreadableFile) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'Berkas token tidak ada.';
  return 'API tidak menjawab sebagaimana mestinya. Periksa --api dan apakah sistemnya berjalan, lalu coba lagi.';
}
