import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import { nikHashOf } from '#adapters/mongo/nik-hash.ts';
import type { SourceTable } from '#domain/people/belief/belief.ts';
import { refuseUnbelievable } from './belief.ts';
import type { IntakeDeps } from './deps.ts';
import { addDocuments } from './documents.ts';
import { changeMembership } from './membership.ts';
import { openReadinessFile } from './readiness.ts';
import { reportAccident, reportDeath } from './reports.ts';

/**
 * What becomes of an event from outside. Idempotent: the same event again leaves everything as it was. `sources`: who may tell what; without
 * it each partner still speaks for itself only.
 */
export function createIntake(deps: Omit<IntakeDeps, 'participantIdOf'> & { readonly personKey: string; readonly sources?: SourceTable }) {
  const { personKey, sources = {}, ...rest } = deps;
  const all: IntakeDeps = { ...rest, participantIdOf: (nik) => participantIdOf(nik, personKey) };
  return async function handle(event: ReceivedEvent): Promise<void> {
    refuseUnbelievable(event, sources);
    switch (event.type) {
      case 'credit.signed.v1':
        return openReadinessFile(all, event, event.data);
      case 'death.reported.v1':
        return reportDeath(all, event, event.data);
      case 'accident.reported.v1':
        return reportAccident(all, event, event.data, false);
      case 'accident.suspected.v1':
        return reportAccident(all, event, event.data, true);
      case 'documents.added.v1':
        return addDocuments(all, event, event.data);
      case 'coverage.changed.v1':
        return changeMembership(all, event, event.data.participantNik, { type: 'coverage', membership: event.data.membership });
      case 'contribution.recorded.v1': {
        const { participantNik, ...contribution } = event.data;
        return changeMembership(all, event, participantNik, { type: 'contribution', ...contribution });
      }
    }
  };
}

export function participantIdOf(nik: string, personKey: string): string {
  return nikHashOf(nik, personKey);
}
