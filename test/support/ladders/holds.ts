import { APPROVER, OFFICER, SUPERVISOR } from '../people-at-work.ts';
import type { LadderClaim } from './ladder-claim.ts';
import { completeAt, type Scenario } from './scenario.ts';

const COURT = { type: 'pauseClock', ground: 'court-order', source: 'Penetapan pengadilan nomor contoh.' } as const;
const COURT_OVER = { type: 'resumeClock', ground: 'court-order', reason: 'Pengadilan sudah memutus.' } as const;

/** A promise whose breach was told before anything held it. */
const PROMISE_TOLD = {
  '50': '17 Mar 13:00',
  '75': '17 Mar 14:30',
  '100': '25 Mar 08:00',
  '+1': '25 Mar 12:00',
  '+3': '26 Mar 08:00',
} as const;

async function heirs(claim: LadderClaim, dispute: boolean): Promise<void> {
  const { people } = await claim.state();
  await claim.give(OFFICER, { type: 'resolveHeirs', people, dispute });
}

export const HOLDS: readonly Scenario[] = [
  {
    title: 'a dispute of the heirs begun and settled within the holidays moves nothing: the office was closed all the while',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('18 Mar 12:00');
      await heirs(claim, true);
      await claim.upTo('21 Mar 00:00');
      await claim.to('24 Mar 12:00');
      await heirs(claim, false);
      await claim.upTo('25 Mar 08:00', '27 Mar 16:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '26 Mar 09:00', '75': '27 Mar 08:30', '100': '27 Mar 16:00', '+1': '30 Mar 12:00', '+3': '31 Mar 08:00' },
      'partner-promise:1': PROMISE_TOLD,
    },
  },
  {
    title: 'where joint leave is worked, an order of the court over it moves both deadlines by its seventeen hours',
    switches: { 'calendar.jointLeave': 'working' },
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('20 Mar 10:00');
      await claim.give(SUPERVISOR, COURT);
      await claim.upTo('23 Mar 16:00');
      await claim.to('24 Mar 11:00');
      await claim.give(SUPERVISOR, COURT_OVER);
      await claim.upTo('25 Mar 09:30', '26 Mar 09:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '20 Mar 09:00', '75': '25 Mar 09:30', '100': '26 Mar 09:00', '+1': '26 Mar 13:00', '+3': '27 Mar 09:00' },
      'partner-promise:1': {
        '50': '24 Mar 14:00',
        '75': '25 Mar 15:30',
        '100': '27 Mar 09:00',
        '+1': '27 Mar 13:00',
        '+3': '30 Mar 09:00',
      },
    },
  },
  {
    title:
      'a dispute of the heirs begun on Nyepi and settled after Idulfitri moves both deadlines by its ten hours of service, not by a week',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('19 Mar 12:00');
      await heirs(claim, true);
      await claim.upTo('24 Mar 16:00', '25 Mar 08:00', '26 Mar 09:00');
      await claim.to('26 Mar 10:00');
      await heirs(claim, false);
      await claim.upTo('27 Mar 11:00', '31 Mar 10:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      // The promise was due in the very moment in which it ran on.
      'partner-promise:1': {
        '50': '17 Mar 13:00',
        '75': '17 Mar 14:30',
        '100': '26 Mar 10:00',
        '+1': '26 Mar 14:00',
        '+3': '27 Mar 10:00',
      },
      'jkm-legal:1': { '50': '27 Mar 11:00', '75': '30 Mar 10:30', '100': '31 Mar 10:00', '+1': '31 Mar 14:00', '+3': '1 Apr 10:00' },
    },
  },
  {
    title: 'a court order that reaches back moves what is still to come, and leaves what was told told',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('26 Mar 10:00');
      await claim.give(SUPERVISOR, { ...COURT, from: claim.year.at('25 Mar 09:00') });
      await claim.upTo('27 Mar 08:30', '27 Mar 16:00', '29 Mar 12:00');
      await claim.to('30 Mar 11:00');
      await claim.give(SUPERVISOR, COURT_OVER);
      await claim.upTo('1 Apr 10:30', '2 Apr 10:00', '3 Apr 12:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '26 Mar 09:00', '75': '1 Apr 10:30', '100': '2 Apr 10:00', '+1': '2 Apr 14:00', '+3': '6 Apr 10:00' },
      'partner-promise:1': PROMISE_TOLD,
    },
  },
  {
    title: 'force majeure proposed by one holds nothing; with the second person it holds since the day the first one named',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      const flood = {
        type: 'pauseClock',
        ground: 'force-majeure',
        from: claim.year.at('18 Mar 12:00'),
        source: 'Banjir bandang.',
      } as const;
      await claim.to('18 Mar 13:00');
      await claim.give(OFFICER, flood);
      await claim.upTo('25 Mar 08:00');
      await claim.to('25 Mar 10:00');
      await claim.give(SUPERVISOR, flood);
      await claim.upTo('25 Mar 12:00', '26 Mar 09:00');
      await claim.to('27 Mar 09:00');
      await claim.give(APPROVER, { type: 'resumeClock', ground: 'force-majeure', reason: 'Kantor dibuka lagi.' });
      await claim.upTo('31 Mar 09:30', '1 Apr 09:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '30 Mar 10:00', '75': '31 Mar 09:30', '100': '1 Apr 09:00', '+1': '1 Apr 13:00', '+3': '2 Apr 09:00' },
      // Told to be late before the second person came. What follows waits until the promise runs again.
      'partner-promise:1': {
        '50': '17 Mar 13:00',
        '75': '17 Mar 14:30',
        '100': '25 Mar 08:00',
        '+1': '27 Mar 09:00',
        '+3': '27 Mar 13:00',
      },
    },
  },
  {
    title: 'contributions their payer owes hold the limit of the law, never our promise, until the news of their payment comes one night',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      const [membership] = (await claim.state()).memberships;
      if (!membership) throw new Error('a participant without membership');
      await claim.to('25 Mar 09:30');
      await claim.tell({ type: 'membershipChanged', told: { type: 'coverage', membership: { ...membership, payerUnpaid: true } } });
      await claim.upTo('26 Mar 09:00', '27 Mar 16:00');
      await claim.to('30 Mar 20:00');
      await claim.tell({ type: 'membershipChanged', told: { type: 'contribution', kpj: membership.kpj, months: [], payerUnpaid: false } });
      await claim.upTo('31 Mar 15:30', '2 Apr 14:30');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '31 Mar 15:30', '75': '1 Apr 15:00', '100': '2 Apr 14:30', '+1': '6 Apr 10:30', '+3': '6 Apr 14:30' },
      'partner-promise:1': PROMISE_TOLD,
    },
  },
  {
    title: 'a dispute within an order of the court: the hours both hold count once',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('25 Mar 09:00');
      await claim.give(SUPERVISOR, COURT);
      await claim.to('26 Mar 10:00');
      await heirs(claim, true);
      await claim.to('26 Mar 12:00');
      await claim.give(SUPERVISOR, COURT_OVER);
      await claim.upTo('26 Mar 16:00');
      await claim.to('27 Mar 11:00');
      await heirs(claim, false);
      await claim.upTo('31 Mar 11:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      // Held from 25 March 09.00 to 27 March 11.00: eighteen hours of service.
      'jkm-legal:1': { '50': '30 Mar 11:00', '75': '31 Mar 10:30', '100': '1 Apr 10:00', '+1': '1 Apr 14:00', '+3': '2 Apr 10:00' },
      'partner-promise:1': {
        '50': '17 Mar 13:00',
        '75': '17 Mar 14:30',
        '100': '25 Mar 08:00',
        '+1': '27 Mar 11:00',
        '+3': '27 Mar 15:00',
      },
    },
  },
  {
    title: 'held in its last hour and released two weeks later, a claim still has that hour',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('27 Mar 15:00');
      await claim.give(SUPERVISOR, COURT);
      await claim.upTo('27 Mar 16:00', '3 Apr 00:00', '5 Apr 08:00');
      await claim.to('9 Apr 10:00');
      await claim.give(SUPERVISOR, COURT_OVER);
      await claim.upTo('9 Apr 11:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '26 Mar 09:00', '75': '27 Mar 08:30', '100': '9 Apr 11:00', '+1': '9 Apr 15:00', '+3': '10 Apr 11:00' },
      'partner-promise:1': PROMISE_TOLD,
    },
  },
  {
    title:
      'an order of the court after the breach does not undo it, and nobody is told more while it lasts, nor in the night in which it ends',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('29 Mar 10:00');
      await claim.give(SUPERVISOR, COURT);
      await claim.upTo('30 Mar 12:00', '30 Mar 16:00');
      await claim.to('31 Mar 20:00');
      await claim.give(SUPERVISOR, COURT_OVER);
      await claim.upTo('1 Apr 00:00', '1 Apr 08:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkm-legal:1': { '50': '26 Mar 09:00', '75': '27 Mar 08:30', '100': '27 Mar 16:00', '+1': '1 Apr 08:00', '+3': '1 Apr 12:00' },
      'partner-promise:1': PROMISE_TOLD,
    },
  },
];
