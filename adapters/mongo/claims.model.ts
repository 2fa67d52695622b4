import { type Connection, type Model, Schema } from 'mongoose';
import type { ClaimState } from '#domain/claim/state.ts';

/** What people read: the fold of the journal, with the fields lists are filtered and sorted by lifted out. */
export type ClaimDocument = {
  readonly _id: string;
  readonly seq: number;
  /** Hash of the journal entry this document was folded up to. */
  readonly head: string;
  readonly status: string;
  readonly institutionId: string;
  readonly branchId: string;
  readonly updatedAt: number;
  readonly state: ClaimState;
};

/** The only place that says what of a claim stands where; recording and rebuilding write the same. */
export function claimDocument(state: ClaimState, head: string): ClaimDocument {
  const { claimId, seq, status, institutionId, branchId, updatedAt } = state;
  return { _id: claimId, seq, head, status, institutionId, branchId, updatedAt, state };
}

const schema = new Schema<ClaimDocument>(
  {
    _id: { type: String, required: true },
    seq: { type: Number, required: true },
    head: { type: String, required: true },
    status: { type: String, required: true },
    institutionId: { type: String, required: true },
    branchId: { type: String, required: true },
    updatedAt: { type: Number, required: true },
    state: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'claims', versionKey: false, minimize: false },
);
// Lists are sorted by last change; the number breaks ties, so that pages neither repeat nor skip.
schema.index({ updatedAt: -1, _id: 1 });
schema.index({ status: 1, updatedAt: -1, _id: 1 });
schema.index({ institutionId: 1, updatedAt: -1, _id: 1 });
schema.index({ 'state.parties.institutionId': 1, updatedAt: -1, _id: 1 }, { sparse: true });
// Escalations: of the open claims only the few with a rung somebody must acknowledge.
schema.index({ status: 1, 'state.rungs.mustAcknowledge': 1 });

// The automatic checks: the same person, the same membership, the same branch, the same account in another claim.
schema.index({ 'state.participantId': 1 });
// Payments whose end nobody knows.
schema.index({ 'state.payouts.state': 1, _id: 1 });
schema.index({ 'state.memberships.kpj': 1 });
schema.index({ institutionId: 1, branchId: 1, 'state.eventOn': 1 });
schema.index({ 'state.payees.heirs.accountRef': 1 }, { sparse: true });
schema.index({ 'state.payees.participant.accountRef': 1 }, { sparse: true });
schema.index({ 'state.payees.funeralArranger.accountRef': 1 }, { sparse: true });

export function claimsModel(connection: Connection): Model<ClaimDocument> {
  return connection.model<ClaimDocument>('Claim', schema);
}
