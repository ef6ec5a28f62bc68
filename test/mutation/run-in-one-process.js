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
