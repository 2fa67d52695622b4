export type Log = (line: string) => void;

/** One server's voice while it is found, built and started. Speaks at least every `everyMs`, so that nothing ever looks hung. */
export type Progress = {
  step(text: string): void;
  /** What the running step is busy with; shown with the next line, never by itself. */
  detail(text: string): void;
  say(text: string): void;
  /** Prints the last line and stops the ticking. */
  done(text: string): void;
  close(): void;
};

export type ProgressOptions = { readonly everyMs?: number; readonly now?: () => number };

export function progressLine(name: string, elapsedMs: number, text: string): string {
  return `  ${name.padEnd(9)} ${`${(elapsedMs / 1000).toFixed(1)} s`.padStart(8)}  ${text}`;
}

export function createProgress(name: string, log: Log, options: ProgressOptions = {}): Progress {
  const { everyMs = 5_000, now = () => performance.now() } = options;
  const startedAt = now();
  let current = '';
  let detail = '';
  const say = (text: string): void => log(progressLine(name, now() - startedAt, text));
  const ticker = setInterval(() => say(detail === '' ? `${current} …` : `${current} … ${detail}`), everyMs);
  ticker.unref();
  const close = (): void => clearInterval(ticker);
  return {
    step(text) {
      current = text;
      detail = '';
      say(text);
      ticker.refresh();
    },
    detail(text) {
      detail = text;
    },
    say,
    done(text) {
      close();
      say(text);
    },
    close,
  };
}
