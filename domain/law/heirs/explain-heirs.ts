import { cite, type ExplanationStep } from '#domain/law/rules/explanation.ts';
import { ADULTHOOD, type FamilyClass, HEIR_CLASSES, NEED_ROWS, NOBODY_NAME, ORDER_SOURCES, PROOFS } from './classes.ts';
import { type HeirsInput, isDivorcedSpouse, type PayeeChoice, type Settlement } from './people.ts';

/** The marriage law; see docs/open-questions.md. */
const PARENTHOOD = cite({ source: 'UU 1/1974 Pasal 41 dan 45', certainty: 'recalled' });

const FAMILY_CLASSES: readonly FamilyClass[] = [1, 2, 3, 4, 5];

/** Why each class is open or closed, then who is paid or what is still missing. */
export function explainHeirs(input: HeirsInput, settlement: Settlement, choice: PayeeChoice): ExplanationStep[] {
  return [
    ...classSteps(input, settlement),
    ...divorceSteps(input),
    ...adulthoodSteps(settlement),
    ...choice.needs.map((need) => ({ step: NEED_ROWS[need].sentence, source: cite(NEED_ROWS[need].row) })),
    ...payeeSteps(input, settlement, choice),
  ];
}

function classSteps({ programme }: HeirsInput, { class: winning, heirs }: Settlement): ExplanationStep[] {
  const order = cite(ORDER_SOURCES[programme]);
  const steps = FAMILY_CLASSES.map((heirClass) => ({
    step: `Golongan ${heirClass} (${HEIR_CLASSES[heirClass].name}): ${verdict(heirClass, winning, heirs.length)}`,
    source: heirClass === 5 ? `${order}; ${cite(PROOFS.willBeneficiary)}` : order,
  }));
  const nobody = winning === 6 ? 'berlaku, tidak ada ahli waris' : 'tertutup, ada ahli waris';
  return [...steps, { step: `Golongan 6 (${NOBODY_NAME}): ${nobody}`, source: order }];
}

function verdict(heirClass: FamilyClass, winning: number, count: number): string {
  if (heirClass < winning) return 'kosong, tidak ada anggota yang hidup';
  return heirClass === winning ? `berlaku, ${count} orang` : `tertutup, golongan ${winning} lebih dahulu`;
}

function divorceSteps({ people, programme }: HeirsInput): ExplanationStep[] {
  return people
    .filter(isDivorcedSpouse)
    .map(({ id }) => ({ step: `${id} sudah bercerai, bukan ahli waris golongan 1`, source: cite(ORDER_SOURCES[programme]) }));
}

function adulthoodSteps({ heirs }: Settlement): ExplanationStep[] {
  return heirs
    .filter((heir) => heir.birthDate === undefined)
    .map(({ id }) => ({ step: `Tanggal lahir ${id} tidak tercatat, dianggap dewasa`, source: cite(ADULTHOOD) }));
}

function payeeSteps({ programme, people }: HeirsInput, settlement: Settlement, { payee, needs }: PayeeChoice): ExplanationStep[] {
  const source = cite(ORDER_SOURCES[programme]);
  const isParent = people.some((person) => person.id === payee && isDivorcedSpouse(person)) && settlement.class === 1;
  if (isParent)
    return [
      { step: `${payee} bertindak untuk anaknya: kekuasaan orang tua tidak berakhir karena perceraian`, source: PARENTHOOD },
      { step: `Penerima pembayaran: ${payee}`, source },
    ];
  if (payee !== null) return [{ step: `Penerima pembayaran: ${payee}`, source }];
  return settlement.class === 6 && needs.length === 0 ? [{ step: 'Belum diketahui siapa yang mengurus pemakaman', source }] : [];
}
