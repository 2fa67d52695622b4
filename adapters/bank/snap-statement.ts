import { spanOf } from '#domain/money/reconciliation/bank-day.ts';
import { FEE_RULES } from '#domain/money/reconciliation/fees.ts';
import type { StatementPage, UnreadableLine } from '#domain/money/reconciliation/statement.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import { StatementAnswer, type StatementRequest } from '#schemas/bank/statement.ts';
import { BankFault } from './bank-fault.ts';
import type { SnapCaller } from './snap-call.ts';
import { questionReference, type SnapBankConfig } from './snap-config.ts';
import { isRead, readLine } from './snap-statement-line.ts';
import { fromToldBalance, toSnapTime } from './snap-wire.ts';

/** A bank that always says there is more would otherwise be read for ever. */
const MOST_PAGES = 10_000;

export async function* statement(
  config: SnapBankConfig,
  call: SnapCaller,
  day: Day,
  questionNumber: () => string,
): AsyncGenerator<StatementPage> {
  const { from, until } = spanOf(day);
  const { feeRules = FEE_RULES.standard } = config;
  let before = 0;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const number = questionNumber();
    const request: StatementRequest = {
      partnerReferenceNo: questionReference(config, 'STNS', number),
      accountNo: config.sourceAccount,
      fromDateTime: toSnapTime(from),
      toDateTime: toSnapTime(until - 1_000),
      additionalInfo: { pageNumber: String(page) },
    };
    const { meaning, body } = await call('statement', request, number);
    if (meaning.means === 'unknown' || meaning.means === 'not-sent') throw new BankFault({ sent: 'perhaps', why: meaning.why });
    const answer = StatementAnswer.safeParse(body);
    if (meaning.means !== 'done' || !answer.success) throw unreadable();
    const { balance, detailData, hasMore } = answer.data;
    const first = before;
    const lines = detailData.map((line, index) => readLine(line, { line: first + index + 1, from, until, feeRules }));
    // One line of another day is a line for a person to look at; a first page full of them answers another question.
    const isOfAnotherDay = page === 1 && lines.length > 0 && lines.every((line) => !isRead(line) && line.faults.some(isOtherDay));
    if (isOfAnotherDay) throw new BankFault({ sent: 'perhaps', why: 'answer-about-something-else' });
    before += detailData.length;
    yield {
      ...balancesOf(balance[0]),
      entries: lines.filter(isRead),
      unreadable: lines.filter((line): line is UnreadableLine => !isRead(line)),
    };
    if (hasMore === 'N') return;
  }
  throw unreadable();
}

function isOtherDay({ problem }: { readonly problem: string }): boolean {
  return problem === 'other-day';
}

function balancesOf(told: StatementAnswer['balance'][number] | undefined): Omit<StatementPage, 'entries' | 'unreadable'> {
  if (!told) throw unreadable();
  const [opening, closing] = [fromToldBalance(told.startingBalance), fromToldBalance(told.endingBalance)];
  return {
    opening: opening.whole,
    closing: closing.whole,
    ...(opening.sen === 0 ? {} : { openingSen: opening.sen }),
    ...(closing.sen === 0 ? {} : { closingSen: closing.sen }),
  };
}

function unreadable(): BankFault {
  return new BankFault({ sent: 'perhaps', why: 'answer-unreadable' });
}
