import fc from 'fast-check';
import { askPage, noticePage } from '#api/pages/ask-page.ts';
import { html } from '#services/printouts/html.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { visibleText } from './render.ts';

describe('the form', () => {
  test('posts, so that neither number nor code ever stands in an address', () => {
    expect(askPage().html).toContain('<form method="post" action="/status">');
  });

  test.each(['claim', 'secret'])('has a label and a hint for %s', (field) => {
    const page = askPage().html;
    expect(page).toContain(`<label for="${field}">`);
    expect(page).toMatch(new RegExp(`<input id="${field}" name="${field}"[^>]* aria-describedby="${field}-hint"[^>]* required>`));
    expect(page).toContain(`id="${field}-hint"`);
  });

  test('keeps the number that was typed and says what to do, but never gives a code back', () => {
    const page = askPage({ number: 'STN-ABCDE-FGHJK', isUnknown: true }).html;
    expect(page).toContain('value="STN-ABCDE-FGHJK"');
    expect(visibleText(page)).toContain('Nomor klaim atau kode rahasia tidak cocok.');
    expect(/<input id="secret"[^>]*>/.exec(page)?.[0]).not.toContain('value=');
  });

  test('whatever is typed as a number stays inside its field', () => {
    const typings = fc.oneof(fc.string(), fc.constantFrom('"><script>', "' onfocus='x", '</title>', '&quot;', '<!--'));
    const [before = '', after = ''] = askPage({ isUnknown: true }).html.split('value=""');
    fc.assert(
      fc.property(typings, (typed) => {
        const page = askPage({ number: typed, isUnknown: true }).html;
        expect(page.startsWith(`${before}value="`) && page.endsWith(`"${after}`)).toBe(true);
        expect(page.slice(before.length + 7, page.length - after.length - 1)).not.toMatch(/[<>"']/);
      }),
      { numRuns: propertyRuns },
    );
  });
});

test('a notice says what happened and the way back', () => {
  const page = noticePage('page.tooMany.title', 'page.tooMany').html;
  expect(visibleText(page)).toContain('tunggu satu menit lalu coba lagi');
  expect(page).toContain('<a href="/status">');
});

test('a template escapes every value that is not itself a template, also in a list', () => {
  const page = html`<p>${'<b>'}${html`<i>${'&'}</i>`}${[html`${"'"}`]}${undefined}${0}</p>`;
  expect(page.html).toBe('<p>&lt;b&gt;<i>&amp;</i>&#39;0</p>');
});
