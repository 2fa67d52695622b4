import { csvTable, UNREADABLE } from './csv-table.ts';
import { isRegencyCode, type RegencyCode } from './regencies.ts';

/** A branch of a partner institution, and where it stands. */
export type Branch = {
  readonly institutionId: string;
  readonly branchId: string;
  readonly name: string;
  readonly regencyCode: RegencyCode;
  /** Office of BPJS Ketenagakerjaan whose officers decide its claims, as their tokens name it; absent: any office. */
  readonly office?: string;
};

export type BranchFileError = { readonly line: number; readonly text: string };
export type BranchFile = { readonly branches: readonly Branch[]; readonly errors: readonly BranchFileError[] };

export const BRANCH_COLUMNS = ['institutionId', 'branchId', 'name', 'regencyCode'] as const;
/** May be left out of the file. */
export const OFFICE_COLUMN = 'office';
type Column = (typeof BRANCH_COLUMNS)[number] | typeof OFFICE_COLUMN;

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const MOST_LETTERS = 200;

/** A wrong row is named by its line; it does not keep out the others. */
export function parseBranchFile(content: string): BranchFile {
  const kept = new Map<string, { readonly branch: Branch; readonly line: number }>();
  const errors: BranchFileError[] = [];
  for (const row of csvTable<Column>(content, BRANCH_COLUMNS)) {
    const { line } = row;
    const branch = 'text' in row ? row.text : toBranch(row.cell, row.whole);
    const before = typeof branch === 'string' ? undefined : kept.get(branchKey(branch));
    if (typeof branch === 'string') errors.push({ line, text: branch });
    else if (before && !isSameBranch(before.branch, branch))
      errors.push({ line, text: `Berbeda dari baris ${before.line} untuk cabang yang sama.` });
    else if (!before) kept.set(branchKey(branch), { branch, line });
  }
  return { branches: [...kept.values()].map(({ branch }) => branch), errors };
}

export function branchKey({ institutionId, branchId }: Pick<Branch, 'institutionId' | 'branchId'>): string {
  return `${institutionId}/${branchId}`;
}

export function isSameBranch(one: Branch, other: Branch): boolean {
  return [...BRANCH_COLUMNS, OFFICE_COLUMN].every((column) => one[column as keyof Branch] === other[column as keyof Branch]);
}

function toBranch(cell: (column: Column) => string, whole: string): Branch | string {
  const [institutionId, branchId, name] = [cell('institutionId'), cell('branchId'), cell('name')];
  const regencyCode = withDot(cell('regencyCode'));
  if (!ID.test(institutionId)) return 'institutionId bukan pengenal: huruf, angka, titik, garis.';
  if (!ID.test(branchId)) return 'branchId bukan pengenal: huruf, angka, titik, garis.';
  if (UNREADABLE.test(whole)) return 'Ada huruf yang rusak atau tidak terlihat; tulis ulang baris ini.';
  if (name === '' || name.length > MOST_LETTERS) return 'Nama cabang kosong atau terlalu panjang.';
  if (!isRegencyCode(regencyCode)) return `Kode kabupaten/kota tidak dikenal: ${regencyCode || '(kosong)'}; contoh 53.07.`;
  const office = cell(OFFICE_COLUMN);
  if (office !== '' && !ID.test(office)) return 'office bukan pengenal: huruf, angka, titik, garis.';
  return { institutionId, branchId, name, regencyCode, ...(office === '' ? {} : { office }) };
}

/** `5310` as spreadsheets and forms write `53.10`; the code of Home Affairs, never that of the statistics office. */
function withDot(code: string): string {
  return code.replace(/^(\d{2})\s?(\d{2})$/, '$1.$2');
}
