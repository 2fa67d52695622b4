import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentBuildId } from '#boot/build-id.ts';

function release(more: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'santun-build-'));
  const files = { 'domain/a.ts': '1', 'domain/deep/b.ts': '2', 'workflows/index.ts': '3', ...more };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return root;
}

test('two copies of a release have one name, wherever they lie', () => {
  const root = release();
  const copy = mkdtempSync(join(tmpdir(), 'santun-build-'));
  cpSync(root, copy, { recursive: true });
  expect(contentBuildId(copy)).toBe(contentBuildId(root));
  expect(contentBuildId(root)).toMatch(/^[0-9a-f]{12}$/);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['a changed rule', { 'domain/deep/b.ts': '2 ' }],
  ['a new workflow', { 'workflows/new.workflow.ts': '' }],
  ['the same text in another file', { 'domain/a.ts': '', 'domain/b.ts': '1' }],
])('%s makes another release', (_what, change) => {
  expect(contentBuildId(release(change))).not.toBe(contentBuildId(release()));
});

test('activities, adapters and texts may change under a claim without making another release of it', () => {
  expect(contentBuildId(release({ 'activities/x.ts': '4', 'domain/notes.md': '5' }))).toBe(contentBuildId(release()));
});
