import type { ClaimId } from '#domain/claim/claim-number.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import type { BackOffice } from './back-office.ts';
import { type Decision, type Desk, deskOf, HOLDERS, payeeOf } from './desk.ts';
import { INSTITUTION, type Partner } from './partner.ts';
import { patiently } from './patience.ts';
import { type People, type Person, Refused } from './people.ts';
import { accountOf, type Kind, type Story } from './stories.ts';
import type { Turns } from './turns.ts';
import type { Watch } from './watch.ts';

export type Stage = {
  readonly people: People;
  readonly partner: Partner;
  readonly bank: BackOffice;
  readonly watch: Watch;
  readonly turns: Turns;
  readonly signal: AbortSignal;
  readonly today: string;
  /** Whose account somebody else may name. */
  readonly neighbour?: Story | undefined;
};

type Scene = { readonly story: Story; readonly claimId: ClaimId; readonly desk: Desk; readonly stage: Stage };

export const todayAt = (now: number): string => toLocal(now, 'Asia/Makassar').day;
const TRIAGE = { programme: 'jkm', reason: 'Meninggal karena sakit di rumah.' } as const;
const triage: Decision = { type: 'triageCause', body: TRIAGE };
const pay: Decision = { type: 'recommend', body: { outcome: 'pay' } };

/** One family from the signature of a credit to the end its story has. Everything in it is repeated until it is heard. */
export async function play(story: Story, stage: Stage): Promise<void> {
  const { partner, watch, turns, signal, people } = stage;
  const claimId = partner.claimId(story);
  const file = `${INSTITUTION}:${partner.participantId(story)}`;
  const report = async (): Promise<void> => {
    await partner.report(story);
    await patiently(`claim ${claimId} on record`, () => watch.status(claimId), signal);
  };
  const isLate = story.kind === 'late-credit';
  if (isLate) await partner.contribute(story);
  if (isLate) await report();
  await partner.signCredit(story);
  await patiently(`the readiness file of story ${story.n}`, () => watch.hasFile(file), signal);
  if (!isLate) await report();
  if (story.kind !== 'canary') await turns.officer(story);
  await SCRIPTS[story.kind]({ story, claimId, desk: deskOf(people, claimId, story), stage });
}

const SCRIPTS: Readonly<Record<Kind, (scene: Scene) => Promise<void>>> = {
  async golden(scene) {
    await recommendDeath(scene);
    await approve(scene);
  },
  async 'closed-account'(scene) {
    const { story, claimId, desk, stage } = scene;
    await recommendDeath(scene);
    await stage.bank.openAccount(accountOf(story, 'payee'), HOLDERS.payee(story.n).personName, 'closed');
    await approve(scene);
    // Looked at by the officer: who watches from afar may still see the claim as it was before its recommendation.
    const isBack = async (): Promise<boolean> => (await desk.view('petugas.dua')).status === 'verifying';
    await patiently(`${claimId} back at its officer`, isBack, stage.signal, 1_000);
    await desk.giveTogether('petugas.dua', 'other-account', [payeeOf(story, 'second'), pay]);
    await approve(scene, 'penyetuju.dua', 'again');
  },
  async 'no-heirs'(scene) {
    const { story, desk } = scene;
    await workUp(scene, triage, (people) => ({
      people: people.map((person) => ({ ...person, alive: false })),
      arrangedFuneral: 'pengurus',
    }));
    await desk.give('petugas.satu', 'arranger', payeeOf(story, 'arranger'));
    await desk.give('petugas.satu', 'fund', payeeOf(story, 'fund'));
    await desk.give('petugas.satu', 'recommend', pay);
    await approve(scene);
  },
  async 'two-partners'(scene) {
    await scene.stage.partner.reportElsewhere(scene.story);
    await recommendDeath(scene);
    await approve(scene);
  },
  async 'two-approvers'(scene) {
    await recommendDeath(scene);
    await scene.stage.turns.approver(scene.story);
    const both = await Promise.allSettled([decide(scene, 'penyetuju.satu', 'first'), decide(scene, 'penyetuju.dua', 'second')]);
    const failed = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    // Of two who decide at once the later one is told that nothing is left to decide.
    const isLate = (error: unknown): boolean => error instanceof Refused && error.code === 'not-allowed-in-status';
    if (failed.length === both.length || !failed.every(isLate)) throw failed[0];
  },
  async 'work-accident'(scene) {
    const { story, desk } = scene;
    await workUp(scene, { type: 'triageCause', body: { programme: 'jkk', reason: 'Jatuh di tempat kerja.' } });
    await desk.give('petugas.satu', 'payee', payeeOf(story, 'payee'));
    await desk.give('petugas.satu', 'recommend', pay);
    await approve(scene);
  },
  async 'long-contributor'(scene) {
    await recommendDeath(scene);
    await approve(scene);
  },
  async rejected(scene) {
    const { desk } = scene;
    await workUp(scene, triage);
    const body = { outcome: 'reject', reason: 'ill-at-registration', text: 'Sudah sakit saat didaftarkan.' };
    await desk.give('petugas.satu', 'recommend', { type: 'recommend', body });
    await approve(scene);
  },
  async withdrawn({ desk, stage, story }) {
    await stage.turns.approver(story);
    await desk.give('kepala.bpr', 'withdraw', { type: 'withdraw', body: { reason: 'Keluarga ingin berunding dahulu.' } });
    await desk.give('petugas.satu', 'withdraw-second', { type: 'withdraw', body: { reason: 'Surat keluarga diterima.' } });
  },
  async 'never-worked'() {},
  async 'late-credit'(scene) {
    const { desk, stage, claimId } = scene;
    const isWhole = async (): Promise<boolean> => {
      const { people, membershipNews } = await desk.view('petugas.satu');
      return people.length > 0 && membershipNews.some(({ contributionsSince }) => contributionsSince > 0);
    };
    await patiently(`family and contribution of ${claimId}`, isWhole, stage.signal, 1_000);
    await recommendDeath(scene);
    await approve(scene);
  },
  async 'stale-news'(scene) {
    const { desk, stage, claimId, story } = scene;
    await stage.partner.tellCoverage(story);
    const isTold = async (): Promise<boolean> => (await desk.view('petugas.satu')).membershipNews.some(({ ignored }) => ignored.length > 0);
    await patiently(`the older coverage of ${claimId} ignored`, isTold, stage.signal, 1_000);
    await recommendDeath(scene);
    await approve(scene);
  },
  async 'neighbours-account'(scene) {
    const { desk, stage, story, claimId } = scene;
    const { neighbour } = stage;
    if (neighbour) {
      const theirs = stage.partner.claimId(neighbour);
      await patiently(`${theirs} paid`, async () => (await stage.watch.status(theirs)) === 'closed', stage.signal);
      await workUp(scene, triage);
      await desk.giveTogether('petugas.satu', 'their-account', [payeeOf(neighbour, 'payee'), pay]);
      await approve(scene, 'penyetuju.satu', 'theirs');
      const isBack = async (): Promise<boolean> => (await desk.view('petugas.dua')).status === 'verifying';
      await patiently(`${claimId} stopped before the bank`, isBack, stage.signal, 1_000);
      await desk.giveTogether('petugas.dua', 'own-account', [payeeOf(story, 'payee'), pay]);
      return approve(scene, 'penyetuju.dua', 'own');
    }
    await recommendDeath(scene);
    await approve(scene);
  },
  async 'heard-late'(scene) {
    await recommendDeath(scene);
    await scene.stage.bank.payInSilence(accountOf(scene.story, 'payee'), 4);
    await approve(scene);
  },
  async canary(scene) {
    await workUp(scene, triage);
  },
};

