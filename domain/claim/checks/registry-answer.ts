import type { Membership } from '#domain/claim/parts.ts';
import type { Day } from '#domain/time/calendar/day.ts';

/** Why a registry gave no usable answer. None of these says anything about the person. */
export const NO_ANSWER_REASONS = [
  'timeout',
  'unreachable',
  'connection-lost',
  'server-error',
  'not-authorised',
  'question-refused',
  'answer-unreadable',
  'answer-about-someone-else',
  'nobody-to-ask-about',
] as const;
export type NoAnswerReason = (typeof NO_ANSWER_REASONS)[number];

export type NoAnswer = { readonly state: 'no-answer'; readonly why: NoAnswerReason };
export type RegistryAnswer<Found> = { readonly state: 'found'; readonly found: Found } | { readonly state: 'not-found' } | NoAnswer;

export type CivilRelative = {
  readonly nik: string;
  readonly relation: 'spouse' | 'child';
  readonly name: string;
  readonly birthDate: Day;
  readonly alive: boolean;
};

export type CivilRecord = {
  readonly name: string;
  readonly birthDate: Day;
  readonly familyCardNumber: string;
  readonly life: { readonly alive: true } | { readonly alive: false; readonly diedOn: Day; readonly certificateNumber: string };
  readonly relatives: readonly CivilRelative[];
};

export type CivilAnswer = RegistryAnswer<CivilRecord>;
export type MembershipAnswer = RegistryAnswer<readonly Membership[]>;
