import { claimIn } from '../../factories/claim-paths.ts';
import { CLAIM_ID, ClaimFile, OFFICER, PARTNER, PARTNER_ELSEWHERE, typesOf } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

const NEW_PAPER = paper('police-report', 1, '2026-02-26');

describe('adding papers', () => {
  test('the partner that reported the death adds a paper, and the claim waits for it to be looked at', () => {
    const file = new ClaimFile();
    expect(typesOf(file.give(PARTNER, { type: 'attachDocuments', papers: [NEW_PAPER] }))).toEqual(['claim.documents-attached']);
    expect(file.state).toMatchObject({ claimId: CLAIM_ID, status: 'collecting' });
    expect(file.state.papers.at(-1)).toEqual({ ...NEW_PAPER, verdict: 'unseen' });
  });

  test('an officer adds a paper that was brought to the counter', () => {
    const file = claimIn('verifying');
    file.give(OFFICER, { type: 'attachDocuments', papers: [NEW_PAPER] });
    expect(file.state.status).toBe('verifying');
    expect(file.state.papers).toContainEqual({ ...NEW_PAPER, verdict: 'unseen' });
  });

  test('a document that is here already is not added again and its verdict stays', () => {
    const file = claimIn('collecting');
    expect(file.give(PARTNER, { type: 'attachDocuments', papers: [file.state.papers[0] ?? NEW_PAPER] })).toEqual([]);
    expect(file.state.papers[0]?.verdict).toBe('ok');
  });

  test('a document sent twice in one go is one document', () => {
    const file = new ClaimFile();
    file.give(PARTNER, { type: 'attachDocuments', papers: [NEW_PAPER, NEW_PAPER] });
    expect(file.state.papers.filter(({ documentId }) => documentId === NEW_PAPER.documentId)).toHaveLength(1);
  });

  test('a document prepared at signing and sent again with the report is one document', () => {
    const file = new ClaimFile({ registration: { papers: [NEW_PAPER, NEW_PAPER] } });
    expect(file.state.papers).toHaveLength(1);
  });

  test('a partner adds nothing to a claim another institution reported', () => {
    expect(new ClaimFile().refusal(PARTNER_ELSEWHERE, { type: 'attachDocuments', papers: [NEW_PAPER] })).toEqual({
      refused: 'not-your-role',
      text: 'Klaim ini dilaporkan lembaga lain.',
      rule: 'design.md section 12, invariant 12',
    });
  });

  test('a partner whose sign-in names no institution adds nothing anywhere', () => {
    const { institution: _none, ...stranger } = PARTNER;
    expect(new ClaimFile().refusal(stranger, { type: 'attachDocuments', papers: [NEW_PAPER] }).refused).toBe('not-your-role');
  });

  test('papers sent in by a partner system reach a claim until it has ended and never move its decisions', () => {
    for (const status of ['registered', 'collecting', 'verifying', 'recommended', 'paying'] as const) {
      const file = claimIn(status);
      const { points } = file.state;
      expect(typesOf(file.tell({ type: 'documentsAdded', papers: [NEW_PAPER] }))).toEqual(['claim.documents-attached']);
      expect(file.state.status).toBe(status === 'registered' ? 'collecting' : status);
      expect(file.state.points).toEqual(points);
    }
  });
});

