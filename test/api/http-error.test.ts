import { describeError } from '#api/http-error.ts';

function fromStore(name: string, message: string, code?: number | string): Error {
  return Object.assign(new Error(message), { name, ...(code === undefined ? {} : { code }) });
}

test.each([
  ['no server is found', fromStore('MongoServerSelectionError', 'connect ECONNREFUSED')],
  ['the connection breaks', fromStore('MongoNetworkError', 'connection closed')],
  ['the database behind the store starts up', fromStore('MongoServerError', 'the database system is starting up', 1)],
  ['the primary changes', fromStore('MongoServerError', 'not primary', 10_107)],
  ['the connection was ended a moment ago', fromStore('Error', 'This socket has been ended by the other party', 'EPIPE')],
  ['the store shuts down', fromStore('MongoServerError', 'interrupted at shutdown', 11_600)],
])('while %s, people are told to ask again, and what is away', (_when, error) => {
  expect(describeError(error)).toMatchObject({ status: 503, body: { error: 'unavailable', what: 'store' } });
});

test.each([
  ['a key that exists already', fromStore('MongoServerError', 'E11000 duplicate key', 11_000)],
  ['a question the store does not understand', fromStore('MongoServerError', 'unknown operator', 2)],
])('%s is a mistake of ours and no outage', (_what, error) => {
  expect(describeError(error)).toMatchObject({ status: 500, body: { error: 'internal' } });
});