/** From the first look to the recommendation: in one sitting, or decision by decision. */
async function recommendDeath(scene: Scene): Promise<void> {
  const { story, desk } = scene;
  const account = payeeOf(story, 'payee');
  if (!story.inOneSitting) {
    await workUp(scene, triage);
    await desk.give('petugas.satu', 'payee', account);
    await desk.give('petugas.satu', 'recommend', pay);
    return;
  }
  const { papers, people } = await desk.view('petugas.satu');
  const verdicts = papers.map(({ documentId }) => ({ documentId, verdict: 'ok' }));
  await desk.giveTogether('petugas.satu', 'officer', [
    { type: 'verifyDocuments', body: { verdicts } },
    { type: 'declareComplete', body: {} },
    triage,
    { type: 'resolveHeirs', body: { people } },
    account,
    pay,
  ]);
}

type Family = readonly { readonly id: string; readonly alive: boolean }[];

/** Papers, cause and heirs; each may ask for more papers. */
async function workUp(
  { desk, stage }: Scene,
  cause: Decision,
  heirs: (people: Family) => object = (people) => ({ people }),
): Promise<void> {
  const officer = 'petugas.satu';
  await desk.give(officer, 'triage', cause);
  await desk.completePapers(officer, 'papers', stage.today);
  await desk.give(officer, 'complete', { type: 'declareComplete', body: {} });
  const { people } = await desk.view(officer);
  await desk.give(officer, 'heirs', { type: 'resolveHeirs', body: heirs(people) });
  await desk.completePapers(officer, 'more-papers', stage.today);
}

async function approve(scene: Scene, person: Person = 'penyetuju.satu', step = 'approve'): Promise<void> {
  await scene.stage.turns.approver(scene.story);
  await decide(scene, person, step);
}

async function decide({ desk }: Scene, person: Person, step: string): Promise<void> {
  const { points } = await desk.view(person);
  const open = Object.entries(points).flatMap(([point, { verdict }]) => (verdict === 'open' ? [point] : []));
  const asked = open.includes('rejection') ? ['rejection'] : open;
  // Somebody else was faster: asked all the same, so that it is the rules that say so.
  if (asked.length === 0) asked.push('amount');
  await desk.give(person, step, { type: 'decidePoints', body: { decisions: asked.map((point) => ({ point, verdict: 'approve' })) } });
}

/** The accounts of a story, as they stood at the bank long before. */
export async function openAccounts(story: Story, bank: BackOffice): Promise<void> {
  for (const [purse, holder] of Object.entries(HOLDERS)) {
    await bank.openAccount(accountOf(story, purse as keyof typeof HOLDERS), holder(story.n).personName, 'open');
  }
}
