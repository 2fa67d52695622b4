import { type JournalFile, openJournalFile } from '#sandbox/bank/journal-file.ts';

/** Everybody a registry knows, by NIK, over a file in which the last line about a person holds. */
export class Records<Entry extends { readonly nik: string }> {
  readonly #file: JournalFile<Entry>;
  readonly #known = new Map<string, Entry>();

  constructor(path: string, seed: readonly Entry[]) {
    this.#file = openJournalFile<Entry>(path);
    for (const entry of this.#file.lines) this.#known.set(entry.nik, entry);
    const missing = seed.filter(({ nik }) => !this.#known.has(nik));
    if (missing.length > 0) this.#write(missing);
  }

  find(nik: string): Entry | undefined {
    return this.#known.get(nik);
  }

  keep(entry: Entry): void {
    this.#write([entry]);
  }

  close(): void {
    this.#file.close();
  }

  #write(entries: readonly Entry[]): void {
    this.#file.append(entries);
    for (const entry of entries) this.#known.set(entry.nik, entry);
  }
}
