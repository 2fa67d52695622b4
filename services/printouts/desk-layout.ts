import { createHash } from 'node:crypto';
import { formatRupiah } from '#domain/format/rupiah.ts';
import type { Actor } from '#domain/people/actor.ts';
import { text } from '#locales/text.ts';
import { type Html, html } from './html.ts';

const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{font:14px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#1c2430;background:#eef2f6;margin:0}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem 1rem;z-index:1}
header{background:#14507d;color:#fff}
header>div{max-width:72rem;margin:0 auto;padding:.5rem 1.5rem;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center}
header b{font-size:1rem}header nav{display:flex;flex-wrap:wrap;gap:0 1.25rem;flex:1}
header a{color:#fff;padding:.5rem 0;text-decoration:none}header a:hover,header a[aria-current]{text-decoration:underline;text-underline-offset:4px}
header form{display:flex;gap:.75rem;align-items:center;margin:0}
header button{background:transparent;border:1px solid #fff;margin:0;padding:.25rem .75rem;min-height:32px}
main{max-width:72rem;margin:1.5rem auto;background:#fff;padding:1.25rem 1.5rem 2rem;border-radius:8px}
h1{font-size:1.4rem;line-height:1.3;margin:.25rem 0}
h2{font-size:1rem;color:#14507d;margin:1.75rem 0 .25rem}
h3{font-size:1rem;margin:1.75rem 0 .25rem;overflow-wrap:anywhere}
p{margin:.25rem 0 .5rem;overflow-wrap:anywhere}
a{color:#14507d}.links{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:.5rem 0}.links a{padding:.25rem 0}
small,.small{color:#4a5666;font-size:.8125rem}
.verdict{font-size:1.15rem;font-weight:600;margin:1rem 0 .25rem;padding:.75rem 1rem;border-radius:6px;background:#fdf3e1}
.verdict.good{background:#e3f2e8}.verdict.wait{background:#e8f0f7}
.note{padding:.75rem 1rem;background:#fdf3e1;border-radius:6px}.done{padding:.75rem 1rem;background:#e3f2e8;border-radius:6px}
.wide{overflow-x:auto}
table{width:100%;border-collapse:collapse;margin:.25rem 0}
caption{text-align:left;color:#4a5666;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-top:1px solid #d5dce5;font-weight:400}
thead th{color:#4a5666;font-weight:600}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.figures{max-width:44rem}
.sum th,.sum td{font-weight:600;border-top:2px solid #5b6675}
dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.25rem 1rem;margin:.5rem 0}dt{color:#4a5666}dd{margin:0;overflow-wrap:anywhere}
label{display:block;font-weight:600;margin:.75rem 0 .1rem}
input,select,textarea{font:inherit;min-height:36px;padding:.35rem .6rem;border:1px solid #5b6675;border-radius:6px;max-width:100%}
textarea{width:min(100%,44rem);min-height:5rem;display:block}
button{font:inherit;font-weight:600;margin:.75rem 0 0;padding:.4rem 1.25rem;min-height:36px;border:0;border-radius:6px;background:#14507d;color:#fff;cursor:pointer}
.filter{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:end}
.case{border:1px solid #d5dce5;border-radius:6px;padding:.25rem 1rem 1rem;margin:.75rem 0}
:focus-visible{outline:3px solid #b45309;outline-offset:2px}
footer{max-width:72rem;margin:0 auto 2rem;padding:0 1.5rem;color:#4a5666;font-size:.8125rem}
@media(max-width:40rem){main,header>div{padding-left:1rem;padding-right:1rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media(max-width:48rem){.cards thead{position:absolute;left:-99rem}.cards tr{display:block;border-top:2px solid #5b6675;padding:.5rem 0}.cards td{display:block;border:0;padding:.15rem 0;text-align:left}.cards td[data-l]:not(:empty)::before{content:attr(data-l) ": ";color:#4a5666}}
@media print{@page{size:A4;margin:14mm}body,main{background:#fff;font-size:10pt}header,.links,.filter,form{display:none}main{margin:0;padding:0;max-width:none}.wide{overflow:visible}a{color:inherit;text-decoration:none}tr,.case{break-inside:avoid}.verdict{border:1px solid #5b6675}}`;

/** The one style a browser may apply to the pages of people at a desk. */
export const DESK_STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

/** `session`: number of the signing in; absent of cookies of earlier releases. */
export type Visitor = { readonly actor: Actor; readonly csrf: string; readonly session?: string };

type Desk = { readonly title: string; readonly body: Html; readonly visitor?: Visitor; readonly here?: string; readonly foot?: string };

const SECTIONS = [
  ['/pencocokan', 'desk.days'],
  ['/laporan/pembayaran', 'desk.payments'],
  ['/laporan/risiko', 'desk.risk'],
] as const;

/** One file without script: what is proven here has to print and to be read aloud. */
export function deskPage({ title, body, visitor, here, foot }: Desk): Html {
  return html`<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title} · Santun</title><style>${{ html: STYLE }}</style></head>
<body><a class="skip" href="#isi">${text('desk.skip')}</a>
<header><div><b>Santun</b>${visitor ? navigation(visitor, here) : undefined}</div></header>
<main id="isi">${body}</main>${foot === undefined ? undefined : html`<footer>${foot}</footer>`}</body></html>
`;
}

function navigation({ actor, csrf }: Visitor, here?: string): Html {
  const links = SECTIONS.map(
    ([address, name]) => html`<a href="${address}"${here === address ? html` aria-current="page"` : undefined}>${text(name)}</a>`,
  );
  const who = text('desk.signedInAs', { name: actor.name, role: text(`role.${actor.role}`) });
  return html`<nav aria-label="${text('desk.nav')}">${links}</nav><form method="post" action="/keluar"><span>${who}</span>${tokenField(csrf)}<button>${text('desk.signOut')}</button><button name="di" value="semua">${text('desk.signOutAll')}</button></form>`;
}

export function tokenField(csrf: string): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}">`;
}

export function rupiahCell(amount: number | undefined, label?: string): Html {
  return html`<td class="n"${label === undefined ? undefined : html` data-l="${label}"`}>${amount === undefined ? '' : formatRupiah(amount)}</td>`;
}

export function countCell(count: number | undefined): Html {
  return html`<td class="n">${count ?? ''}</td>`;
}

export function headCells(...labels: readonly (string | readonly [label: string, isFigure: 'n'])[]): Html {
  const cells = labels.map((label) =>
    typeof label === 'string' ? html`<th scope="col">${label}</th>` : html`<th scope="col" class="n">${label[0]}</th>`,
  );
  return html`<thead><tr>${cells}</tr></thead>`;
}

/** Wider than a phone; reached and moved by keyboard as well. */
export function wide(label: string, table: Html): Html {
  return html`<div class="wide" role="region" tabindex="0" aria-label="${label}">${table}</div>`;
}

/** A word instead of a page, with one way on. */
export function deskNotice(title: string, body: string, on: { readonly href: string; readonly label: string }, more?: string): Html {
  const detail = more === undefined ? undefined : html`<p class="small">${more}</p>`;
  return deskPage({ title, body: html`<h1>${title}</h1><p>${body}</p><p><a href="${on.href}">${on.label}</a></p>${detail}` });
}
