import type { CommandBody } from '#domain/claim/commands.ts';
import { isRefusal } from '#domain/refusal.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import { OFFICER, PAY, SPOUSE_ACCOUNT, typesOf } from '../../factories/claims.ts';

const TRIAGE: CommandBody = { type: 'triageCause', programme: 'jkm', reason: 'Sakit.' };
const WRONG: CommandBody = { ...SPOUSE_ACCOUNT, personId: 'anak' };

describe('what one person decides in one sitting', () => {
  const heirs = (people: readonly unknown[]): CommandBody => ({ type: 'resolveHeirs', people: people as never });

  test('each decision stands on the ones before: triage, heirs, account and recommendation at once', () => {
    const file = claimIn('verifying');
    const facts = file.sit(OFFICER, [TRIAGE, heirs(file.state.people), SPOUSE_ACCOUNT, PAY]);
    expect(isRefusal(facts) ? facts : typesOf(facts)).toEqual([
      'claim.cause-triaged',
      'claim.heirs-resolved',
      'claim.payee-confirmed',
      'claim.recommended',
      'sla.clock-started',
    ]);
    expect(file.state.status).toBe('recommended');
  });

  test('all of it or nothing: one that is refused keeps none, and says which', () => {
    const file = claimIn('verifying');
    const before = file.state;
    expect(file.sit(OFFICER, [TRIAGE, heirs(file.state.people), WRONG, PAY])).toEqual({
      refused: 'point-open',
      text: 'Keputusan ke-3: Penerima harus orang yang ditetapkan pada klaim ini: ahli waris, atau peserta sendiri. Belum ada keputusan yang disimpan.',
      rule: 'PP 44/2015 art. 40',
    });
    expect(file.state).toBe(before);
  });

  test('one decision alone is refused as itself', () => {
    const { text } = claimIn('verifying').sit(OFFICER, [PAY]) as { text: string };
    expect(text).toBe('Selesaikan dahulu: penetapan program JKM atau JKK.');
  });

  test('an empty sitting is refused', () => {
    expect(claimIn('verifying').sit(OFFICER, [])).toMatchObject({ refused: 'invalid-command', rule: 'commands' });
  });

  test('sent again it changes nothing, also where a part was kept before', () => {
    const file = claimIn('verifying');
    const bodies = [TRIAGE, heirs(file.state.people)];
    file.sit(OFFICER, bodies, ['a', 'b']);
    expect(file.sit(OFFICER, bodies, ['a', 'b'])).toEqual([]);
    const more = file.sit(OFFICER, [...bodies, SPOUSE_ACCOUNT], ['a', 'b', 'c']);
    expect(isRefusal(more) ? more : typesOf(more)).toEqual(['claim.payee-confirmed']);
  });

  test('every decision of it keeps its own receipt', () => {
    const file = claimIn('verifying');
    file.sit(OFFICER, [TRIAGE, heirs(file.state.people)]);
    const receipts = file.facts.slice(-2).map(({ receipt }) => receipt?.command.type);
    expect(receipts).toEqual(['triageCause', 'resolveHeirs']);
  });
});
