import { personCause } from '#domain/cause.ts';
import { hasHeard } from '#domain/claim/events.ts';
import { newsId } from '#domain/money/payout/news-id.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import { type ClaimFile, CONFIRMED, OFFICER, PARTNER, PAY, typesOf } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

const attach = (n: number) => ({ type: 'attachDocuments', papers: [paper('chronology', n, '2026-02-25')] }) as const;
const press = (id: string, body: object) => personCause(PARTNER.id, id, body);
const REVERSED = { state: 'reversed', why: 'rekening ditutup' } as const;

/** The only payment of a claim that is being paid, and the bank's word about it. */
function paying(prepare: (file: ClaimFile) => void = () => undefined) {
  const file = claimIn('recommended');
  prepare(file);
  file.give({ id: 'pemeriksa-1', role: 'approver', branch: 'kupang' }, approve(file));
  const [payout] = file.state.payouts;
  if (!payout) throw new Error('nothing was ordered');
  return { file, payout, news: newsId(payout, CONFIRMED), back: newsId(payout, REVERSED) };
}

function approve({ state }: ClaimFile) {
  const points = (['completeness', 'programme', 'heirs', 'payee', 'amount'] as const).filter((point) => state.points[point]);
  return { type: 'decidePoints', decisions: points.map((point) => ({ point, verdict: 'approve' as const })) } as const;
}

test('a partner who numbers a paper like the bank’s confirmation does not make the claim deaf to the bank', () => {
  const { payout } = paying();
  for (const hostile of [newsId(payout, CONFIRMED), newsId(payout, CONFIRMED).slice('bank/'.length)]) {
    const { file, news } = paying((one) => one.give(PARTNER, attach(77), press(hostile, attach(77))));
    expect(typesOf(file.bankSays(payout, CONFIRMED, news))).toContain('payout.confirmed');
  }
});

test('a command whose door forgot to give it an id of its person cannot speak with the bank’s', () => {
  const { payout } = paying();
  const file = claimIn('recommended');
  expect(file.ask(PARTNER, attach(77), newsId(payout, CONFIRMED))).toMatchObject({ refused: 'invalid-command' });
});

test('money that came back is heard, however its number was used before', () => {
  const { file, payout, news, back } = paying((one) => one.give(PARTNER, attach(77), press(back77(), attach(77))));
  file.bankSays(payout, CONFIRMED, news);
  expect(typesOf(file.bankSays(payout, REVERSED, back))).toContain('payout.reversed');
});

function back77(): string {
  const { back } = paying();
  return back.slice('bank/'.length);
}

test('of a claim whose bank ids somebody used up before there were name spaces, the payment itself says what was heard', () => {
  const { file, payout, news } = paying((one) => one.give(PARTNER, attach(77), newsIdOf().slice('bank/'.length)));
  expect(typesOf(file.bankSays(payout, CONFIRMED, news))).toContain('payout.confirmed');
  const event = { type: 'payoutChanged', eventId: news, ...payout, outcome: CONFIRMED } as const;
  expect(hasHeard(file.state, event)).toBe(true);
});

function newsIdOf(): string {
  return paying().news;
}

test('the bank’s word that an older release told is not told twice', () => {
  const { file, payout, news, back } = paying();
  file.bankSays(payout, CONFIRMED, news.slice('bank/'.length));
  expect(file.bankSays(payout, CONFIRMED, news)).toEqual([]);
  file.bankSays(payout, REVERSED, back.slice('bank/'.length));
  expect(file.bankSays(payout, REVERSED, back)).toEqual([]);
  expect(file.bankSays(payout, CONFIRMED, news)).toEqual([]);
});

test('a used number with another content, or in another hand, is refused with a sentence and changes nothing', () => {
  const file = claimIn('verifying');
  const body = { type: 'triageCause', programme: 'jkm', reason: 'Sakit.' } as const;
  file.give(OFFICER, body, personCause(OFFICER.id, 'tekan-1', body));
  const before = file.state;
  const other = { ...body, programme: 'jkk' } as const;
  expect(file.ask(OFFICER, other, personCause(OFFICER.id, 'tekan-1', other))).toMatchObject({ refused: 'command-id-reused' });
  const colleague = { ...OFFICER, id: 'petugas-2' };
  expect(file.ask(colleague, body, personCause(colleague.id, 'tekan-1', body))).toMatchObject({ refused: 'command-id-reused' });
  expect(file.ask(OFFICER, body, personCause(OFFICER.id, 'tekan-1', body))).toEqual([]);
  expect(file.state).toEqual(before);
});

test('a used number is refused before anything else is said, also when the claim has moved on', () => {
  const { file } = paying();
  const used = personCause(OFFICER.id, 'tekan-9', PAY);
  expect(file.ask(OFFICER, PAY, used)).toMatchObject({ refused: 'not-allowed-in-status' });
});
