import { OFFICER, SUPERVISOR } from '../people-at-work.ts';
import { completeAt, type Scenario } from './scenario.ts';

/**
 * The promise counts calendar days and is due on joint leave, so its breach is told when the office opens again. Patience counts from the
 * telling, a moment after twelve: its four hours end in the next morning.
 */
const PROMISE_OVER_LEBARAN = {
  '50': '17 Mar 13:00',
  '75': '17 Mar 14:30',
  '100': '25 Mar 08:00',
  '+1': '25 Mar 12:00',
  '+3': '26 Mar 08:00',
} as const;

export const UNDISTURBED: readonly Scenario[] = [
  {
    title:
      'complete on Tuesday 17 March at 10.00 and nobody acts: the JKM limit ends on Friday 27 March, after Nyepi, Idulfitri and joint leave',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.around('17 Mar 13:00', '17 Mar 16:00', '19 Mar 00:00', '21 Mar 12:00');
      await claim.around('25 Mar 08:00', '26 Mar 09:00', '27 Mar 08:30');
      await claim.wake();
      await claim.around('27 Mar 16:00', '28 Mar 00:00', '30 Mar 12:00');
      await claim.to('5 Apr 12:00', '20 Apr 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '26 Mar 09:00', '75': '27 Mar 08:30', '100': '27 Mar 16:00', '+1': '30 Mar 12:00', '+3': '31 Mar 08:00' },
      'partner-promise:1': PROMISE_OVER_LEBARAN,
    },
  },
  {
    title: 'where joint leave is worked, the same claim is due on Monday 23 March',
    switches: { 'calendar.jointLeave': 'working' },
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.around('18 Mar 00:00', '20 Mar 09:00', '22 Mar 00:00', '23 Mar 08:30', '23 Mar 16:00', '24 Mar 12:00');
      await claim.to('20 Apr 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '20 Mar 09:00', '75': '23 Mar 08:30', '100': '23 Mar 16:00', '+1': '24 Mar 12:00', '+3': '25 Mar 08:00' },
      'partner-promise:1': {
        '50': '20 Mar 13:00',
        '75': '23 Mar 14:30',
        '100': '24 Mar 16:00',
        '+1': '25 Mar 12:00',
        '+3': '26 Mar 08:00',
      },
    },
  },
  {
    title:
      'a breach acknowledged in time goes to the head of branch a working day later; one that is not goes there after four service hours',
    async play(claim) {
      await completeAt(claim, '10 Apr 14:50', '10 Apr 15:00');
      await claim.around('12 Apr 00:00', '15 Apr 16:00');
      await claim.to('16 Apr 09:00');
      await claim.give(SUPERVISOR, { type: 'acknowledgeEscalation', rungKey: 'jkm-legal:1:100', reason: 'Dialihkan ke petugas lain.' });
      await claim.around('16 Apr 12:00', '16 Apr 16:00');
      await claim.to('16 Apr 18:00');
      await claim.give(SUPERVISOR, { type: 'acknowledgeEscalation', rungKey: 'jkm-legal:1:+1', reason: 'Kepala cabang sudah tahu.' });
      await claim.around('17 Apr 16:00', '18 Apr 12:00');
      await claim.to('20 Apr 08:00');
      await claim.give(SUPERVISOR, { type: 'acknowledgeEscalation', rungKey: 'partner-promise:1:100', reason: 'Mitra sudah diberi tahu.' });
      await claim.around('20 Apr 12:00', '21 Apr 12:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '14 Apr 11:30', '75': '15 Apr 09:45', '100': '15 Apr 16:00', '+1': '16 Apr 16:00', '+3': '20 Apr 16:00' },
      'partner-promise:1': {
        '50': '15 Apr 11:30',
        '75': '16 Apr 13:45',
        '100': '17 Apr 16:00',
        '+1': '20 Apr 16:00',
        '+3': '21 Apr 12:00',
      },
    },
  },
  {
    title:
      'a claim nobody looks at: registered just before closing or after it, the first look is late one working day later, never in the holidays',
    async play(claim) {
      await claim.to('17 Mar 16:30');
      await claim.reportDeath();
      await claim.around('18 Mar 16:00', '25 Mar 16:00', '26 Mar 08:00', '26 Mar 16:00');
      await claim.to('6 Apr 12:00');
    },
    rungs: { 'first-look:1': { '100': '26 Mar 16:00' } },
  },
  {
    title: 'registered in the last minute of service, the working day after the holidays is the one to look in',
    async play(claim) {
      await claim.to('17 Mar 15:59');
      await claim.reportDeath();
      await claim.around('25 Mar 08:00', '25 Mar 16:00');
      await claim.to('6 Apr 12:00');
    },
    rungs: { 'first-look:1': { '100': '25 Mar 16:00' } },
  },
  {
    title: 'a promise in working days since the report runs beside the JKM limit, in which the first look comes in time',
    switches: { 'sla.partnerPromise': { unit: 'workingDays', start: 'reported' } },
    async play(claim) {
      await completeAt(claim, '17 Mar 10:00', '27 Mar 10:00');
      await claim.around('30 Mar 09:00', '2 Apr 16:00');
      await claim.to('20 Apr 12:00');
    },
    rungs: {
      'first-look:1': { '100': '25 Mar 16:00' },
      'partner-promise:1': { '50': '30 Mar 09:00', '75': '1 Apr 08:30', '100': '2 Apr 16:00', '+1': '6 Apr 12:00', '+3': '7 Apr 08:00' },
      'jkm-legal:1': { '50': '31 Mar 09:00', '75': '1 Apr 08:30', '100': '1 Apr 16:00', '+1': '2 Apr 12:00', '+3': '6 Apr 08:00' },
    },
  },
  {
    title: 'second eyes asked for on the eve of the holidays are late after them, and a decision stops every ladder of the claim',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('17 Mar 14:00');
      await claim.give(OFFICER, {
        type: 'recommend',
        outcome: 'reject',
        reason: 'ill-at-registration',
        text: 'Sudah sakit saat didaftarkan.',
      });
      await claim.around('25 Mar 16:00');
      await claim.to('27 Mar 09:00');
      await claim.approve();
      await claim.to('20 Apr 12:00');
    },
    rungs: {
      'second-eyes:1': { '100': '25 Mar 16:00' },
      'jkm-legal:1': { '50': '26 Mar 09:00', '75': '27 Mar 08:30' },
      'partner-promise:1': PROMISE_OVER_LEBARAN,
    },
  },
];
