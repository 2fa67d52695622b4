import { OFFICER } from '../people-at-work.ts';
import type { Scenario } from './scenario.ts';

const HOUR = 3_600_000;
const TRIAGE = { type: 'triageCause', programme: 'jkk', reason: 'Terjadi di tempat kerja.' } as const;

export const ACCIDENTS: readonly Scenario[] = [
  {
    title: 'seven working days for a work accident run over Good Friday too, and stand still while a doctor is asked',
    async play(claim) {
      await claim.to('16 Mar 22:30');
      const happenedAt = claim.year.at('10 Mar 09:00');
      await claim.reportAccident({ happenedAt, suspected: false, stageOneAt: happenedAt + 20 * HOUR });
      await claim.to('17 Mar 10:00');
      await claim.give(OFFICER, TRIAGE, { type: 'concludeTreatment', outcome: 'recovered', on: claim.year.at('16 Mar 22:00') });
      await claim.declareComplete();
      await claim.upTo('30 Mar 09:00');
      await claim.to('31 Mar 09:00');
      await claim.give(OFFICER, { type: 'pauseClock', ground: 'medical-opinion', source: 'Surat kepada dokter penasihat.' });
      await claim.upTo('1 Apr 08:30');
      await claim.to('1 Apr 10:00');
      await claim.give(OFFICER, { type: 'resumeClock', ground: 'medical-opinion', reason: 'Dokter sudah menjawab.' });
      await claim.upTo('2 Apr 09:30', '3 Apr 12:00', '5 Apr 12:00', '7 Apr 09:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'jkk-legal:1': { '50': '30 Mar 09:00', '75': '2 Apr 09:30', '100': '7 Apr 09:00', '+1': '7 Apr 13:00', '+3': '8 Apr 09:00' },
      // Our own promise waits for no doctor.
      'partner-promise:1': {
        '50': '17 Mar 13:00',
        '75': '17 Mar 14:30',
        '100': '25 Mar 08:00',
        '+1': '25 Mar 12:00',
        '+3': '26 Mar 08:00',
      },
    },
  },
  {
    title:
      'forty-eight hours for the stage I report run through Idulfitri nights; only patience waits for the office, and the suspicion for thirty days',
    async play(claim) {
      await claim.to('20 Mar 12:00');
      await claim.reportAccident({ happenedAt: claim.year.at('19 Mar 23:30'), suspected: true });
      await claim.upTo('20 Mar 23:30', '21 Mar 11:30', '21 Mar 23:30', '25 Mar 12:00');
      await claim.to('27 Mar 10:00');
      await claim.attach('accident-report-1');
      await claim.upTo('13 Apr 09:00', '20 Apr 08:30', '24 Apr 16:00', '26 Apr 16:00');
      await claim.to('18 May 12:00');
    },
    rungs: {
      'stage-1-report:1': { '50': '20 Mar 23:30', '75': '21 Mar 11:30', '100': '21 Mar 23:30', '+1': '25 Mar 12:00', '+3': '26 Mar 08:00' },
      'suspected-accident:1': {
        '50': '13 Apr 09:00',
        '75': '20 Apr 08:30',
        '100': '27 Apr 08:00',
        '+1': '27 Apr 12:00',
        '+3': '28 Apr 08:00',
      },
      'first-look:1': { '100': '26 Mar 16:00' },
    },
  },
  {
    title: 'a stage I report on Saturday morning and a conclusion on Tuesday end their ladders where they stand',
    async play(claim) {
      await claim.to('26 Mar 12:00');
      await claim.reportAccident({ happenedAt: claim.year.at('26 Mar 09:00'), suspected: true });
      await claim.upTo('27 Mar 16:00', '27 Mar 21:00');
      await claim.to('28 Mar 08:00');
      await claim.attach('accident-report-1');
      await claim.upTo('28 Mar 09:00');
      await claim.to('31 Mar 09:00');
      await claim.give(OFFICER, TRIAGE);
      await claim.to('18 May 12:00');
    },
    rungs: { 'stage-1-report:1': { '50': '27 Mar 09:00', '75': '27 Mar 21:00' }, 'first-look:1': { '100': '27 Mar 16:00' } },
  },
  {
    title: 'a recovery nobody told us of in time has used up its stage II hours when it is told; a death of the same accident has new ones',
    async play(claim) {
      await claim.to('17 Mar 10:00');
      const happenedAt = claim.year.at('10 Mar 09:00');
      await claim.reportAccident({ happenedAt, suspected: false, stageOneAt: happenedAt + 20 * HOUR });
      await claim.to('25 Mar 10:00');
      await claim.give(OFFICER, { type: 'concludeTreatment', outcome: 'recovered', on: claim.year.at('21 Mar 09:00') });
      await claim.upTo('25 Mar 14:00');
      await claim.to('31 Mar 09:00');
      await claim.give(OFFICER, { type: 'concludeTreatment', outcome: 'died', on: claim.year.at('30 Mar 22:00') });
      await claim.upTo('31 Mar 22:00', '1 Apr 22:00', '2 Apr 12:00');
      await claim.to('4 May 12:00');
    },
    rungs: {
      'stage-2-report:1': { '50': '22 Mar 09:00', '75': '22 Mar 21:00', '100': '23 Mar 09:00', '+1': '25 Mar 14:00', '+3': '26 Mar 10:00' },
      'stage-2-report:2': { '50': '31 Mar 22:00', '75': '1 Apr 10:00', '100': '1 Apr 22:00', '+1': '2 Apr 12:00', '+3': '6 Apr 08:00' },
    },
  },
];
