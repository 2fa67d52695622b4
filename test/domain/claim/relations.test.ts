import { MOST_RELATIONS } from '#domain/claim/bounds.ts';
import { relationFound } from '#domain/claim/relations.ts';
import { TOLD_AT } from '../../api/claims-at.ts';

const relation = { what: 'same-account', claimId: 'STN-LAIN' } as const;

describe('a claim hears of another that has something to do with it', () => {
  const { claim } = TOLD_AT.verifying();

  test('once: two claims that tell each other come to an end of it', () => {
    expect(relationFound(claim, relation)).toEqual([{ type: 'claim.relation-found', relation }]);
    expect(relationFound({ ...claim, relations: [relation] }, relation)).toEqual([]);
    expect(relationFound({ ...claim, relations: [relation] }, { ...relation, claimId: 'STN-KETIGA' })).toHaveLength(1);
  });

  test('not when it has ended, and not without bound', () => {
    expect(relationFound(TOLD_AT.closed().claim, relation)).toEqual([]);
    const full = Array.from({ length: MOST_RELATIONS }, (_none, index) => ({ ...relation, claimId: `STN-${index}` }));
    expect(relationFound({ ...claim, relations: full }, relation)).toEqual([]);
  });
});
