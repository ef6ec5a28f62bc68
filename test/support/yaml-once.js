/**
 * Stands for the package `yaml` in tests: a text that an earlier spec file of this worker has read already is
 * not read again.
 *
 * The runner evaluates every module anew for every spec file, so each of a hundred would read all policies,
 * charts and layouts once more. What a text says is kept as JSON and read anew each time, so that nobody sees
 * what another changed; a text that is wrong, or says what JSON cannot, is read by the package itself.
 */
const { isDeepStrictEqual } = require('node:util');
const vm = require('node:vm');
const yaml = require('../../node_modules/yaml/dist/index.js');

// The module is Node's own: what hangs on it is found again by the next spec file.
const PLACE = Symbol.for('village-ledger.read');
const known = (vm[PLACE] ??= new Map());

function keep(key, value) {
  const json = JSON.stringify(value);
  if (json !== undefined && isDeepStrictEqual(JSON.parse(json), value)) known.set(key, json);
  return value;
}

function parse(text, ...rest) {
  const key = JSON.stringify(['parse', text, rest]);
  const json = known.get(key);
  return json === undefined ? keep(key, yaml.parse(text, ...rest)) : JSON.parse(json);
}

function parseDocument(text, options) {
  const keyOf = (how) => JSON.stringify(['document', text, options, how]);
  let document;
  const read = () => (document ??= yaml.parseDocument(text, options));
  const isKnown = known.has(keyOf('sound'));
  if (!isKnown && read().errors.length + read().warnings.length === 0) known.set(keyOf('sound'), '');
  return {
    errors: isKnown ? [] : read().errors,
    warnings: isKnown ? [] : read().warnings,
    toJS: (how) => {
      const json = known.get(keyOf(how));
      return json === undefined ? keep(keyOf(how), read().toJS(how)) : JSON.parse(json);
    },
  };
}

module.exports = { ...yaml, parse, parseDocument };
