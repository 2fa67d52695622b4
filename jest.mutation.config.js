import projects from './jest.config.js';

// Mutants are many and each runs its tests anew: few runs of each property do, the examples carry the weight.
process.env.SANTUN_PROPERTY_RUNS ??= '15';

// The pure tests of the modules under mutation alone.
const { displayName: _name, ...pure } = projects.projects[0];
export default { ...pure, testMatch: ['<rootDir>/test/domain/{benefit,coverage,heirs,clock,scholarship}/**/*.test.ts'] };
