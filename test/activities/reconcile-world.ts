import { createPayoutActivities } from '#activities/payout.activities.ts';
import { createReconcileDay } from '#activities/reconcile-day.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimEvent } from '#domain/claim/events.ts';
import { rupiah } from '#domain/money/money.ts';
import { partnerReference, payoutId } from '#domain/money/payout/payout-id.ts';
import { spanOf } from '#domain/money/reconciliation/bank-day.ts';
import { day } from '#domain/time/calendar/day.ts';
import { startBank } from '#sandbox/bank/start.ts';
import { calendarAround } from '../factories/calendar.ts';
import { adapterFor, backOffice, bankOptions, makeKeys } from '../sandbox/bank/bank-client.ts';
import { freshName, testStack } from '../support/stack.ts';

export const DAY = day('2026-11-20');
export const AMOUNT = 42_000_000;
const MORNING = spanOf(DAY).from + 9 * 3_600_000;
const BANK_CODE = '130';

/** A real store and the sandbox bank over a book of its own, on the morning of a Friday; payments are a minute apart. */
export async function reconcileWorld() {
  let clock = MORNING;
  const now = (): number => clock;
  const mongo = await connectMongo(testStack().mongoUrl(freshName('reconcile')));
  const stores = createStores(mongo, { personKey: 'a-person-key-made-for-this-test-only' });
  await stores.ensureIndexes();
  await stores.calendars.activate(calendarAround(MORNING));
  const keys = makeKeys();
  const server = await startBank({ ...bankOptions(keys), now });
  const bank = adapterFor(server.url, keys, { now });
  const office = backOffice(server.url);
  const told: ClaimEvent[] = [];
  const tell = async (_owner: unknown, event: ClaimEvent): Promise<void> => void told.push(event);
  const running = { tell, tellEnded: tell };
  const patience = { firstInquiryMs: 200, inquiryMs: [1_000], resendMs: [1_000] };
  const { payOut } = createPayoutActivities({ ...stores, bank, running, patience, now } as never);
  const reconcile = createReconcileDay({ ...stores, bank, running, now: () => MORNING + 86_400_000 });
  let n = 0;

  async function pay() {
    n += 1;
    clock += 60_000;
    const claimId = `STN-BARIS-${n}` as ClaimId;
    const accountNumber = `98000${String(n).padStart(5, '0')}`;
    await office.openAccount({ bankCode: BANK_CODE, accountNumber, holderName: 'PASANGAN CONTOH' });
    const account = { personId: 'pasangan', personName: 'Pasangan Contoh', bankCode: BANK_CODE, accountNumber };
    const { _id: accountRef } = await stores.accounts.keep(claimId, account);
    const id = payoutId(claimId, 1, 'jkm', 'once', 'heirs');
    const who = { personId: 'pasangan', accountRef, maker: 'petugas-1', checker: 'pemeriksa-1' };
    const order = { payoutId: id, issue: 1, programme: 'jkm', payeeClass: 'heirs', amount: rupiah(AMOUNT), lines: [], ...who } as const;
    await payOut({ claimId, order });
    told.length = 0;
    return { claimId, payoutId: id, reference: partnerReference(id) };
  }

  /** Money that nobody ordered: each is a case. */
  async function stray(amount: number): Promise<void> {
    clock += 60_000;
    await office.strayTransfer({ bankCode: BANK_CODE, accountNumber: '777777', amount });
  }

  async function cases() {
    const kept = await stores.reconciliationCases.list({}, 100);
    return kept.map(({ id, difference, state }) => ({ id, kind: difference.kind, theirs: difference.theirs, state }));
  }

  async function closeCase(id: string): Promise<void> {
    const kept = await stores.reconciliationCases.find(id);
    if (!kept) throw new Error('there is one');
    const by = { id: 'pengawas', role: 'supervisor' as const };
    await stores.reconciliationCases.add(kept, 'closed', { step: 'closed', at: MORNING, by, reason: 'Diketahui.' });
  }

  return {
    mongo,
    stores,
    office,
    told,
    pay,
    stray,
    cases,
    closeCase,
    reconcile: () => reconcile(DAY),
    run: () => stores.reconciliations.find(DAY),
    async close() {
      await server.close();
      await mongo.dropDatabase();
      await mongo.close();
    },
  };
}
export type ReconcileWorld = Awaited<ReturnType<typeof reconcileWorld>>;
