import { DEMO_USERS } from './users.ts';

const STYLE = `body{font:16px/1.55 system-ui,"Segoe UI",Roboto,sans-serif;color:#1c2430;background:#eef2f6;margin:0}
main{max-width:30rem;margin:2rem auto;background:#fff;padding:1.5rem 2rem;border-radius:8px}
.demo{background:repeating-linear-gradient(45deg,#fdf3e1,#fdf3e1 12px,#fbe6bf 12px,#fbe6bf 24px);padding:.5rem 2rem;margin:-1.5rem -2rem 1rem;font-weight:600;border-radius:8px 8px 0 0}
fieldset{border:0;padding:0;margin:0}legend{font-weight:600;padding:0}
.person{display:block;padding:.35rem 0;min-height:28px}.person small{color:#4a5666}
label[for]{display:block;font-weight:600;margin-top:1rem}input[type=password]{font:inherit;width:100%;box-sizing:border-box;min-height:44px;padding:.5rem}
button{font:inherit;font-weight:600;margin-top:1.25rem;padding:.6rem 1.5rem;min-height:44px;border:0;border-radius:6px;background:#14507d;color:#fff}
.note{padding:.75rem 1rem;background:#fdf3e1;border-radius:6px}:focus-visible{outline:3px solid #b45309;outline-offset:2px}`;

const escapeHtml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Choose a demo person, type the one demo password. What was asked for travels along in the form. */
export function signInPage(asked: Readonly<Record<string, string>>, problem?: string): string {
  const hidden = Object.entries(asked).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const people = DEMO_USERS.map(
    ({ username, name }, index) =>
      `<label class="person"><input type="radio" name="username" value="${username}"${index === 0 ? ' required' : ''}> ${name} <small>${username}</small></label>`,
  );
  const note = problem === undefined ? '' : `<p class="note" role="alert">${escapeHtml(problem)}</p>`;
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Masuk peragaan</title><style>${STYLE}</style></head>
<body><main><p class="demo">MODE PERAGAAN</p><h1>Masuk peragaan</h1>${note}
<form method="post" action="/authorize">${hidden.join('')}
<fieldset><legend>Masuk sebagai</legend>${people.join('')}</fieldset>
<label for="password">Sandi peragaan</label><input id="password" type="password" name="password" autocomplete="current-password" maxlength="200" required>
<button>Masuk</button></form></main></body></html>
`;
}
