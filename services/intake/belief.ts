import { PoisonEvent } from '#adapters/kafka/faults.ts';
import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import { disbelieve, type SourceTable, type Told } from '#domain/people/belief/belief.ts';

/** Nothing is done for an event that speaks in another's name; it lies in dead letters with the reason. */
export function refuseUnbelievable(event: ReceivedEvent, table: SourceTable): void {
  const doubt = disbelieve({ topic: event.topic, source: event.source, key: event.key, ...whoAndWhat(event) }, table);
  if (doubt) throw new PoisonEvent(doubt.code, doubt.reason);
}

function whoAndWhat(event: ReceivedEvent): Pick<Told, 'institutionId' | 'keyed'> {
  switch (event.type) {
    case 'death.reported.v1':
    case 'accident.reported.v1':
    case 'accident.suspected.v1':
      return { institutionId: event.data.institutionId, keyed: event.data.reportId };
    // The key of a credit is a hash that only its sender can make; papers name their claim, not their report.
    case 'credit.signed.v1':
    case 'documents.added.v1':
      return { institutionId: event.data.institutionId };
    case 'coverage.changed.v1':
      return { keyed: event.data.membership.kpj };
    case 'contribution.recorded.v1':
      return { keyed: event.data.kpj };
  }
}
