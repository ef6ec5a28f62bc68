/**
 * Runs a TypeScript program in a process of its own, compiled as the tests are:
 * `node run-typescript.js /path/of/program.ts …`.
 */
require('./compile-typescript.js');
require(process.argv[2]);
