/**
 * Runs a TypeScript program in a process of its own, compiled as the tests are:
 * `node run-typescript.js /path/of/program.ts …`.
 */
const { transformFileSync } = require('@swc/core');
const [, options] = require('../../jest.config.js').transform['^.+\\.tsx?$'];

for (const kind of ['.ts', '.tsx']) {
  require.extensions[kind] = (compiled, file) => {
    compiled._compile(transformFileSync(file, options).code, file);
  };
}
require(process.argv[2]);
