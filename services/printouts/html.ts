/** Server-made HTML: every value put into a template is escaped unless it is itself a template. */
export type Html = { readonly html: string };

type Value = string | number | Html | readonly Html[] | undefined;

export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.reduce((page, part, index) => page + part + (index < values.length ? render(values[index]) : ''), '') };
}

function render(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return 'html' in value ? value.html : value.map(({ html: piece }) => piece).join('');
  return escapeHtml(String(value));
}

export function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
