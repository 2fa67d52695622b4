import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CalendarPack } from '#domain/calendar/pack.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Command } from '#domain/claim/commands.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import type { PayoutOrdered } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import type { Switches } from '#domain/rules/switches.ts';

/** Types of the workflows as callers name them. */
export const CLAIM_WORKFLOW = 'claim';

export type ClaimInput = {
  readonly claimId: ClaimId;
  /** The calendar of the branch, as data: a workflow computes with what it was given, whatever a later release ships. */
  readonly calendar: CalendarPack;
  readonly switches: Partial<Switches>;
  readonly payoutsQueue: string;
  /** Set when a run carries on where another left off. */
  readonly state?: ClaimState;
};

export type Accepted = { readonly claimId: ClaimId; readonly seq: number; readonly status: ClaimStatus };

/**
 * A decision of a person: an update, because the person waits for the answer and must see a refusal. Answers when its facts are in the
 * journal; the same `commandId` again answers the same and records nothing.
 */
export const submit = defineUpdate<Accepted, [Command]>('submit');

/** Something that happened outside: a signal, because nobody waits and it must not need a running worker. Deduplicated by event id. */
export const inbound = defineSignal<[ClaimEvent]>('inbound');

/** Somebody thinks a rung is due; the claim looks for itself. */
export const wake = defineSignal('wake');

export const getState = defineQuery<ClaimState | undefined>('getState');

export type PayoutInput = { readonly claimId: ClaimId; readonly payout: PayoutOrdered };
