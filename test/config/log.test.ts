import { createLog } from '#config/log.ts';
import { openText } from '#config/log-privacy.ts';

/** People who cannot exist, in every place they have been seen to stand. */
const PERSON = {
  nik: '5371994508990001',
  name: 'Yosefina Contoh',
  birthDate: '1999-08-05',
  phone: '+62 812-0000-0001',
  accountNumber: '1300000000017',
  holderName: 'YOSEFINA CONTOH',
  kpj: '99000000017',
  note: 'sakit jantung',
};
const PLANTED = Object.values(PERSON);

function collected() {
  const lines: string[] = [];
  const log = createLog('uji', 'debug', { write: (line) => void lines.push(line) });
  const last = () => JSON.parse(lines.at(-1) ?? '{}');
  return { lines, log, last };
}

function expectNobodyIn(lines: readonly string[]): void {
  for (const planted of PLANTED) expect(lines.join('\n')).not.toContain(planted);
}

test('an error is told with its kind, message, stack and causes, under whichever name it is logged', () => {
  const { log, last } = collected();
  const error = new Error('the store is away', { cause: new TypeError('socket closed') });
  for (const field of ['err', 'error', 'failure']) {
    log.error({ [field]: error, workflowId: 'claim/STN-ABCDE-FGHJK' }, 'activity failed');
    expect(last()[field]).toMatchObject({
      type: 'Error',
      message: 'the store is away',
      stack: expect.stringContaining('log.test'),
      cause: { type: 'TypeError', message: 'socket closed' },
    });
    expect(last()).toMatchObject({ workflowId: 'claim/STN-ABCDE-FGHJK', msg: 'activity failed', process: 'uji' });
  }
  log.error(error);
  expect(last()).toMatchObject({ err: { message: 'the store is away' }, msg: 'the store is away' });
  log.error({ err: error });
  expect(last()).toMatchObject({ msg: 'the store is away' });
});

test('a person in the fields, in lists of lists, ten objects down, in an error, in its causes or in a child’s fields names nobody', () => {
  const { log, lines } = collected();
  const deep = { claim: { claimId: 'STN-ABCDE-FGHJK', heirs: [PERSON, [[{ person: PERSON }]]], a: { b: { c: { d: { e: PERSON } } } } } };
  log.info(deep, 'told');
  log.info({ claimId: 'STN-ABCDE-FGHJK', ...PERSON }, 'told');
  log.warn({ people: [PERSON.name, PERSON.nik, PERSON.kpj], phones: { first: PERSON.phone } }, 'told');
  const cause = Object.assign(new Error(`no account ${PERSON.accountNumber} of ${PERSON.name}`), { heirs: [PERSON] });
  const failure = Object.assign(new Error(`NIK ${PERSON.nik}, ${PERSON.holderName}`, { cause }), { details: [PERSON], keyValue: PERSON });
  log.error({ error: failure }, 'activity failed');
  log.error(failure);
  log.error({ errors: [new AggregateError([failure], PERSON.phone, { cause: PERSON })] }, 'several');
  log
    .child({ person: PERSON })
    .child({ more: [PERSON] })
    .info({ reqId: 'a' }, `dari ${PERSON.phone}`);
  log.info('%s telah melapor, %o', PERSON.nik, { heir: PERSON });
  expect(lines).toHaveLength(8);
  expectNobodyIn(lines);
  expect(lines.join('')).toContain('STN-ABCDE-FGHJK');
});

test('what a database says of its input names nobody', () => {
  const said = `E11000 duplicate key error collection: santun.people index: n dup key: { name: "${PERSON.name}", nik: "${PERSON.nik}" }`;
  expect(openText(said)).toBe('E11000 duplicate key error collection: santun.people index: n dup key: { name: "•••", nik: "•••" }');
});

test('a field nobody has thought about stays silent; ids, codes, counts and numbers of ours are told', () => {
  const { log, last } = collected();
  log.info({ brandNew: 'apa saja', seq: 12, attempt: 3, isLocal: false, counts: { missed: 2, revived: 0 }, why: 'SIGTERM' }, 'told');
  expect(last()).toMatchObject({
    brandNew: '•••',
    seq: 12,
    attempt: 3,
    isLocal: false,
    counts: { missed: 2, revived: 0 },
    why: 'SIGTERM',
  });
  log.info({ why: 'Ibu Yosefina menelepon', code: 5371994508990001 }, 'told');
  expect(last()).toMatchObject({ why: '•••' });
  expect(JSON.stringify(last())).not.toContain('5371994508990001');
});

test('a request is told without its query and headers', () => {
  const { log, last } = collected();
  const req = { method: 'GET', url: '/masuk/selesai?code=rahasia', ip: '127.0.0.1', headers: { authorization: 'Bearer rahasia' } };
  log.info({ req, res: { statusCode: 200, getHeaders: () => ({}) } }, 'incoming request');
  expect(last()).toMatchObject({ req: { method: 'GET', url: '/masuk/selesai', remoteAddress: '127.0.0.1' }, res: { statusCode: 200 } });
  expect(JSON.stringify(last())).not.toContain('rahasia');
});

test.each([
  ['payout STN0123456789ABCDEF0123456789ABCDEF01234567I1 is unknown'],
  ['the bank does not give its statement of 2026-11-20: time-out'],
  ['listening on 192.168.100.200:27017 since 2026-11-20T10:00:00.000Z'],
  ['workflow 019a5b3c-1111-7222-8333-444455556666 of claim/STN-ABCDE-FGHJK'],
  ['code 16908292 after 12000 ms'],
])('ids, days and addresses stay readable: %s', (text) => {
  expect(openText(text)).toBe(text);
});

test('numbers of people are taken out of sentences, however they are written', () => {
  for (const written of [
    PERSON.nik,
    '53.7199.450899.0001',
    '5371 9945 0899 0001',
    PERSON.phone,
    '0812 0000 0001',
    '05-08-1999',
    '5 Agustus 1999',
  ]) {
    expect(openText(`kepada ${written}, segera`)).toBe('kepada •••, segera');
  }
});
