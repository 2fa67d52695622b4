import type { Day } from '#domain/calendar/day.ts';
import { type Rupiah, rupiah } from '#domain/money.ts';
import { spanOf } from '#domain/reconciliation/bank-day.ts';
import type { StatementEntry, StatementPage } from '#domain/reconciliation/statement.ts';
import type { SnapAmount } from '#schemas/bank/parts.ts';
import { StatementAnswer, type StatementLine, type StatementRequest } from '#schemas/bank/statement.ts';
import { BankFault } from './bank-fault.ts';
import type { SnapCaller } from './snap-call.ts';
import type { SnapBankConfig } from './snap-config.ts';
import { fromSnapAmount, fromSnapTime, toSnapTime } from './snap-wire.ts';

/** A bank that always says there is more would otherwise be read for ever. */
const MOST_PAGES = 10_000;

export async function* statement(
  config: SnapBankConfig,
  call: SnapCaller,
  day: Day,
  questionNumber: () => string,
): AsyncGenerator<StatementPage> {
  const { from, until } = spanOf(day);
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const number = questionNumber();
    const request: StatementRequest = {
      partnerReferenceNo: `STNS${number}`,
      accountNo: config.sourceAccount,
      fromDateTime: toSnapTime(from),
      toDateTime: toSnapTime(until - 1_000),
      additionalInfo: { pageNumber: String(page) },
    };
    const { meaning, body } = await call('statement', request, number);
    if (meaning.means === 'unknown' || meaning.means === 'not-sent') throw new BankFault({ sent: 'perhaps', why: meaning.why });
    const answer = StatementAnswer.safeParse(body);
    if (meaning.means !== 'done' || !answer.success) throw unreadable();
    yield toPage(answer.data, { from, until });
    if (answer.data.hasMore === 'N') return;
  }
  throw unreadable();
}

function toPage({ balance, detailData }: StatementAnswer, span: ReturnType<typeof spanOf>): StatementPage {
  const [first] = balance;
  if (!first) throw unreadable();
  const entries = detailData.map(toEntry);
  if (entries.some(({ at }) => at < span.from || at >= span.until))
    throw new BankFault({ sent: 'perhaps', why: 'answer-about-something-else' });
  return { opening: toRupiah(first.startingBalance), closing: toRupiah(first.endingBalance), entries };
}

function toEntry({ transactionId, transactionDate, type, amount, detailInfo }: StatementLine): StatementEntry {
  const at = fromSnapTime(transactionDate);
  if (at === undefined) throw unreadable();
  const reference = detailInfo?.partnerReferenceNo;
  return {
    bankReference: transactionId,
    ...(reference === undefined ? {} : { reference }),
    direction: type === 'DEBIT' ? 'out' : 'in',
    amount: toRupiah(amount),
    at,
  };
}

/** The account pays benefits and nothing else: no benefit has sen, so a line with sen is a misunderstanding between us and the bank. */
function toRupiah(amount: SnapAmount): Rupiah {
  try {
    return rupiah(fromSnapAmount(amount));
  } catch (error) {
    throw new BankFault({ sent: 'perhaps', why: 'answer-unreadable' }, error);
  }
}

function unreadable(): BankFault {
  return new BankFault({ sent: 'perhaps', why: 'answer-unreadable' });
}
