/**
 * Lets mocha run the specs of `test/domain` as they are, with the runner's own `expect` and tables.
 *
 * A mutation run asks thousands of times whether a few cases still pass. Jest builds its world anew for
 * each; here every module is read once per process, and only the cases that reach the changed line run again.
 */
const { expect } = require('expect');
const fc = require('fast-check');
const { bind } = require('jest-each');
require('../support/compile-typescript.js');

// The specs ask for these names when they are read, after mocha has set its own.
for (const name of ['describe', 'it']) {
  let known;
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => known,
    set: (plain) => {
      known = plain;
      known.each = bind(plain);
    },
  });
}
globalThis.expect = expect;

// A property is asked of its first thirty samples; one counterexample is enough, nobody reads the smallest.
const { assert } = fc;
Object.defineProperty(fc, 'assert', {
  value: (property, options = {}) =>
    assert(property, { ...options, numRuns: Math.min(options.numRuns ?? 30, 30), endOnFailure: true }),
});

/**
 * A line that runs while the specs are read, and again in a case, is asked of by that case alone. It counts
 * as no line of its own kind: for each of those the runner would begin a new process, and find the same.
 */
module.exports.mochaHooks = {
  afterAll() {
    const { static: whileRead = {}, perTest = {} } = globalThis.__stryker__?.mutantCoverage ?? {};
    for (const reached of Object.values(perTest)) for (const id of Object.keys(reached)) delete whileRead[id];
  },
};
