import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSource, place } from '#cli/source.ts';

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'santun-explain-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, '.run', name), { recursive: true });
    writeFileSync(join(root, '.run', name, 'env.json'), content);
  }
  return root;
}

const written = (url: string): string => JSON.stringify({ SANTUN_MONGO_URL: url, SANTUN_PERSON_KEY: 'x' });

test('what the environment says goes before anything that runs here', () => {
  const root = folder({ start: written('mongodb://127.0.0.1:1/start') });
  expect(findSource({ SANTUN_MONGO_URL: 'mongodb://127.0.0.1:9/santun' }, root)).toEqual({
    url: 'mongodb://127.0.0.1:9/santun',
    name: 'SANTUN_MONGO_URL, 127.0.0.1:9/santun',
  });
});

test('a system started by npm start is found, before one of npm run demo', () => {
  const both = folder({ start: written('mongodb://127.0.0.1:1/start'), demo: written('mongodb://127.0.0.1:2/demo') });
  expect(findSource({}, both)).toMatchObject({ url: 'mongodb://127.0.0.1:1/start', name: expect.stringContaining('npm start') });
  expect(findSource({}, folder({ demo: written('mongodb://127.0.0.1:2/demo') }))).toMatchObject({ url: 'mongodb://127.0.0.1:2/demo' });
});

test('where nothing runs, or its file is half written, there is nothing to read', () => {
  expect(findSource({}, folder({}))).toBeUndefined();
  expect(findSource({ SANTUN_MONGO_URL: '  ' }, folder({ start: '{"SANTUN_MONGO_' }))).toBeUndefined();
});

test('a password in an address is never shown', () => {
  expect(place('mongodb://santun:ra:ha@sia@db.contoh:27017,db2.contoh/santun?replicaSet=rs0')).toBe('db.contoh:27017,db2.contoh/santun');
  expect(place('mongodb+srv://u:p@db.contoh/santun')).toBe('db.contoh/santun');
  expect(place('nonsense with password')).toBe('alamat yang tidak dapat dibaca');
});
