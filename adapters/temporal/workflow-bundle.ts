import type { WorkerOptions } from '@temporalio/worker';

type BundlerOptions = NonNullable<WorkerOptions['bundlerOptions']>;
type WithTarget = { readonly use?: { readonly options?: { readonly jsc?: { target?: string } } } } | undefined;

/**
 * The SDK bundles for any Node and keeps every module apart, and each cached workflow runs all of it again. For the Node of this project, with
 * modules joined: a fifth less CPU for the workflow side of a claim (docs/benchmarks.md).
 */
export const BUNDLER_OPTIONS: BundlerOptions = {
  webpackConfigHook(config) {
    for (const rule of (config.module?.rules ?? []) as readonly WithTarget[]) {
      if (rule?.use?.options?.jsc) rule.use.options.jsc.target = 'es2022';
    }
    const joined = { concatenateModules: true, providedExports: true, usedExports: true, sideEffects: true, minimize: false };
    return { ...config, optimization: { ...config.optimization, ...joined } };
  },
};
