import { RECOVERABLE } from '#sandbox/bank/faults.ts';
import type { SnapCall } from '#schemas/bank/endpoints.ts';
import type { BankFault } from '#schemas/bank/sandbox.ts';
import { delay } from '#stack/wait.ts';
import type { BackOffice } from './back-office.ts';
import { diceOf } from './dice.ts';

/** Kinds from which everything recovers without help. A reference sent twice would be paid twice by a bank that forgets. */
const KINDS: readonly BankFault[] = [...RECOVERABLE, 'duplicate-forgets'];
const DARK: readonly SnapCall[] = ['accessToken', 'accountInquiry', 'transferStatus', 'transfer'];

export type Weather = {
  readonly perMille: number;
  /** A killed bank has forgotten its faults; it gets new ones. */
  begin(): Promise<void>;
  clear(): Promise<void>;
};

/** What goes wrong at the bank while the signal lasts: transfers by the dice, and now and then a service that is dark for a few calls. */
export function makeWeather(seed: number, bank: BackOffice, signal: AbortSignal): Weather {
  const dice = diceOf(seed, 'outages');
  // Of their own: outages come by the clock, and must not change what strikes the transfers.
  const seeds = diceOf(seed, 'transfers');
  const perMille = dice.whole(150, 250);
  const quietly = (work: Promise<void>): Promise<void> => work.catch(() => undefined);
  const begin = (): Promise<void> => quietly(bank.rollDice({ seed: seeds.whole(0, 2 ** 31), perMille, kinds: KINDS }));

  async function outages(): Promise<void> {
    while (!signal.aborted) {
      await delay(dice.whole(2_000, 9_000), signal);
      if (!signal.aborted) await quietly(bank.outage(dice.pick(DARK), dice.whole(1, 3)));
    }
  }
  void outages();
  return { perMille, begin, clear: () => quietly(bank.clearFaults()) };
}
