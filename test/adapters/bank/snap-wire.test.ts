import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { BankFault } from '#adapters/bank/bank-fault.ts';
import { post } from '#adapters/bank/snap-http.ts';
import { fromSnapAmount, fromSnapTime, toSnapAmount, toSnapTime } from '#adapters/bank/snap-wire.ts';
import { rupiah } from '#domain/money/money.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { SnapAmount, SnapTimestamp } from '#schemas/bank/parts.ts';

test('an instant is written in Jakarta’s time and read back to the second', () => {
  expect(toSnapTime(instant('2026-03-26T17:30:00Z'))).toBe('2026-03-27T00:30:00+07:00');
  const seconds = fc.integer({ min: 0, max: 4_102_444_800 });
  fc.assert(fc.property(seconds, fc.integer({ min: 0, max: 999 }), (s, ms) => fromSnapTime(toSnapTime(s * 1000 + ms)) === s * 1000));
  expect(SnapTimestamp.safeParse(toSnapTime(1_234)).success).toBe(true);
  expect(fromSnapTime('kemarin')).toBeUndefined();
  const noon = fromSnapTime('2026-11-20T12:00:00+07:00');
  for (const other of ['2026-11-20T12:00:00+0700', '2026-11-20T12:00:00+07', '2026-11-20T05:00:00Z', '2026-11-20T12:00:00.000000+07:00']) {
    expect(fromSnapTime(other)).toBe(noon);
  }
  for (const none of [
    '2026-02-30T12:00:00+07:00',
    '2026-11-20T25:00:00+07:00',
    '2026-11-20 12:00:00',
    '2026-11-20T12:00:00',
    '20/11/2026',
  ]) {
    expect(fromSnapTime(none)).toBeUndefined();
  }
});

test('rupiah go out with two decimals and come back whole; sen are not ours', () => {
  expect(toSnapAmount(rupiah(42_000_000))).toEqual({ value: '42000000.00', currency: 'IDR' });
  const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(rupiah);
  fc.assert(fc.property(amounts, (amount) => fromSnapAmount(SnapAmount.parse(toSnapAmount(amount))) === amount));
  expect(() => fromSnapAmount({ value: '10.50', currency: 'IDR' })).toThrow(RangeError);
});

test('an order is not carried on to another address by a redirect', async () => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(307, { location: '/elsewhere' }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await post(`http://127.0.0.1:${port}/transfer`, {}, '{}', 5_000)).toEqual({ status: 307, body: undefined });
  expect(asked).toBe(1);
  server.closeAllConnections();
  server.close();
});

test('a fault names what is known of the call and nobody in it', () => {
  const fault = new BankFault({ sent: 'perhaps', why: 'timeout' });
  expect(`${fault}`).toBe('BankFault: bank: timeout (sent: perhaps)');
});
