import { CHAIN_START, chain } from '#adapters/mongo/chain.ts';
import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import { decide } from '#domain/claim/decide.ts';
import { type ClaimEventBody, receive } from '#domain/claim/events.ts';
import { fold } from '#domain/claim/evolve.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { deathEvent } from '../factories/death-event.ts';
import type { Story } from '../factories/people.ts';

/** A claim and its journal as the decider itself would have brought them there, without any server. */
export type Told = { readonly claim: ClaimState; readonly journal: readonly JournalEntry[] };

export const CLAIM_ID = 'STN-ABCDE-FGHJK' as ClaimId;
export const OFFICER: Command['actor'] = { id: 'petugas-1', role: 'officer', branch: 'kupang' };
export const APPROVER: Command['actor'] = { id: 'pemeriksa-1', role: 'approver', branch: 'kupang' };
export const ACCOUNT_REF = 'rekening-uji';

const STORY: Story = {
  signedOn: '2025-08-10',
  diedOn: '2026-03-07',
  paidMonths: ['2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'],
  accountNumber: '1300000000001',
};
const MINUTE = 60_000;

/** Tells one claim, a command or an event after the other, each a minute later than the one before unless told otherwise. */
export class Telling {
  #facts: Fact[] = [];
  #at: Instant;
  #acts = 0;

  constructor(reportedAt: Instant = instant('2026-03-17T05:00:00Z'), story: Partial<Story> = {}) {
    this.#at = reportedAt;
    const { type, registration, eventId, actor } = deathEvent({ ...STORY, ...story }) as Extract<
      ReturnType<typeof deathEvent>,
      { type: 'deathReported' }
    >;
    const calendar = { id: NTT_2026.id, version: NTT_2026.version };
    this.#add(receive(undefined, { type, eventId, actor, registration: { ...registration, reportedAt, calendar } }, this.#context()));
  }

  get claim(): ClaimState {
    const claim = fold(CLAIM_ID, this.#facts);
    if (!claim) throw new Error('nothing was told');
    return claim;
  }

  get told(): Told {
    return { claim: this.claim, journal: chain(CLAIM_ID, 1, this.#facts, CHAIN_START) };
  }

  at(iso: string): this {
    this.#at = instant(iso);
    return this;
  }

  give(actor: Command['actor'], body: CommandBody): this {
    const command = { ...body, expectedSeq: this.claim.seq, actor, commandId: `perintah-${++this.#acts}` } as Command;
    const facts = decide(this.claim, command, this.#context());
    if (isRefusal(facts)) throw new Error(`${body.type}: ${facts.text}`);
    return this.#add(facts);
  }

  hear(event: ClaimEventBody): this {
    const actor = { id: 'system', role: 'system' } as const;
    return this.#add(receive(this.claim, { ...event, actor, eventId: `kabar-${++this.#acts}` }, this.#context()));
  }

  toCollecting(reason = 'Foto tidak terbaca.'): this {
    const [first] = this.claim.papers;
    if (!first) throw new Error('a claim without papers');
    return this.give(OFFICER, {
      type: 'verifyDocuments',
      verdicts: [{ documentId: first.documentId, verdict: 'refused', reason }],
    }).give(OFFICER, { type: 'requestCompletion', papers: [{ paper: first.paper, reason }] });
  }

  toVerifying(): this {
    const verdicts = this.claim.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
    return this.give(OFFICER, { type: 'verifyDocuments', verdicts }).give(OFFICER, { type: 'declareComplete' });
  }

  toRecommended(): this {
    const { people } = this.toVerifying().give(OFFICER, {
      type: 'triageCause',
      programme: 'jkm',
      reason: 'Meninggal karena sakit jantung di rumah.',
    }).claim;
    return this.give(OFFICER, { type: 'resolveHeirs', people })
      .give(OFFICER, {
        type: 'confirmPayeeAccount',
        payeeClass: 'heirs',
        personId: 'pasangan',
        accountRef: ACCOUNT_REF,
        inquiry: { holder: 'match', ownedByPartner: false },
      })
      .give(OFFICER, { type: 'recommend', outcome: 'pay' });
  }

  toPaying(): this {
    const points = ['completeness', 'programme', 'heirs', 'payee', 'amount'] as const;
    return this.toRecommended().give(APPROVER, { type: 'decidePoints', decisions: points.map((point) => ({ point, verdict: 'approve' })) });
  }

  toClosed(): this {
    return this.toPaying().bankPaid();
  }

  toRejected(): this {
    return this.toVerifying()
      .give(OFFICER, { type: 'recommend', outcome: 'reject', reason: 'coverage-lapsed', text: 'Iuran berhenti sebelum sakit jantung itu.' })
      .give(APPROVER, { type: 'decidePoints', decisions: [{ point: 'rejection', verdict: 'approve' }] });
  }

  toWithdrawn(): this {
    return this.toVerifying().give(OFFICER, { type: 'withdraw', reason: 'Keluarga menarik klaim dengan surat.' });
  }

  toLapsed(): this {
    return this.toVerifying()
      .give(OFFICER, { type: 'recommend', outcome: 'reject', reason: 'right-lapsed', text: 'Dilaporkan enam tahun setelah kematian.' })
      .give(APPROVER, { type: 'decidePoints', decisions: [{ point: 'rejection', verdict: 'approve' }] });
  }

  /** Paid, a working day after the legal limit: the compensation waits for two people. */
  toPaidLate(): this {
    return this.toPaying().at('2026-03-30T03:00:00Z').bankPaid();
  }

  bankPaid(): this {
    for (const { payoutId, issue } of this.claim.payouts.filter(({ state }) => state === 'ordered')) {
      this.hear({ type: 'payoutChanged', payoutId, issue, outcome: { state: 'confirmed', bankReference: 'BNK-1', paidAt: this.#at } });
    }
    return this;
  }

  #context() {
    return { at: this.#at, calendar: NTT_2026, switches: {} };
  }

  #add(facts: readonly Fact[]): this {
    this.#facts.push(...facts);
    this.#at += MINUTE;
    return this;
  }
}

/** One claim in each status. Approval orders payment in one breath, so a claim that is only approved is set by hand. */
export const TOLD_AT: Readonly<Record<ClaimStatus, () => Told>> = {
  registered: () => new Telling().told,
  collecting: () => new Telling().toCollecting().told,
  verifying: () => new Telling().toVerifying().told,
  recommended: () => new Telling().toRecommended().told,
  approved: () => withStatus(new Telling().toPaying().told, 'approved'),
  paying: () => new Telling().toPaying().told,
  paid: () => new Telling().toPaidLate().told,
  closed: () => new Telling().toClosed().told,
  rejected: () => new Telling().toRejected().told,
  withdrawn: () => new Telling().toWithdrawn().told,
  lapsed: () => new Telling().toLapsed().told,
};

function withStatus({ claim, journal }: Told, status: ClaimStatus): Told {
  return { claim: { ...claim, status }, journal };
}
