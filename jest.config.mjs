/** Jest runs the TypeScript sources directly: SWC strips types, packages resolve to their `src`. */
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
};

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  modulePathIgnorePatterns: ['/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/fixtures/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^@yimen/(config|engine|contracts)$': '<rootDir>/libs/$1/src/index.ts',
    '^@yimen/engine/(check|reference|editing)$': '<rootDir>/libs/engine/src/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  ...more,
});

export default {
  maxWorkers: 2,
  testTimeout: 180_000,
  projects: [
    project('unit', [
      '<rootDir>/libs/**/*.spec.ts',
      '<rootDir>/apps/**/*.spec.{ts,tsx}',
      '<rootDir>/test/{engine,conformance,cli,fences}/**/*.spec.ts',
    ]),
    project('api', ['<rootDir>/test/api/**/*.spec.ts']),
    project('faults', ['<rootDir>/test/faults/**/*.spec.ts']),
    project('browser', ['<rootDir>/test/browser/**/*.spec.ts']),
  ],
};
