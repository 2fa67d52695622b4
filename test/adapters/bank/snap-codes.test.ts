import fc from 'fast-check';
import { meaningOf, refusalOf } from '#adapters/bank/snap-codes.ts';

const answer = (responseCode: string) => ({ responseCode, responseMessage: 'x' });

test('a 5xx is neither payment nor refusal nor leave to send again, whatever its body says', () => {
  const fitting = fc.tuple(fc.integer({ min: 500, max: 599 }), fc.constantFrom('00', '01', '02', '14', '99'));
  fc.assert(fc.property(fitting, ([http, caseCode]) => meaningOf('transfer', http, answer(`${http}18${caseCode}`)).means === 'unknown'));
  const contrary = fc.constantFrom('2001800', '4031814', '4041811', '4291800', '4011801').map(answer);
  const body = fc.oneof(contrary, fc.stringMatching(/^\d{7}$/).map(answer), fc.anything());
  fc.assert(fc.property(fc.integer({ min: 500, max: 599 }), body, (http, said) => meaningOf('transfer', http, said).means === 'unknown'));
  expect(meaningOf('transfer', 500, answer('5001800'))).toEqual({ means: 'unknown', why: 'server-error' });
  expect(meaningOf('transfer', 504, answer('5041800'))).toEqual({ means: 'unknown', why: 'server-error' });
});

test('only one code in ten million is payment', () => {
  const codes = Array.from({ length: 1_000 }, (_, number) => number);
  const paying = codes.filter((number) => {
    const [http, caseCode] = [200 + Math.floor(number / 100), String(number % 100).padStart(2, '0')];
    return meaningOf('transfer', http, answer(`${http}18${caseCode}`)).means === 'done';
  });
  expect(paying).toEqual([0]);
});

test('a reused-key error is unknown', () => {
  expect(meaningOf('transfer', 409, answer('4091800'))).toEqual({ means: 'unknown', why: 'reference-conflict' });
  expect(meaningOf('transfer', 409, answer('4091801'))).toEqual({ means: 'unknown', why: 'reference-conflict' });
});

test.each([
  [404, answer('4041801')],
  [404, { error: 'no such page' }],
  [403, 'Forbidden'],
  [200, answer('2003600')],
  [200, answer('4031814')],
  [403, answer('2001800')],
  [400, answer('4001899')],
  [401, { error: 'login' }],
  [302, undefined],
  [202, answer('2021800')],
  [200, undefined],
])('an answer %d %j that does not fit the call settles nothing', (status, body) => {
  expect(meaningOf('transfer', status, body).means).toBe('unknown');
});

test('a transaction not found is news only where one was asked for', () => {
  expect(meaningOf('transferStatus', 404, answer('4043601'))).toEqual({ means: 'not-found' });
  expect(meaningOf('accountInquiry', 404, answer('4041601')).means).toBe('unknown');
});

test('a token refused by the gateway before the service counts as refused by the service', () => {
  const refused = { means: 'not-sent', why: 'not-authorised' };
  for (const code of ['4011801', '4010000', '4017301']) expect(meaningOf('transfer', 401, answer(code))).toEqual(refused);
  expect(meaningOf('transfer', 401, answer('4013601')).means).toBe('unknown');
});

test('the reason of a failed transfer is read from the code it was refused with', () => {
  expect(refusalOf('4031818')).toBe('account-closed');
  expect(refusalOf('2001800')).toBe('not-permitted');
  expect(refusalOf(undefined)).toBe('not-permitted');
});
