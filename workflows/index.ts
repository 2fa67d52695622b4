/** The bundle's public list: what workers register. */
export { claim } from './claim.workflow.ts';
export { payout } from './payout.workflow.ts';
