import { readBankEnv } from '#sandbox/bank/env.ts';
import { backOffice, bankOptions, makeKeys, OPENING_BALANCE, SOURCE_ACCOUNT } from './bank-client.ts';
import { startBankProcess } from './bank-process.ts';

const keys = makeKeys();

test('the bank opens as a process of its own, tells where, and closes in order when asked', async () => {
  const options = bankOptions(keys);
  const first = await startBankProcess(options);
  expect(await (await fetch(`${first.url}/health`)).json()).toEqual({ ok: true });
  const held = fetch(`${first.url}/sandbox/ledger`).then((answer) => answer.status);
  expect(await held).toBe(200);
  expect(await first.stop()).toBe(0);
  const second = await startBankProcess({ ...options, openingBalance: 1 });
  const { balances } = await backOffice(second.url).ledger();
  expect(balances[SOURCE_ACCOUNT]).toBe(OPENING_BALANCE);
  expect(await second.stop()).toBe(0);
});

test('a bank without its keys does not open and says what is missing', () => {
  expect(() => readBankEnv({})).toThrow('SANTUN_SANDBOX_BANK_PUBLIC_KEY');
});
