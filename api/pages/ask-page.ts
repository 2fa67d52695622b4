import { type TextId, text } from '#locales/text.ts';
import { type Html, html } from '#services/printouts/html.ts';
import { help, page } from './layout.ts';

/** The form, and the form again with what was wrong; the number typed is kept, the code never. */
export function askPage({ number = '', isUnknown = false }: { readonly number?: string; readonly isUnknown?: boolean } = {}): Html {
  const problem = isUnknown ? html`<p class="note" id="problem" role="alert">${text('page.unknown')}</p>` : undefined;
  const described = isUnknown ? html` aria-describedby="problem secret-hint"` : html` aria-describedby="secret-hint"`;
  return page(
    text('page.title'),
    html`<h1>${text('page.title')}</h1><p>${text('page.ask')}</p>${problem}
<form method="post" action="/status">
<label for="claim">${text('page.number')}</label><small id="claim-hint">${text('page.number.hint')}</small>
<input id="claim" name="claim" value="${number}" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="claim-hint" required>
<label for="secret">${text('page.secret')}</label><small id="secret-hint">${text('page.secret.hint')}</small>
<input id="secret" name="secret" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"${described} required>
<button>${text('page.open')}</button></form>${help()}`,
  );
}

/** Why there is no status to see, in words, with the way back. */
export function noticePage(titleId: TextId, bodyId: TextId, values: Readonly<Record<string, string>> = {}): Html {
  return page(
    text(titleId),
    html`<h1>${text(titleId)}</h1><p>${text(bodyId, values)}</p><p><a href="/status">${text('page.back')}</a></p>${help()}`,
  );
}
