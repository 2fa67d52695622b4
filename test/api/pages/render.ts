import { claimPage } from '#api/pages/claim-page.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { ACCOUNT_REF, type Told } from '../claims-at.ts';

export const SECRET = 'KODEUJI2';
export const ACCOUNT_NUMBER = '1300000001234';

/** The family's page of a claim, as it would be sent. */
export function renderPage({ claim, journal }: Told, now = '2026-03-25T03:00:00Z'): string {
  const accountNumbers = new Map([[ACCOUNT_REF, ACCOUNT_NUMBER]]);
  return claimPage({ claim, journal, secret: SECRET, calendar: NTT_2026, now: instant(now), accountNumbers }).html;
}

/** What a person sees or hears of it, without tags and hidden fields. */
export function visibleText(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  return body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
