/** The same text for the same content, whatever order its fields came in; ASCII, as our hash takes it. */
export function canonical(content: unknown): string {
  const sorted = (one: unknown): unknown =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one;
  const text = JSON.stringify(content, (_key, one: unknown) => sorted(one)) ?? '';
  return text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
