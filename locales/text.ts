import id from './id.json' with { type: 'json' };

/** Every text people read, by id; a missing id is a type error. */
export type TextId = keyof typeof id;

/** The sentence of an id, with `{name}` replaced from `values`. */
export function text(textId: TextId, values: Readonly<Record<string, string>> = {}): string {
  return id[textId].replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** For ids put together from data: whether there is such a text. */
export function isTextId(textId: string): textId is TextId {
  return Object.hasOwn(id, textId);
}
