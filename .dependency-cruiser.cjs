/** Where a run begins: the server and the commands. */
const ENTRIES =
  '^src/(main|cli/(migrate|demo|cases|check-books|audit-file|import-books|policy|rotate-keys|county-account|access-table))\\.ts$';

/** The steps in the order in which the money flows; `src/app.module.ts` and `src/README.md` keep it, too. */
const STEPS = [
  'collectives',
  'assets',
  'income',
  'deductions',
  'surplus',
  'uses',
  'distribution',
  'payouts',
  'notices',
  'months',
  'oversight',
];

/** The registers serve every step and know none: who may, what the rules say, what was posted, decided. */
const REGISTERS = ['users', 'policy', 'ledger', 'approvals'];

const rooms = (names) => `^src/(domain|features)/(${names.join('|')})/`;

const flowRules = STEPS.slice(0, -1).map((step, place) => ({
  name: `flow-${step}`,
  severity: 'error',
  comment: `${step} imports the steps before it, never one after it`,
  from: { path: rooms([step]) },
  to: { path: rooms(STEPS.slice(place + 1)) },
}));

module.exports = {
  forbidden: [
    ...flowRules,
    {
      name: 'registers-know-no-step',
      severity: 'error',
      comment: 'a register is called by steps; hand it plain facts',
      from: { path: rooms(REGISTERS) },
      to: { path: rooms(STEPS) },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'the rules of money import the rules of money and decimal.js; hand everything else in',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/|(^|/)node_modules/decimal\\.js/' },
    },
    {
      name: 'floor',
      severity: 'error',
      comment: 'money, calendar and shared import nothing above them',
      from: { path: '^src/domain/(money|calendar|shared)/' },
      to: { path: '^src/domain/', pathNot: '^src/domain/(money|calendar|shared)/' },
    },
    {
      name: 'features-meet-at-services',
      severity: 'error',
      comment: "use the other feature's service; its row is an id, not a relation",
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '\\.(service|module)\\.ts$'] },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      comment: 'the platform and the glossary are what every application has; hand the feature in',
      from: { path: '^src/(platform|glossary)/' },
      to: { path: '^src/(features|cli|app\\.module|main)' },
    },
    {
      name: 'controllers-keep-off-the-database',
      severity: 'error',
      comment: 'ask the service: a controller or a page knows neither TypeORM nor an entity',
      from: { path: '\\.(controller|pages)\\.tsx?$' },
      to: { path: ['(^|/)node_modules/(typeorm|@nestjs/typeorm)/', '\\.entity\\.ts$'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'two files that need each other are one file, or there is a third below both',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'nothing starts this file: use it or remove it',
      from: { path: ENTRIES },
      to: { path: '^src/', pathNot: ENTRIES, reachable: false },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'what is imported does not exist',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-code-in-src',
      severity: 'error',
      comment: 'the program runs without its tests and without packages meant for them',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-development-package-in-src',
      severity: 'error',
      comment: 'name it under dependencies, or do without',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
    moduleSystems: ['cjs', 'es6'],
    skipAnalysisNotInRules: true,
  },
};
