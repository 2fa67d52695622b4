import { createHash } from 'node:crypto';
import { createScholarshipActivities } from '#activities/scholarship.activities.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type EntitlementId, entitlementIdOf } from '#domain/entitlement-id.ts';
import type { ScholarshipLevel } from '#domain/law/rules/pack.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { AmountChange } from '#domain/scholarship/entitlement/amount-changes.ts';
import type { EntitlementCommand, EntitlementCommandBody } from '#domain/scholarship/entitlement/commands.ts';
import { decide } from '#domain/scholarship/entitlement/decide.ts';
import { type Entitlement, lineOf, type YearLine } from '#domain/scholarship/entitlement/state.ts';
import { addDays, addMonths, type Day, day } from '#domain/time/calendar/day.ts';
import { fromLocal, toLocal } from '#domain/time/calendar/zone.ts';
import { SCHOLARSHIP_YEARS_WORKFLOW } from '#workflows/messages.ts';
import { scholarshipWorkflowId } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../../factories/calendar.ts';
import { realNow } from '../real-clock.ts';
import { fastForward } from '../time-skipping.ts';
import { until } from '../until.ts';
import type { World } from '../world.ts';

const ZONE = 'Asia/Makassar';
const MINUTE = 60_000;
export const OFFICER: EntitlementCommand['actor'] = { id: 'petugas-1', role: 'officer', branch: 'kupang' };
export const APPROVER: EntitlementCommand['actor'] = { id: 'pemeriksa-1', role: 'approver', branch: 'kupang' };
export const PARTNER: EntitlementCommand['actor'] = { id: 'staf-1', role: 'partner-staff', institution: 'bpr-contoh' };

/** A family whose claim was approved, through its school years. Its time is its own: it goes on when the test says so. */
export class Family {
  readonly world: World;
  readonly changes: readonly AmountChange[];
  readonly claimId: ClaimId;
  readonly eventOn: Day;
  now = realNow();

  constructor(world: World, changes: readonly AmountChange[]) {
    this.world = world;
    this.changes = changes;
    this.claimId = claimIdFromDigest(createHash('sha256').update(world.personKey).digest());
    this.eventOn = addDays(toLocal(this.now, ZONE).day, -10);
  }

  /** Calendars of every year to come, which nobody has in life, and the approved claim. */
  async approved(
    children: readonly { readonly id: string; readonly birthDate: Day }[],
    accountNumber: string,
  ): Promise<readonly EntitlementId[]> {
    const { stores } = this.world;
    const calendar = calendarAround(this.now);
    const years = Array.from({ length: 30 }, (_, index) => (calendar.years[0] ?? 0) + index);
    await stores.calendars.activate({ ...calendar, id: 'uji-panjang', years });
    const accountRef = await this.account('pasangan', accountNumber);
    const people = [
      { id: 'pasangan', relation: 'spouse', alive: true },
      ...children.map((child) => ({ ...child, relation: 'child', alive: true })),
    ];
    const memberSince = addMonths(this.eventOn, -40);
    const paidMonths = Array.from({ length: 41 }, (_, index) => addMonths(memberSince, index).slice(0, 7));
    const claim = {
      claimId: this.claimId,
      seq: 20,
      status: 'paying',
      generation: 1,
      kind: 'death',
      programme: 'jkm',
      eventOn: this.eventOn,
      updatedAt: this.now,
      institutionId: 'bpr-contoh',
      branchId: 'bpr-contoh-kupang',
      submitters: ['staf-1', 'bpr-contoh'],
      people,
      memberships: [{ kpj: 'KPJ00000001', segment: 'BPU', memberSince, paidMonths, payer: 'self' }],
      payees: { heirs: { personId: 'pasangan', accountRef, holderMatch: 'match', maker: 'petugas-1' } },
      points: { payee: { maker: OFFICER, makers: ['petugas-1'], verdict: 'approved', checker: APPROVER } },
    };
    await stores.claims.save(claim as unknown as ClaimState, 'head');
    const { openEntitlements } = createScholarshipActivities(stores);
    // Asked twice, as a worker that died before it could say so would.
    await openEntitlements({ claimId: this.claimId });
    return (await openEntitlements({ claimId: this.claimId })).opened;
  }

  async account(personId: string, accountNumber: string): Promise<string> {
    const personName = `Wali Contoh ${personId}`;
    await this.world.bank.openAccount({ bankCode: '130', accountNumber, holderName: personName.toUpperCase() });
    const kept = await this.world.stores.accounts.keep(this.claimId, { personId, personName, bankCode: '130', accountNumber });
    return kept._id;
  }

  idOf(childId: string): EntitlementId {
    return entitlementIdOf(this.claimId, childId);
  }

  async child(childId: string): Promise<Entitlement> {
    const one = await this.world.stores.entitlements.find(this.idOf(childId));
    if (!one) throw new Error(`no entitlement of ${childId}`);
    return one;
  }

  /** The schedule's pass on the first school morning of a year, or now where that lies behind; run twice at once, as two schedules would. */
  async begin(schoolYear: number): Promise<void> {
    this.now = Math.max(this.now, realNow(), fromLocal({ day: day(`${schoolYear}-07-01`), minuteOfDay: 480 }, ZONE));
    const { client } = this.world.temporal;
    const { sweeper: taskQueue } = this.world.queues;
    const pass = (which: string) =>
      client.workflow.execute(SCHOLARSHIP_YEARS_WORKFLOW, { workflowId: `${taskQueue}:years:${schoolYear}:${which}`, taskQueue, args: [] });
    await Promise.all(['one', 'other'].map(pass));
  }

  /** The year's own workflow reaches the family's time, and beyond it by `more`. */
  async reach(childId: string, schoolYear: number, more = 0): Promise<void> {
    const workflowId = scholarshipWorkflowId(this.idOf(childId), { schoolYear, round: 1 });
    await fastForward(this.world.temporal, workflowId, Math.max(this.now - realNow(), 0) + MINUTE + more);
  }

  line(childId: string, schoolYear: number, ...states: readonly YearLine['state'][]): Promise<YearLine> {
    return until(`${childId} ${schoolYear} ${states.join(' or ')}`, async () => {
      const line = lineOf(await this.child(childId), schoolYear);
      return line && states.includes(line.state) && line;
    });
  }

  async give(childId: string, actor: EntitlementCommand['actor'], body: EntitlementCommandBody): Promise<void> {
    this.now += MINUTE;
    const context = { at: this.now, calendar: await this.world.stores.calendars.active(), changes: this.changes };
    const command = { ...body, actor, commandId: crypto.randomUUID() };
    const changed = await this.world.stores.entitlements.change(this.idOf(childId), (one) => decide(one, command, context));
    if (isRefusal(changed)) throw new Error(`${body.type} refused: ${changed.refused}: ${changed.text}`);
    const line = 'schoolYear' in body ? lineOf(changed.state, body.schoolYear) : undefined;
    if (line) await this.world.scholarships.wake(changed.state.id, line);
  }

  /** Proof, the officer's look, the second person. */
  async prove(childId: string, schoolYear: number, level: ScholarshipLevel): Promise<void> {
    const papers = (['active-study-letter', 'school-report'] as const).map((paper) => ({
      paper,
      documentId: `${childId}-${schoolYear}-${paper}`,
      sha256: 'a'.repeat(64),
    }));
    await this.give(childId, PARTNER, { type: 'submitProof', schoolYear, level, papers });
    await this.give(childId, OFFICER, { type: 'verifyProof', schoolYear, verdict: 'ok', level });
    await this.give(childId, APPROVER, { type: 'releaseYear', schoolYear, verdict: 'pay' });
  }
}
