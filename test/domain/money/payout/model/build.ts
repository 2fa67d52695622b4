import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { transformSync } from '@swc/core';
import { WorkflowHost } from './workflow-host.ts';

/** A change of one line of our own source: `from` must be there exactly once, or the plant itself is out of date. */
export type Edit = { readonly file: string; readonly from: string | RegExp; readonly to: string };

type Modules = {
  'activities/payout.activities.ts': typeof import('#activities/payout.activities.ts');
  'activities/reconcile-news.ts': typeof import('#activities/reconcile-news.ts');
  'adapters/bank/bank-fault.ts': typeof import('#adapters/bank/bank-fault.ts');
  'adapters/bank/snap-codes.ts': typeof import('#adapters/bank/snap-codes.ts');
  'adapters/bank/snap-status.ts': typeof import('#adapters/bank/snap-status.ts');
  'adapters/bank/snap-transfer.ts': typeof import('#adapters/bank/snap-transfer.ts');
  'domain/claim/decide.ts': typeof import('#domain/claim/decide.ts');
  'domain/claim/events.ts': typeof import('#domain/claim/events.ts');
  'domain/claim/evolve.ts': typeof import('#domain/claim/evolve.ts');
  'domain/claim/react.ts': typeof import('#domain/claim/react.ts');
  'workflows/payout.workflow.ts': typeof import('#workflows/payout.workflow.ts');
};
/** The money code of the product, as it stands or with a fault planted in it. */
export type Build = (<Name extends keyof Modules>(name: Name) => Modules[Name]) & { readonly host: WorkflowHost };

/** What a plant may touch; everything else is loaded once for all builds. */
const REBUILT = /^(domain\/(claim|money\/payout)|activities|workflows|adapters\/bank)\//;

/**
 * Compiles the money code with the edits in it. Faults are planted in the real source, because a check of a copy would prove that the copy
 * is safe.
 */
export function build(edits: readonly Edit[] = []): Build {
  const loaded = new Map<string, { exports: object }>();
  const left = new Set(edits);
  const host = new WorkflowHost();

  function load(file: string): object {
    const known = loaded.get(file);
    if (known) return known.exports;
    const compiled = { exports: {} };
    loaded.set(file, compiled);
    const { code } = transformSync(sourceOf(file), {
      filename: file,
      jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    const requireFrom = (name: string): unknown => {
      if (name === '@temporalio/workflow') return host.module;
      const target = name.startsWith('.') ? posix.join(posix.dirname(file), name) : name.replace(/^#/, '');
      return REBUILT.test(target) ? load(target) : require(name.startsWith('.') ? `#${target}` : name);
    };
    new Function('exports', 'require', code)(compiled.exports, requireFrom);
    return compiled.exports;
  }

  function sourceOf(file: string): string {
    let source = readFileSync(file, 'utf8');
    for (const edit of edits.filter((one) => one.file === file)) {
      const parts = source.split(edit.from);
      if (parts.length !== 2) throw new Error(`the plant in ${file} does not fit its source: ${String(edit.from)}`);
      source = parts.join(edit.to);
      left.delete(edit);
    }
    return source;
  }

  const product: Build = Object.assign(<Name extends keyof Modules>(name: Name) => load(name) as Modules[Name], { host });
  for (const name of ROOTS) product(name);
  if (left.size > 0) throw new Error(`never loaded: ${[...left].map(({ file }) => file).join(', ')}`);
  return product;
}

const ROOTS = [
  'activities/payout.activities.ts',
  'activities/reconcile-news.ts',
  'adapters/bank/snap-status.ts',
  'adapters/bank/snap-transfer.ts',
  'domain/claim/decide.ts',
  'domain/claim/events.ts',
  'domain/claim/evolve.ts',
  'domain/claim/react.ts',
  'workflows/payout.workflow.ts',
] as const satisfies readonly (keyof Modules)[];
