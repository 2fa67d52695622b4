// Tests are compiled to CommonJS by swc; package "imports" give the # aliases to jest as well as to Node.
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.[tj]s$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
  },
  // jose ships ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  modulePathIgnorePatterns: ['<rootDir>/.run/', '<rootDir>/.stryker-tmp/'],
};

export default {
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.int\\.test\\.ts$', '\\.replay\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'stack',
      testMatch: ['<rootDir>/test/**/*.int.test.ts', '<rootDir>/test/**/*.replay.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/chaos/'],
    },
    // On servers of its own, which it kills; by itself, because it says how fast things come back.
    { ...shared, displayName: 'chaos', testMatch: ['<rootDir>/test/chaos/**/*.int.test.ts'] },
  ],
};
