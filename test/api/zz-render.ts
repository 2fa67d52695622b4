import { writeFileSync } from 'node:fs';
import { askPage, noticePage } from '#api/pages/ask-page.ts';
import { TOLD_AT } from './claims-at.ts';
import { renderPage } from './pages/render.ts';

const out = (name: string, html: string) => {
  writeFileSync(`/tmp/h/shots/${name}.html`, html);
  console.log(name, Buffer.byteLength(html));
};
out('ask', askPage().html);
out('unknown', askPage({ number: 'STN-ABCDE-FGHJK', isUnknown: true }).html);
out('toomany', noticePage('page.tooMany.title', 'page.tooMany').html);
for (const [status, tell] of Object.entries(TOLD_AT)) out(status, renderPage(tell()));
out('late', renderPage(TOLD_AT.verifying(), '2026-03-30T03:00:00Z'));
