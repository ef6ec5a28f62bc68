/**
 * One suite, run on SQLite always and on PostgreSQL and in a browser where the machine has them.
 * Two workers: the machine of `.ci/run` has two cores, and PostgreSQL or a browser works beside them.
 */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.spec.ts', '<rootDir>/test/**/*.spec.tsx'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/long-first.js',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  setupFiles: ['<rootDir>/test/support/compile-once.js', '<rootDir>/test/support/forget-storages.js'],
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  moduleNameMapper: {
    '^yaml$': '<rootDir>/test/support/yaml-once.js',
    '/metadata-args/MetadataArgsStorage$': '<rootDir>/test/support/indexed-metadata.js',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/out/', '<rootDir>/data/'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
