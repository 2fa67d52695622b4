import { MembershipsOfPerson } from '#schemas/registry/membership.ts';

/** Memberships of the invented people of the civil registry, there from the first start. */
export const SEED_MEMBERSHIPS: readonly MembershipsOfPerson[] = [
  {
    nik: '0000001701000001',
    memberships: [
      {
        kpj: 'KPJ00000001',
        segment: 'BPU',
        memberSince: '2025-06-05',
        paidMonths: ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'],
        payer: 'self',
      },
    ],
  },
].map((person) => MembershipsOfPerson.parse(person));
