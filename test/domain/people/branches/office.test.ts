import { ROLES } from '#domain/people/actor.ts';
import { parseBranchFile } from '#domain/people/branches/branch-file.ts';
import { refuseOtherOffice } from '#domain/people/branches/office.ts';

describe('an officer decides claims of the office he works at', () => {
  test.each(ROLES)('%s', (role) => {
    const isBound = role === 'officer' || role === 'approver';
    expect(refuseOtherOffice({ role, branch: 'maumere' }, 'kupang') !== undefined).toBe(isBound);
    expect(refuseOtherOffice({ role, branch: 'kupang' }, 'kupang')).toBeUndefined();
    expect(refuseOtherOffice({ role, branch: 'maumere' }, undefined)).toBeUndefined();
  });

  test('who works nowhere decides nothing that has an office, and is told whose it is', () => {
    expect(refuseOtherOffice({ role: 'officer' }, 'kupang')?.text).toContain('kantor kupang');
  });

  test('the office stands in the file of branches, and may be left out of it', () => {
    const head = 'institutionId;branchId;name;regencyCode';
    expect(parseBranchFile(`${head}\nbpr;satu;Cabang Satu;53.71`).branches[0]).not.toHaveProperty('office');
    const { branches, errors } = parseBranchFile(
      `${head};office\nbpr;satu;Cabang Satu;53.71;kupang\nbpr;dua;Cabang Dua;53.71;\nbpr;tiga;Cabang Tiga;53.71;kan tor`,
    );
    expect(branches.map(({ office }) => office)).toEqual(['kupang', undefined]);
    expect(errors).toEqual([{ line: 4, text: expect.stringContaining('office') }]);
  });
});