describe('checking papers', () => {
  test('an officer finds a paper good and refuses another with the reason the family will read', () => {
    const file = new ClaimFile();
    const [first, second] = file.state.papers;
    file.give(OFFICER, {
      type: 'verifyDocuments',
      verdicts: [
        { documentId: first?.documentId ?? '', verdict: 'ok' },
        { documentId: second?.documentId ?? '', verdict: 'refused', reason: 'Foto buram.' },
      ],
    });
    expect(file.state.status).toBe('collecting');
    expect(file.state.papers.slice(0, 3).map(({ verdict }) => verdict)).toEqual(['ok', 'refused', 'unseen']);
    expect(file.state.papers[1]?.reason).toBe('Foto buram.');
  });

  test('a refused paper that is found good after all loses its reason', () => {
    const file = new ClaimFile();
    const documentId = file.state.papers[0]?.documentId ?? '';
    file.give(OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId, verdict: 'refused', reason: 'Foto buram.' }] });
    file.give(OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId, verdict: 'ok' }] });
    expect(file.state.papers[0]).not.toHaveProperty('reason');
    expect(file.state.papers[0]?.verdict).toBe('ok');
  });

  test('a verdict on a document that is not part of the claim is refused by its number', () => {
    expect(new ClaimFile().refusal(OFFICER, { type: 'verifyDocuments', verdicts: [{ documentId: 'asing', verdict: 'ok' }] })).toEqual({
      refused: 'invalid-command',
      text: 'Dokumen asing tidak ada pada klaim ini. Muat ulang daftar berkas.',
      rule: 'verdicts',
    });
  });

  test('looking at nothing is no first look: a check without any verdict is refused and the response clock runs on', () => {
    const file = new ClaimFile();
    expect(file.refusal(OFFICER, { type: 'verifyDocuments', verdicts: [] })).toEqual({
      refused: 'invalid-command',
      text: 'Putuskan paling sedikit satu berkas.',
      rule: 'verdicts',
    });
    expect(file.state.status).toBe('registered');
  });

  test('one document found good and bad in the same check is refused', () => {
    const file = new ClaimFile();
    const documentId = file.state.papers[0]?.documentId ?? '';
    const verdicts = [
      { documentId, verdict: 'ok' },
      { documentId, verdict: 'refused', reason: 'Foto buram.' },
    ] as const;
    expect(file.refusal(OFFICER, { type: 'verifyDocuments', verdicts }).text).toBe('Satu dokumen diputuskan dua kali dalam satu kiriman.');
  });

  test('a paper is not refused without saying why', () => {
    const file = new ClaimFile();
    const documentId = file.state.papers[0]?.documentId ?? '';
    const verdicts = [{ documentId, verdict: 'refused', reason: '  ' }] as const;
    expect(file.refusal(OFFICER, { type: 'verifyDocuments', verdicts })).toEqual({
      refused: 'invalid-command',
      text: 'Tulis mengapa berkas ditolak, supaya keluarga tahu apa yang harus diperbaiki.',
      rule: 'verdicts',
    });
  });

  test('a partner does not check the papers it collected itself', () => {
    const refusal = new ClaimFile().refusal(PARTNER, { type: 'verifyDocuments', verdicts: [] });
    expect(refusal).toEqual({
      refused: 'not-your-role',
      text: 'Tindakan ini dilakukan oleh petugas.',
      rule: 'PP 44/2015 art. 40(3): requirements met',
    });
  });
});

describe('asking for papers', () => {
  const ASKED = [{ paper: 'family-card', reason: 'Terbitan setelah kematian belum ada.' }];

  test('an officer asks for a paper: the claim collects, and what is asked for is on record', () => {
    const file = new ClaimFile();
    file.give(OFFICER, { type: 'requestCompletion', papers: ASKED });
    expect(file.state).toMatchObject({ status: 'collecting', requested: ASKED });
  });

  test('a later request replaces the earlier one, and completeness ends it', () => {
    const file = claimIn('collecting');
    file.give(OFFICER, { type: 'requestCompletion', papers: ASKED });
    file.give(OFFICER, { type: 'requestCompletion', papers: [{ paper: 'death-certificate', reason: 'Tidak terbaca.' }] });
    expect(file.state.requested.map(({ paper }) => paper)).toEqual(['death-certificate']);
    file.give(OFFICER, { type: 'declareComplete' });
    expect(file.state.requested).toEqual([]);
  });

  test('a request that names no paper is refused', () => {
    expect(new ClaimFile().refusal(OFFICER, { type: 'requestCompletion', papers: [] })).toEqual({
      refused: 'invalid-command',
      text: 'Sebutkan paling sedikit satu berkas yang diminta.',
      rule: 'papers',
    });
  });
});
