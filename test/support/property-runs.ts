/** How often each property is tried; the long run sets the variable. */
export const propertyRuns = Number(process.env.SANTUN_PROPERTY_RUNS ?? 300);
