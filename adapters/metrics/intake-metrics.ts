import type { IntakeMetrics } from '#adapters/kafka/port.ts';
import type { Instruments } from './instruments.ts';

/** Codes are words of ours with hyphens. Whatever else a handler puts there is nobody's label. */
const CODE = /^[a-z][a-z-]{0,39}$/;

export function intakeMetrics(of: Instruments): Required<IntakeMetrics> {
  return {
    handled({ topic, type, elapsedMs }) {
      of.intakeHandled.inc({ topic, type });
      of.intakeDuration.observe({ topic }, Math.max(0, elapsedMs) / 1_000);
    },
    deadLettered: ({ topic, code }) => of.intakeDeadLetters.inc({ topic, code: CODE.test(code) ? code : 'other' }),
    paused: ({ topic }) => of.intakePauses.inc({ topic }),
    committed: ({ topic }) => of.intakeCommits.inc({ topic }),
    crashed: () => of.intakeCrashes.inc(),
  };
}
