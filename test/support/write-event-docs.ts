import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breaksSinceCommitted, EVENT_DOCS, expectedEventDocs } from './event-docs.ts';

// Run by hand after a change of schemas/events: node test/support/write-event-docs.ts && npx biome check --write docs/events
const breaks = breaksSinceCommitted();
if (breaks.length > 0) {
  console.error(`Not written: this needs a new major version of the event.\n  ${breaks.join('\n  ')}`);
  process.exit(1);
}
mkdirSync(EVENT_DOCS, { recursive: true });
for (const [file, content] of Object.entries(expectedEventDocs())) {
  writeFileSync(join(EVENT_DOCS, file), `${JSON.stringify(content, null, 2)}\n`);
}
