import { HEAD } from '../month/desk.ts';
import { OFFICER } from '../people-at-work.ts';
import { completeAt, type Scenario } from './scenario.ts';

const JKM = { '50': '26 Mar 09:00', '75': '27 Mar 08:30', '100': '27 Mar 16:00', '+1': '30 Mar 12:00', '+3': '31 Mar 08:00' } as const;
const PROMISE = { '50': '17 Mar 13:00', '75': '17 Mar 14:30', '100': '25 Mar 08:00', '+1': '25 Mar 12:00', '+3': '26 Mar 08:00' } as const;

/** Claims whose workflow ends, moves or sits elsewhere while their clocks go on. */
export const LIVES: readonly Scenario[] = [
  {
    title: 'the same claim in Papua keeps the hours of Jayapura',
    zone: 'Asia/Jayapura',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.upTo('25 Mar 08:00', '27 Mar 16:00');
      await claim.to('4 May 12:00');
    },
    rungs: { 'jkm-legal:1': JKM, 'partner-promise:1': PROMISE },
  },
  {
    title: 'a claim that moves into a fresh run half way up its ladder tells every rung once, at its own time',
    async play(claim) {
      await completeAt(claim, '17 Mar 09:50', '17 Mar 10:00');
      await claim.to('26 Mar 12:00');
      const { papers } = await claim.state();
      // The reasons replace each other in the state but stay in the history, whose size makes the server suggest a fresh run.
      const reason = 'Tidak terbaca. '.repeat(400);
      const verdicts = papers.map(({ documentId }) => ({ documentId, verdict: 'refused' as const, reason }));
      const first = await claim.runId();
      for (let sent = 0; (await claim.runId()) === first; sent += 1) {
        if (sent > 100) throw new Error('the server never suggested a fresh run');
        await claim.give(OFFICER, { type: 'verifyDocuments', verdicts });
      }
      await claim.upTo('27 Mar 08:30', '27 Mar 16:00', '30 Mar 12:00');
      await claim.to('4 May 12:00');
    },
    rungs: { 'jkm-legal:1': JKM, 'partner-promise:1': PROMISE },
  },
  {
    title: 'an appeal begins every clock of payment anew, and the five days of its answer stand still while the family is asked',
    async play(claim) {
      await claim.reportDeath();
      await claim.declareComplete();
      await claim.give(OFFICER, {
        type: 'recommend',
        outcome: 'reject',
        reason: 'ill-at-registration',
        text: 'Sudah sakit saat didaftarkan.',
      });
      await claim.approve();
      await claim.ends();
      await claim.giveEnded(HEAD, { type: 'appeal', reason: 'Keluarga memegang surat dokter.' });
      await claim.to('16 Mar 12:00');
      await claim.give(OFFICER, { type: 'pauseClock', ground: 'waiting-complainant', source: 'Surat kepada keluarga.' });
      await claim.upTo('21 Mar 12:00');
      await claim.to('25 Mar 12:00');
      await claim.give(OFFICER, { type: 'resumeClock', ground: 'waiting-complainant', reason: 'Keluarga sudah menjawab.' });
      await claim.upTo('25 Mar 16:00', '26 Mar 08:00');
      await claim.to('18 May 12:00');
    },
    // Begun in real time, so nobody can say by hand when.
    whole: ['jkm-legal:2', 'partner-promise:2', 'complaint:1'],
  },
];
