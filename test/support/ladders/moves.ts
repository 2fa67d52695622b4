import { OFFICER, SUPERVISOR } from '../people-at-work.ts';
import { completeAt, type Scenario } from './scenario.ts';

const PROMISE = { '50': '17 Mar 13:00', '75': '17 Mar 14:30', '100': '25 Mar 08:00', '+1': '25 Mar 12:00', '+3': '26 Mar 08:00' } as const;
const TRIAGE = { type: 'triageCause', reason: 'Surat keterangan dokter.' } as const;

/** Deadlines that somebody moves while they run. */
export const MOVES: readonly Scenario[] = [
  {
    title: 'a promise extended twice climbs its ladder once, each rung by the budget it then has',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('17 Mar 11:00');
      await claim.give(SUPERVISOR, { type: 'extendPromise', units: 2, reason: 'Kapal ke pulau tidak berlayar.' });
      await claim.upTo('17 Mar 13:00', '24 Mar 16:00', '25 Mar 13:00');
      await claim.to('26 Mar 12:00');
      await claim.give(SUPERVISOR, { type: 'extendPromise', units: 5, reason: 'Kapal masih tidak berlayar.' });
      await claim.upTo('26 Mar 16:00', '31 Mar 16:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'partner-promise:1': { '50': '25 Mar 13:00', '75': '26 Mar 10:30', '100': '31 Mar 16:00', '+1': '1 Apr 12:00', '+3': '2 Apr 08:00' },
      'jkm-legal:1': { '50': '26 Mar 09:00', '75': '27 Mar 08:30', '100': '27 Mar 16:00', '+1': '30 Mar 12:00', '+3': '31 Mar 08:00' },
    },
  },
  {
    title: 'a holiday more moves the limit on, and the day after a holiday less moves it back',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('25 Mar 12:30');
      await claim.moveCalendar({ add: ['27 Mar'] });
      await claim.upTo('26 Mar 09:00');
      await claim.to('26 Mar 12:00');
      await claim.moveCalendar({ drop: ['27 Mar'] });
      await claim.upTo('27 Mar 08:30');
      await claim.to('27 Mar 12:00');
      await claim.moveCalendar({ add: ['30 Mar', '31 Mar'] });
      await claim.upTo('30 Mar 12:00', '1 Apr 12:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '26 Mar 09:00', '75': '27 Mar 08:30', '100': '27 Mar 16:00', '+1': '1 Apr 12:00', '+3': '2 Apr 08:00' },
      'partner-promise:1': PROMISE,
    },
  },
  {
    title: 'joint leave withdrawn after it: what the shorter limit has passed is told at once and once, the rest at its own time',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('25 Mar 14:00');
      await claim.moveCalendar({ drop: ['23 Mar', '24 Mar'] });
      await claim.upTo('25 Mar 16:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      // 6 hours on the 17th, 16 on the withdrawn leave, 6 of the 25th: 28 of 30 are gone.
      'jkm-legal:1': { '50': '24 Mar 09:00', '75': '25 Mar 08:30', '100': '25 Mar 16:00', '+1': '26 Mar 12:00', '+3': '27 Mar 08:00' },
      'partner-promise:1': PROMISE,
    },
  },
  {
    title: 'joint leave withdrawn while an order of the court holds the claim is told of only when the claim runs on',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('25 Mar 09:00');
      await claim.give(SUPERVISOR, { type: 'pauseClock', ground: 'court-order', source: 'Penetapan pengadilan nomor contoh.' });
      await claim.to('26 Mar 12:00');
      await claim.moveCalendar({ drop: ['23 Mar', '24 Mar'] });
      await claim.upTo('27 Mar 16:00', '29 Mar 12:00');
      await claim.to('30 Mar 11:00');
      await claim.give(SUPERVISOR, { type: 'resumeClock', ground: 'court-order', reason: 'Pengadilan sudah memutus.' });
      await claim.upTo('31 Mar 10:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '24 Mar 09:00', '75': '25 Mar 08:30', '100': '31 Mar 10:00', '+1': '31 Mar 14:00', '+3': '1 Apr 10:00' },
      'partner-promise:1': { ...PROMISE, '+1': '30 Mar 11:00', '+3': '30 Mar 15:00' },
    },
  },
  {
    title:
      'found to be a work accident half way, a death runs against seven days from the same completeness; found not to be, against three again',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('25 Mar 09:00');
      await claim.give(SUPERVISOR, { type: 'pauseClock', ground: 'court-order', source: 'Penetapan pengadilan nomor contoh.' });
      await claim.to('25 Mar 11:00');
      await claim.give(SUPERVISOR, { type: 'resumeClock', ground: 'court-order', reason: 'Pengadilan sudah memutus.' });
      await claim.to('26 Mar 12:00');
      await claim.give(OFFICER, { ...TRIAGE, programme: 'jkk' });
      await claim.upTo('30 Mar 11:00');
      await claim.to('30 Mar 14:00');
      await claim.give(OFFICER, { type: 'pauseClock', ground: 'medical-opinion', source: 'Surat kepada dokter penasihat.' });
      await claim.upTo('31 Mar 12:00');
      await claim.to('1 Apr 10:00');
      await claim.give(OFFICER, { ...TRIAGE, programme: 'jkm' });
      await claim.upTo('1 Apr 14:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '26 Mar 11:00' },
      'jkk-legal:1': { '50': '30 Mar 11:00' },
      // The opinion of a doctor holds the limit of JKK only: of JKM's, the breach and a working day more have passed.
      'jkm-legal:2': { '50': '26 Mar 11:00', '75': '27 Mar 10:30', '100': '30 Mar 10:00', '+1': '31 Mar 10:00', '+3': '1 Apr 14:00' },
      'partner-promise:1': PROMISE,
    },
  },
  {
    title: 'completeness revoked by two persons ends its ladders; the next completeness climbs all of them anew',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('26 Mar 10:00');
      const papers = [{ paper: 'heir-statement', reason: 'Tanda tangan bukan milik ahli waris.' }];
      const revoke = { type: 'revokeCompleteness', papers, reason: 'Pernyataan ahli waris palsu.' } as const;
      await claim.give(OFFICER, revoke);
      await claim.give(SUPERVISOR, revoke);
      await claim.upTo('27 Mar 16:00');
      await claim.to('30 Mar 09:00');
      await claim.declareComplete();
      await claim.upTo('2 Apr 16:00', '3 Apr 12:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '26 Mar 09:00' },
      'partner-promise:1': PROMISE,
      'jkm-legal:2': { '50': '1 Apr 08:30', '75': '2 Apr 08:15', '100': '2 Apr 16:00', '+1': '6 Apr 12:00', '+3': '7 Apr 08:00' },
      'partner-promise:2': { '50': '1 Apr 12:30', '75': '2 Apr 14:15', '100': '6 Apr 16:00', '+1': '7 Apr 12:00', '+3': '8 Apr 08:00' },
    },
  },
];
