import projects from './jest.config.js';

// The pure project alone, for mutation testing.
const { displayName: _name, ...pure } = projects.projects[0];
export default { ...pure, testMatch: ['<rootDir>/test/domain/{benefit,coverage,heirs,clock}/**/*.test.ts'] };
