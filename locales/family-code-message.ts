import { text } from './text.ts';

/** One plain short message. */
const MOST_LETTERS = 160;

/** No name, no amount, no cause: a telephone lies about. The address is told while it fits. */
export function familyCodeMessage(claim: string, code: string, publicUrl: string): string {
  const whole = text('message.family-code', { claim, code, address: publicUrl.replace(/\/$/, '') });
  return publicUrl !== '' && whole.length <= MOST_LETTERS ? whole : text('message.family-code.short', { claim, code });
}
