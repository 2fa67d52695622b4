import { ApplicationFailure } from '@temporalio/common';

/** Somebody outside is not ready yet. Retried by the policy of the activity, for as long as it takes. */
export function notYet(message: string): ApplicationFailure {
  return ApplicationFailure.retryable(message, 'not-yet');
}
