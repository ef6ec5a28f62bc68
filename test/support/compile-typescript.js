/** Lets a plain Node process require TypeScript, compiled as the tests are. */
const { transformFileSync } = require('@swc/core');
const [, options] = require('../../jest.config.js').transform['^.+\\.tsx?$'];

for (const kind of ['.ts', '.tsx']) {
  require.extensions[kind] = (compiled, file) => {
    compiled._compile(transformFileSync(file, options).code, file);
  };
}
