import { claimIn } from '../../factories/claim-paths.ts';
import { APPROVER, ClaimFile, DAY, OFFICER, SUPERVISOR } from '../../factories/claims.ts';

const RUNG = 'first-look:1:100';
const ACKNOWLEDGE = { type: 'acknowledgeEscalation', rungKey: RUNG, reason: 'Petugas sakit, klaim dialihkan.' } as const;

function late(): ClaimFile {
  const file = new ClaimFile();
  file.at += 3 * DAY;
  file.ring();
  return file;
}

describe('acknowledging an escalation', () => {
  test('the supervisor acknowledges with a reason, and the record says who and when', () => {
    const file = late();
    expect(file.give(SUPERVISOR, { ...ACKNOWLEDGE, reason: ` ${ACKNOWLEDGE.reason} ` })).toMatchObject([
      { type: 'sla.escalation-acknowledged', rungKey: RUNG, reason: ACKNOWLEDGE.reason },
    ]);
    expect(file.state.rungs[0]).toMatchObject({ key: RUNG, mustAcknowledge: true, acknowledgedBy: SUPERVISOR, acknowledgedAt: file.at });
  });

  test('what is acknowledged already stays acknowledged by the first', () => {
    const file = late();
    file.give(SUPERVISOR, ACKNOWLEDGE);
    expect(file.give({ ...SUPERVISOR, id: 'penyelia-2' }, ACKNOWLEDGE)).toEqual([]);
    expect(file.state.rungs[0]?.acknowledgedBy).toEqual(SUPERVISOR);
  });

  test('an escalation this claim never had is refused', () => {
    expect(new ClaimFile().refusal(SUPERVISOR, ACKNOWLEDGE)).toEqual({
      refused: 'clock-unknown',
      text: 'Eskalasi itu tidak ada pada klaim ini.',
      rule: 'rules.md section 7: ladder',
    });
  });

  test('an acknowledgement that says nothing is refused', () => {
    expect(late().refusal(SUPERVISOR, { ...ACKNOWLEDGE, reason: ' ' })).toEqual({
      refused: 'invalid-command',
      text: 'Tulis alasan dan tindak lanjutnya.',
      rule: 'reason',
    });
  });

  test.each([OFFICER, APPROVER])('not by those who are late themselves: $role', (actor) => {
    expect(late().refusal(actor, ACKNOWLEDGE)).toEqual({
      refused: 'not-your-role',
      text: 'Tindakan ini dilakukan oleh penyelia.',
      rule: 'rules.md section 7: ladder',
    });
  });

  test('possible as long as anything is open, and no longer when all is decided', () => {
    for (const status of ['registered', 'collecting', 'verifying', 'recommended', 'paying'] as const) {
      expect(claimIn(status).refusal(SUPERVISOR, ACKNOWLEDGE).refused).toBe('clock-unknown');
    }
    for (const status of ['closed', 'rejected'] as const) {
      expect(claimIn(status).refusal(SUPERVISOR, ACKNOWLEDGE).refused).toBe('not-allowed-in-status');
    }
  });
});
