/**
 * `npm run test:mutation [-- ROOM or FILE …]`: changes the rules of money one spot at a time and asks whether
 * a case of the same room notices. What none noticed is printed and stands in `out/mutation`;
 * it fails below 85 %.
 *
 * A room answers for itself: a rule of money that only a case of the policies holds is not held.
 */
import { basename } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

const ROOMS = ['money', 'distribution', 'policy'];
/**
 * They read every seed anew, or hundreds of broken files: too slow to be asked again for each change.
 * What only they would notice counts as not noticed.
 */
const LEFT_OUT = ['broken-files', 'pack-numbers', 'policy-service', 'schema'];

for (const wanted of process.argv.length > 2 ? process.argv.slice(2) : ROOMS) {
  const files = ROOMS.includes(wanted) ? `src/domain/${wanted}/*.ts` : wanted;
  const room = files.split('/')[2];
  const report = `out/mutation/${basename(wanted, '.ts')}`;
  await new Stryker({
    testRunner: 'mocha',
    mochaOptions: {
      'no-config': true,
      'no-package': true,
      'no-opts': true,
      require: ['test/mutation/run-in-one-process.js'],
      spec: [`test/domain/${room}/*.spec.ts`],
      ignore: LEFT_OUT.map((name) => `test/domain/policy/${name}.spec.ts`),
    },
    mutate: [files],
    // A change that only counts while a module is read has no case of its own to be asked.
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    ignorePatterns: ['/*', '!/src', '!/test', '!/seeds', '!/templates', '!/package.json', '!/jest.config.js'],
    tempDirName: `${report}-sandbox`,
    concurrency: Number(process.env['MUTATION_WORKERS'] ?? 2),
    timeoutMS: 10_000,
    reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
    clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
    htmlReporter: { fileName: `${report}.html` },
    jsonReporter: { fileName: `${report}.json` },
    thresholds: { high: 95, low: 85, break: 85 },
  }).runMutationTest();
}
