import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { People, Person } from './people.ts';
import { accountOf, type Purse, type Story } from './stories.ts';

type Paper = { readonly paper: string; readonly documentId: string; readonly verdict: string };
export type View = {
  readonly status: string;
  readonly papers: readonly Paper[];
  readonly missing: readonly { readonly paper: string; readonly reason: string }[];
  readonly people: readonly { readonly id: string; readonly alive: boolean }[];
  readonly membershipNews: readonly { readonly contributionsSince: number; readonly ignored: readonly object[] }[];
  readonly points: Readonly<Record<string, { readonly verdict: string }>>;
};

/** What somebody decides: the address of the command and its type in a sitting are two names of one thing. */
export type Decision = { readonly type: keyof typeof PATHS; readonly body: object };

const PATHS = {
  attachDocuments: 'documents',
  verifyDocuments: 'document-verdicts',
  declareComplete: 'completeness',
  triageCause: 'triage',
  resolveHeirs: 'heirs',
  confirmPayeeAccount: 'payee-account',
  recommend: 'recommendation',
  decidePoints: 'decisions',
  withdraw: 'withdrawal',
} as const;

/** The people of one claim, at their screens. Every intention has an id that is a function of what it is. */
export type Desk = {
  view(person: Person): Promise<View>;
  give(person: Person, step: string, decision: Decision): Promise<void>;
  giveTogether(person: Person, step: string, decisions: readonly Decision[]): Promise<void>;
  /** Whatever the checklist misses is brought and checked, until it misses nothing. */
  completePapers(person: Person, step: string, today: string): Promise<void>;
};

export function deskOf(people: People, claimId: ClaimId, { doubleClicks }: Story): Desk {
  const path = `/claims/${claimId}`;
  const view = (person: Person): Promise<View> => people.read<View>(person, path);

  /** Pressed twice, the command travels twice and counts once. */
  async function press(person: Person, url: string, commandId: string, body: object): Promise<void> {
    const once = (): Promise<void> => people.give(person, url, commandId, body);
    await Promise.all(doubleClicks ? [once(), once()] : [once()]);
  }

  const give: Desk['give'] = (person, step, { type, body }) => press(person, `${path}/${PATHS[type]}`, `${claimId}-${step}`, body);
  return {
    view,
    give,
    async giveTogether(person, step, decisions) {
      await press(person, `${path}/sitting`, `${claimId}-${step}`, { decisions: decisions.map(({ type, body }) => ({ type, ...body })) });
    },
    async completePapers(person, step, today) {
      const { missing } = await view(person);
      const absent = missing.filter(({ reason }) => reason !== 'not-yet-checked').map(({ paper }) => paper);
      const papers = absent.map((paper) => ({ paper, documentId: `${claimId}-${step}-${paper}`, sha256: DIGEST, obtainedOn: today }));
      if (papers.length > 0) await give(person, `${step}-attach`, { type: 'attachDocuments', body: { papers } });
      const verdicts = (await view(person)).papers
        .filter(({ verdict }) => verdict === 'unseen')
        .map(({ documentId }) => ({ documentId, verdict: 'ok' }));
      if (verdicts.length > 0) await give(person, `${step}-verify`, { type: 'verifyDocuments', body: { verdicts } });
    },
  };
}

export const DIGEST = 'b'.repeat(64);

/** Whose account it is, as the bank knows them too. */
export function payeeOf(story: Story, purse: Purse): Decision {
  const { payeeClass, personId, personName } = HOLDERS[purse](story.n);
  const accountNumber = accountOf(story, purse);
  return { type: 'confirmPayeeAccount', body: { payeeClass, personId, personName, bankCode: BANK_CODE, accountNumber } };
}

export const BANK_CODE = '130';
const spouse = (n: number) => ({ payeeClass: 'heirs', personId: 'pasangan', personName: `Pasangan Contoh ${n}` });
export const HOLDERS = {
  payee: spouse,
  second: spouse,
  arranger: (n: number) => ({ payeeClass: 'funeralArranger', personId: 'pengurus', personName: `Pengurus Contoh ${n}` }),
  fund: (n: number) => ({ payeeClass: 'fund', personId: 'dana', personName: `Dana Jaminan Contoh ${n}` }),
} as const satisfies Record<Purse, (n: number) => object>;

/** As the bank's book calls it. */
export function ledgerAccount(story: Story, purse: Purse): string {
  return `${BANK_CODE}:${accountOf(story, purse)}`;
}
