/** What a store says it would do: the kinds of its steps and the indexes it reads, of FerretDB (a PostgreSQL plan) or of MongoDB. */
export type QueryPlan = { readonly steps: readonly string[]; readonly indexes: readonly string[] };

const STEP_FIELDS = new Set(['Node Type', 'stage']);
const INDEX_FIELDS = new Set(['indexName', 'Index Name']);
/** Plans that were weighed and not taken. */
const NOT_TAKEN = new Set(['rejectedPlans', 'IndexCosts']);

export function planOf(explained: unknown): QueryPlan {
  const steps: string[] = [];
  const indexes = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [field, inner] of Object.entries(value)) {
      if (STEP_FIELDS.has(field)) steps.push(String(inner).toLowerCase());
      if (INDEX_FIELDS.has(field)) indexes.add(String(inner));
      if (!NOT_TAKEN.has(field)) visit(inner);
    }
  };
  visit(explained);
  return { steps, indexes: [...indexes] };
}
