import { canonicalJson, firstBreak } from '#adapters/mongo/chain.ts';
import { fold } from '#domain/claim/evolve.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import type { ClaimEvidence } from './evidence.ts';
import type { Finding } from './oracle.ts';
import { EXPECTED } from './stories.ts';

const SETTLED: readonly string[] = ['confirmed', 'refused', 'reversed', 'declined'];

/** One claim: it exists, it has come to the end of its story, and journal, record, workflow and topic tell the same. */
export function judgeRecord(claim: ClaimEvidence): readonly Finding[] {
  const { claimId, story, record, trouble } = claim;
  const about = (broken: Finding['broken'], expected: string, found: string): Finding => ({ broken, claimId, expected, found });
  if (!record) return [about('lost', `a claim for the story "${story.kind}"`, trouble ?? 'no claim on record')];
  const { ends } = EXPECTED[story.kind];
  const findings: (Finding | false | undefined)[] = [
    trouble !== undefined && about('stuck', 'people who get everything done', trouble),
    record.status !== ends && about('stuck', `status ${ends} of a story "${story.kind}"`, record.status),
    ...oneTruth(claim, record).map((found) => about('record', 'one history', found)),
    ...unsettled(claim, record).map((found) => about('stuck', 'every payment certain', found)),
    isFinal(record.status) && claim.isRunning && about('stuck', 'no workflow of an ended claim', 'it runs'),
    !isFinal(record.status) && !claim.isRunning && about('lost', 'a workflow of an open claim', 'none runs'),
    rungsAmiss(claim),
    claim.scholarships !== EXPECTED[story.kind].scholarships &&
      about(
        claim.scholarships > EXPECTED[story.kind].scholarships ? 'duplicate' : 'lost',
        `${EXPECTED[story.kind].scholarships} scholarships`,
        String(claim.scholarships),
      ),
  ];
  return findings.filter((finding) => finding !== false && finding !== undefined);
}

function oneTruth({ claimId, journal, held, published }: ClaimEvidence, record: ClaimState): readonly string[] {
  const broken = firstBreak(journal);
  if (broken) return [`the journal breaks at ${broken.seq}: ${broken.why}`];
  const folded = canonicalJson(
    fold(
      claimId,
      journal.map(({ fact }) => fact),
    ),
  );
  const unheard = journal.filter(({ seq }) => !published.has(`${claimId}:${seq}`)).map(({ seq }) => seq);
  return [
    ...(folded === canonicalJson(record) ? [] : [`the record (${record.seq}) is not what its journal (${journal.length}) says`]),
    ...(held && folded === canonicalJson(held) ? [] : [`the workflow holds ${held?.seq ?? 'nothing'}, the journal has ${journal.length}`]),
    ...(unheard.length === 0 ? [] : [`facts ${unheard.join(', ')} were never published`]),
  ];
}

function unsettled({ payouts }: ClaimEvidence, record: ClaimState): readonly string[] {
  const open = record.payouts
    .filter(({ state }) => !SETTLED.includes(state))
    .map(({ payoutId, state }) => `${payoutId} is ${state} in the claim`);
  const atBank = payouts.filter(({ payout }) => !SETTLED.includes(payout.state)).map(({ _id, payout }) => `${_id} is ${payout.state}`);
  return [...open, ...atBank];
}

/** Each at most once, and those of a clock that began in the past at once. */
function rungsAmiss({ claimId, story, journal }: ClaimEvidence): Finding | undefined {
  const reached = journal.flatMap(({ fact }) => (fact.type === 'sla.rung-reached' ? [fact] : []));
  const keys = reached.map(({ rungKey }) => rungKey);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) return { broken: 'duplicate', claimId, expected: 'each rung once', found: `${twice} again` };
  const { rungsOf } = EXPECTED[story.kind];
  if (rungsOf === undefined || reached.some(({ clock }) => clock === rungsOf)) return undefined;
  return { broken: 'lost', claimId, expected: `the rungs of ${rungsOf}`, found: keys.join(', ') || 'none' };
}
