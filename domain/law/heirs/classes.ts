import type { Sourced } from '#domain/law/rules/explanation.ts';

export type Programme = 'jkm' | 'jkk';

export const RELATIONS = [
  'spouse',
  'child',
  'parent',
  'grandparent',
  'grandchild',
  'sibling',
  'parentInLaw',
  'willBeneficiary',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** 6 is nobody: the funeral money goes to whoever arranged the funeral. */
export type HeirClass = 1 | 2 | 3 | 4 | 5 | 6;
export type FamilyClass = Exclude<HeirClass, 6>;

export type ClassRow = {
  readonly name: string;
  readonly relations: readonly Relation[];
  /** The edge to follow while no member of this class lives. */
  readonly ifEmpty: HeirClass;
};

export const FIRST_CLASS: FamilyClass = 1;

export const HEIR_CLASSES: Readonly<Record<FamilyClass, ClassRow>> = {
  1: { name: 'janda, duda atau anak', relations: ['spouse', 'child'], ifEmpty: 2 },
  2: {
    name: 'keluarga sedarah ke atas dan ke bawah sampai derajat kedua',
    relations: ['parent', 'grandparent', 'grandchild'],
    ifEmpty: 3,
  },
  3: { name: 'saudara kandung', relations: ['sibling'], ifEmpty: 4 },
  4: { name: 'mertua', relations: ['parentInLaw'], ifEmpty: 5 },
  5: { name: 'pihak yang ditunjuk dalam wasiat atau oleh pengadilan', relations: ['willBeneficiary', 'other'], ifEmpty: 6 },
};

export const NOBODY_NAME = 'yang mengurus pemakaman';

/** The order of classes, by programme. */
export const ORDER_SOURCES: Readonly<Record<Programme, Sourced>> = {
  jkm: { source: 'PP 44/2015 art. 40', certainty: 'secondary' },
  jkk: { source: 'PP 44/2015 art. 37(4)(5)', certainty: 'law' },
};

/** In the order in which they are listed to people. */
export const HEIR_NEEDS = ['power-of-attorney', 'court-guardian', 'heir-dispute', 'will-deed', 'court-determination'] as const;
export type HeirNeed = (typeof HEIR_NEEDS)[number];

export type Proof = Sourced & { readonly shownBy: 'willByNotary' | 'courtDetermination'; readonly need: HeirNeed };

/** What somebody outside the family must show before the money can be theirs. */
export const PROOFS = {
  willBeneficiary: {
    shownBy: 'willByNotary',
    need: 'will-deed',
    source: 'Permenaker 1/2025 art. 79(2a)',
    certainty: 'law',
  },
  other: {
    shownBy: 'courtDetermination',
    need: 'court-determination',
    source: 'Permenaker 1/2025 art. 79(2b)',
    certainty: 'law',
  },
} as const satisfies Partial<Record<Relation, Proof>>;

export function proofAskedOf(relation: Relation): Proof | undefined {
  return relation === 'willBeneficiary' || relation === 'other' ? PROOFS[relation] : undefined;
}

export const ADULT_AT_YEARS = 18;
export const ADULTHOOD: Sourced = { source: 'rules.md 5', certainty: 'inferred' };

const POWER_OF_ATTORNEY: Sourced = { source: 'praktik layanan: surat kuasa ahli waris lain', certainty: 'secondary' };
const GUARDIAN: Sourced = { source: 'penetapan wali oleh pengadilan', certainty: 'recalled' };
const DISPUTE: Sourced = { source: 'rules.md 5', certainty: 'inferred' };

export const NEED_ROWS: Readonly<Record<HeirNeed, { readonly sentence: string; readonly row: Sourced }>> = {
  'power-of-attorney': {
    sentence: 'Lebih dari satu orang berhak menandatangani: perlu surat kuasa kepada salah satunya',
    row: POWER_OF_ATTORNEY,
  },
  'court-guardian': { sentence: 'Semua ahli waris di bawah umur: perlu wali yang ditetapkan pengadilan', row: GUARDIAN },
  'heir-dispute': { sentence: 'Ada sengketa ahli waris: belum ada penerima sampai sengketa selesai', row: DISPUTE },
  'will-deed': { sentence: 'Wasiat hanya berlaku dengan akta notaris', row: PROOFS.willBeneficiary },
  'court-determination': { sentence: 'Pihak di luar keluarga perlu penetapan pengadilan', row: PROOFS.other },
};
