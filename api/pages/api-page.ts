import type { Described, Field, Operation } from '#api/description.ts';
import { text } from '#locales/text.ts';
import { deskPage, headCells, wide } from '#services/printouts/desk-layout.ts';
import { type Html, html } from '#services/printouts/html.ts';

/** The description of the API for people who connect a system, by area, without script. */
export function apiPage({ version, areas }: Described, file: string): Html {
  const contents = areas.map(({ area }) => html`<a href="#${area}">${area}</a>`);
  return deskPage({
    title: text('api.title'),
    body: html`<h1>${text('api.title')}</h1><p>${text('api.lead', { version })}</p>
<p><a href="${file}">openapi.json</a></p><nav class="links" aria-label="${text('api.areas')}">${contents}</nav>
${areas.map(({ area, operations }) => html`<section id="${area}"><h2>/${area}</h2>${operations.map(operationOf)}</section>`)}`,
  });
}

function operationOf({ method, path, about, roles, fields }: Operation): Html {
  const table = html`<table>${headCells(text('api.field'), text('api.shape'), text('api.meaning'))}<tbody>${fields.map(rowOf)}</tbody></table>`;
  return html`<h3><code>${method} ${path}</code></h3><p>${about}</p><p class="small">${text('api.roles', { roles: roles.join(', ') })}</p>${
    fields.length === 0 ? undefined : wide(`${method} ${path}`, table)
  }`;
}

function rowOf({ name, place, isRequired, shape, meaning }: Field): Html {
  const where = text(isRequired ? 'api.required' : 'api.optional', { place: text(`api.place.${place}`) });
  return html`<tr><th scope="row"><code>${name}</code><br><small>${where}</small></th><td>${shape}</td><td>${meaning}</td></tr>`;
}
