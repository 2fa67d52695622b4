import { logLevel } from 'kafkajs';
import { kafkaLogCreator } from '#adapters/kafka/kafka-log.ts';

function levelOf(level: logLevel, message: string, fields: Record<string, unknown> = {}): string {
  const said: string[] = [];
  const write = kafkaLogCreator((ours) => void said.push(ours))();
  write({ namespace: 'Connection', level, label: '', log: { timestamp: '', message, ...fields } });
  return said.join();
}

test.each([
  ['Response GroupCoordinator(key: 10, version: 2)', { error: 'The group coordinator is not available' }],
  ['Response JoinGroup(key: 11, version: 5)', { error: "The coordinator is loading and hence can't process requests for this group" }],
  ['Response ListOffsets(key: 2, version: 3)', { error: 'This server is not the leader for that topic-partition' }],
  ['Failed to connect to broker, reconnecting', { retryCount: 1, retryTime: 200 }],
  ['The group is rebalancing, re-joining', {}],
])('%s passes by itself and is told at debug', (message, fields) => {
  expect(levelOf(logLevel.ERROR, message, fields)).toBe('debug');
});

test('an offset out of range is an error: events may have been deleted before we saw them', () => {
  expect(levelOf(logLevel.ERROR, 'Offset out of range, resetting to default offset')).toBe('error');
});

test('a refused login is an error', () => {
  expect(levelOf(logLevel.ERROR, 'Response SaslAuthenticate', { error: 'SASL Authentication failed' })).toBe('error');
});

test('chatter is told at debug', () => {
  expect(levelOf(logLevel.INFO, 'Pausing fetching from 1 topics')).toBe('debug');
});
