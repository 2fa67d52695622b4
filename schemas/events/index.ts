import type { z } from 'zod';
import { AccidentReportedV1, AccidentSuspectedV1 } from './accident-reported.v1.ts';
import { ClaimEventV1 } from './claim-event.v1.ts';
import { ContributionRecordedV1 } from './contribution-recorded.v1.ts';
import { CoverageChangedV1 } from './coverage-changed.v1.ts';
import { CreditSignedV1 } from './credit-signed.v1.ts';
import { DeathReportedV1 } from './death-reported.v1.ts';
import { DocumentsAddedV1 } from './documents-added.v1.ts';

/** What we take in: topic → ce_type → schema. A type is known on its own topic only. */
export const RECEIVED = {
  'partner-credit': { 'credit.signed.v1': CreditSignedV1 },
  'partner-events': {
    'death.reported.v1': DeathReportedV1,
    'accident.reported.v1': AccidentReportedV1,
    'accident.suspected.v1': AccidentSuspectedV1,
    'documents.added.v1': DocumentsAddedV1,
  },
  membership: { 'coverage.changed.v1': CoverageChangedV1, 'contribution.recorded.v1': ContributionRecordedV1 },
} as const satisfies Record<string, Record<string, z.ZodType>>;

/** What we send. Every fact type of the journal has the same envelope, so the message is named after that and not after the type. */
export const PUBLISHED = {
  'claim-events': { 'claim-event.v1': ClaimEventV1 },
} as const satisfies Record<string, Record<string, z.ZodType>>;

/** Topics without their prefix (`santun.` unless configured otherwise), and what their messages are keyed by. */
export const TOPICS = {
  'partner-credit': { about: 'Credits and memberships, from partners.', key: 'keyed hash of the participant’s NIK', from: 'partners' },
  'partner-events': { about: 'Deaths, accidents and papers, from partners and agents.', key: 'report id', from: 'partners, agents' },
  membership: { about: 'Coverage and contributions, from BPJS Ketenagakerjaan.', key: 'KPJ', from: 'BPJS Ketenagakerjaan' },
  'claim-events': {
    about: 'Every fact of the journal of every claim, of all institutions. Internal: no partner may read it.',
    key: 'claim id',
    from: 'Santun',
  },
  'dead-letters': { about: 'What Santun could not use, with the reason.', key: 'original key', from: 'Santun' },
} as const;

export const PARTITIONS = 6;

export type Topic = keyof typeof TOPICS;
export type ReceivedTopic = keyof typeof RECEIVED;
export const TOPIC_NAMES = Object.keys(TOPICS) as readonly Topic[];
export const RECEIVED_TOPICS = Object.keys(RECEIVED) as readonly ReceivedTopic[];

type SchemasByType = (typeof RECEIVED)['partner-credit'] & (typeof RECEIVED)['partner-events'] & (typeof RECEIVED)['membership'];
export type ReceivedType = keyof SchemasByType;
export type ReceivedData<T extends ReceivedType> = z.infer<SchemasByType[T]>;

/** A type with its data, for every type: narrow on `type`. */
export type ReceivedBody = { [T in ReceivedType]: { readonly type: T; readonly data: ReceivedData<T> } }[ReceivedType];

export function typesOf(topic: ReceivedTopic): readonly string[] {
  return Object.keys(RECEIVED[topic]);
}

export function schemaFor(topic: ReceivedTopic, type: string): z.ZodType | undefined {
  const schemas: Record<string, z.ZodType> = RECEIVED[topic];
  return Object.hasOwn(schemas, type) ? schemas[type] : undefined;
}
