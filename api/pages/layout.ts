import { createHash } from 'node:crypto';
import { text } from '#locales/text.ts';
import { type Html, html } from '#services/printouts/html.ts';

const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{font:16px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#1c2430;background:#eef2f6;margin:0}
main{max-width:40rem;margin:0 auto;background:#fff;padding:1rem 1rem 2rem;min-height:100vh}
h1{font-size:1.35rem;line-height:1.3;margin:.25rem 0 .5rem}
h1 span{white-space:nowrap}
details{margin-bottom:1rem}
h2{font-size:1rem;color:#14507d;margin:1.75rem 0 .25rem;padding-top:1rem;border-top:1px solid #d5dce5}
p{margin:.25rem 0 .5rem;overflow-wrap:anywhere}
ul{margin:.25rem 0;padding:0;list-style:none}
li{padding:.4rem 0;overflow-wrap:anywhere}
label{display:block;margin:1rem 0 .1rem;font-weight:600}
small,.small,time{color:#4a5666;font-size:.875rem}
input{font:inherit;font-size:1.1rem;letter-spacing:.05em;width:100%;min-height:48px;padding:.5rem .75rem;border:1px solid #5b6675;border-radius:6px}
button{font:inherit;font-weight:600;margin:1.25rem 0 .5rem;padding:.6rem 1.5rem;min-height:48px;border:0;border-radius:6px;background:#14507d;color:#fff}
a{color:#14507d}
a,summary{display:inline-block;padding:.6rem 0;min-height:44px}
summary{cursor:pointer;text-decoration:underline;display:list-item;color:#14507d}
:focus-visible{outline:3px solid #b45309;outline-offset:2px}
.where{font-size:1.2rem;line-height:1.4;font-weight:600;margin:1rem 0;padding:.75rem 1rem;background:#e8f0f7;border-radius:6px}
.note{padding:.75rem 1rem;background:#fdf3e1;border-radius:6px}
.sum{font-size:1.15rem;font-weight:600}
li time{display:block}
table{width:100%;border-collapse:collapse;font-size:.875rem;margin:.25rem 0}
caption{text-align:left;padding:.25rem 0;color:#4a5666}
th,td{text-align:left;vertical-align:top;padding:.35rem .5rem .35rem 0;border-top:1px solid #d5dce5;font-weight:400}
th{color:#4a5666}
.due td,.due th{font-weight:600;color:#1c2430}
@media(min-width:48rem){main{margin:2rem auto;padding:1.5rem 2.5rem 2.5rem;min-height:0;border-radius:8px}li.row{display:grid;grid-template-columns:13.5rem 1fr}button{min-width:12rem}}
@media print{body,main{background:#fff}main{padding:0;margin:0;max-width:none}form{display:none}details::details-content{display:block;content-visibility:visible}}`;

/** The one style a browser may apply to a page of ours; whatever else slipped into a page stays without effect. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

/** One file, no script, no image: it has to come through on 2G and be read aloud. */
export function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${{ html: STYLE }}</style></head>
<body><main>${body}</main></body></html>
`;
}

/** Where to turn to, in the same place on every page. */
export function help(): Html {
  return html`<h2>${text('page.help')}</h2><p>${text('page.help.text')}</p><p>${text('page.help.further')}</p><p class="small">${text('page.help.free')}</p>`;
}
