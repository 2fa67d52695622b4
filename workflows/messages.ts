import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Command } from '#domain/claim/commands.ts';
import type { Edition } from '#domain/claim/edition.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import type { PayoutOrdered, PayoutResolution } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { PayoutOwner } from '#domain/money/payout/owner.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';

/** Types of the workflows as callers name them. */
export const CLAIM_WORKFLOW = 'claim';
export const SWEEP_WORKFLOW = 'sweep';
export const PAYOUT_WORKFLOW = 'payout';

export type ClaimInput = {
  readonly claimId: ClaimId;
  /** The calendar of the branch, as data: a workflow computes with what it was given, whatever a later release ships. */
  readonly calendar: CalendarPack;
  readonly switches: Partial<Switches>;
  readonly payoutsQueue: string;
  /** Of the claim's rules (domain/claim/edition.ts) when this run began; runs that began before there were editions name none. */
  readonly edition?: Edition;
  /** Set when a run carries on where another left off. */
  readonly state?: ClaimState;
  /** Handed over by the run before, with what it had under way. Without it a `state` comes from the record, after nobody knows what. */
  readonly handedOver?: { readonly checkWanted: boolean };
};

export type Accepted = { readonly claimId: ClaimId; readonly seq: number; readonly status: ClaimStatus };

/**
 * What a person decided in one sitting, all of it or nothing: an update, because the person waits for the answer and must see a refusal.
 * Answers when its facts are in the journal; the same `commandId` again answers the same and records nothing.
 */
export const submit = defineUpdate<Accepted, [readonly Command[]]>('submit');

/** Something that happened outside: a signal, because nobody waits and it must not need a running worker. Deduplicated by event id. */
export const inbound = defineSignal<[ClaimEvent]>('inbound');

/** Somebody thinks a rung is due; the claim looks for itself. */
export const wake = defineSignal('wake');

export const getState = defineQuery<ClaimState | undefined>('getState');

/** Two people settled what the bank would not say. */
export const resolvePayment = defineSignal<[PayoutResolution]>('resolvePayment');

/** Two people let this payment leave in a freeze. */
export const exemptPayment = defineSignal('exemptPayment');

/** What held a payment may be gone; it looks for itself. */
export const lookAgain = defineSignal('lookAgain');

/** Without an owner the claim hears what became of it. `exempted` and `resolution`: what people said before this run of it began. */
export type PayoutInput = {
  readonly claimId: ClaimId;
  readonly payout: PayoutOrdered;
  readonly owner?: PayoutOwner;
  readonly exempted?: boolean;
  readonly resolution?: PayoutResolution;
};

export const SCHOLARSHIP_WORKFLOW = 'scholarship';
export const SCHOLARSHIP_YEARS_WORKFLOW = 'scholarshipYears';

export type ScholarshipInput = {
  readonly entitlementId: EntitlementId;
  readonly schoolYear: number;
  /** Started ahead of time it waits for this instant. */
  readonly opensAt: Instant;
  readonly payoutsQueue: string;
};

/** Something about the year is on record that was not there before; the workflow looks for itself. */
export const wakeScholarship = defineSignal('wakeScholarship');
