import {
  checksCause,
  eventCause,
  heardBefore,
  ownIdOf,
  personCause,
  pressedBefore,
  refuseForeignId,
  remember,
  systemCause,
} from '#domain/cause.ts';
import { newsId } from '#domain/money/payout/news-id.ts';

const NEWS = newsId({ payoutId: 'STN-AAAAA-BBBBB.1.jkm.once.heirs', issue: 1 }, { state: 'confirmed' });
const BODY = { type: 'declareComplete' };

/** All that somebody could type or choose as the number of a command. */
const HOSTILE = [
  NEWS,
  NEWS.slice('bank/'.length),
  'checks/7',
  'checks:7',
  'system/alarm',
  'alarm',
  'event//bpr/1',
  'x/../bank/y',
  '%2F',
  'a',
];

describe('ids live in name spaces', () => {
  test.each(HOSTILE)('no person can use up an id of the bank, of an event or of ours by choosing "%s"', (id) => {
    const taken = [personCause('staf.bpr', id, BODY)];
    const others = [NEWS, checksCause(7), systemCause('alarm'), systemCause('calendar:NTT:2'), eventCause('/bpr', '1')];
    for (const other of others) expect([other, heardBefore(taken, other)]).toEqual([other, 'new']);
  });

  test.each(HOSTILE)('an id is given back as its person typed it: "%s"', (id) => {
    expect(ownIdOf(personCause('staf/bpr%', id, BODY))).toBe(id);
    expect(ownIdOf(eventCause('/partners/bpr', id))).toBe(id);
  });

  test('a name with a slash is not another name and a longer id', () => {
    expect(personCause('a', 'b/c', BODY)).not.toBe(personCause('a/b', 'c', BODY));
    expect(eventCause('/a', 'b/c')).not.toBe(eventCause('/a/b', 'c'));
  });

  test('the same press again is a repeat, in whatever order its fields come', () => {
    const one = personCause('petugas-1', 'tekan-1', { type: 'triageCause', reason: 'Sakit – “jantung”.' });
    expect(heardBefore([one], personCause('petugas-1', 'tekan-1', { reason: 'Sakit – “jantung”.', type: 'triageCause' }))).toBe('repeat');
  });

  test('a used id with another content, or by another person, is never answered as done', () => {
    const used = [personCause('petugas-1', 'tekan-1', BODY)];
    expect(heardBefore(used, personCause('petugas-1', 'tekan-1', { type: 'withdraw', reason: 'x' }))).toBe('reused');
    expect(heardBefore(used, personCause('petugas-2', 'tekan-1', BODY))).toBe('reused');
    expect(heardBefore(used, personCause('petugas-2', 'tekan-2', BODY))).toBe('new');
  });

  test('the same event id from another source is another event', () => {
    expect(heardBefore([eventCause('/partners/bpr', 'e-1')], eventCause('/partners/ksp', 'e-1'))).toBe('new');
  });

  test('what a claim heard before there were name spaces is still known when it comes again', () => {
    const old = ['tekan-1', 'death-1', NEWS.slice('bank/'.length), 'calendar:NTT:2'];
    const again = [personCause('petugas-1', 'tekan-1', BODY), eventCause('/bpr', 'death-1'), NEWS, systemCause('calendar:NTT:2')];
    expect(again.map((cause) => heardBefore(old, cause))).toEqual(['repeat', 'repeat', 'repeat', 'repeat']);
  });

  test('a command that claims an id of another space or person is refused', () => {
    const foreign = [NEWS, checksCause(1), systemCause('alarm'), eventCause('/bpr', '1'), personCause('petugas-2', 'tekan-1', BODY)];
    expect(foreign.map((cause) => refuseForeignId(cause, 'petugas-1')?.refused)).toEqual(foreign.map(() => 'invalid-command'));
    expect(refuseForeignId(personCause('petugas-1', 'tekan-1', BODY), 'petugas-1')).toBeUndefined();
  });
});

describe('what is remembered', () => {
  const remembering = (causes: readonly string[], more: readonly string[]) =>
    more.reduce<readonly string[]>((all, one) => remember(all, one), causes);

  test('two thousand presses of one person make a claim forget neither the bank nor anybody else’s press', () => {
    const kept = [NEWS, eventCause('/bpr', 'death-1'), personCause('petugas-1', 'tekan-1', BODY), 'old-id'];
    const flood = Array.from({ length: 2_000 }, (_, index) => personCause('staf.bpr', `banjir-${index}`, BODY));
    const all = remembering(kept, flood);
    expect(all).toEqual(expect.arrayContaining(kept));
    expect(all.length).toBeLessThan(320);
  });

  test('ids of older journals are kept as they always were: the latest two hundred', () => {
    const bare = Array.from({ length: 250 }, (_, index) => `lama-${index}`);
    expect(remembering([], bare)).toEqual(bare.slice(-200));
  });
});

test('a press among kept steps is known by person, number and content', () => {
  const done = { by: 'penyelia-1', commandId: 'tekan-1', content: { step: 'closed', reason: 'Sudah dicek.' } };
  expect(pressedBefore([done], done)).toBe('repeat');
  expect(pressedBefore([done], { ...done, commandId: 'tekan-2' })).toBe('new');
  expect(pressedBefore([done], { ...done, by: 'penyelia-2' })).toBe('reused');
  expect(pressedBefore([done], { ...done, content: { step: 'explained', reason: 'Sudah dicek.' } })).toBe('reused');
});
