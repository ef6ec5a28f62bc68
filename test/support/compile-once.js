/**
 * Before each spec file: lets it run the modules that an earlier file of this worker has compiled already.
 *
 * The runner evaluates every module anew for every spec file, and should: none sees what another left behind.
 * But it also compiles them anew, the whole of Nest and TypeORM a hundred times over. A compiled script holds
 * no state, and Node runs one in any number of contexts.
 */
const vm = require('node:vm');

// The module is Node's own: what hangs on it is found again by the next spec file.
const PLACE = Symbol.for('village-ledger.compiled');
if (vm[PLACE] === undefined) {
  const { compileFunction } = vm;
  const compiled = (vm[PLACE] = new Map());

  vm.compileFunction = (source, parameters, options) => {
    const { filename, parsingContext } = options;
    let known = compiled.get(filename);
    if (known?.source !== source) {
      known = { source, script: scriptOf(source, parameters, filename) };
      compiled.set(filename, known);
    }
    // What is not the body of a function is the runner's to explain.
    return known.script?.runInContext(parsingContext) ?? compileFunction(source, parameters, options);
  };
}

/** The module as a function of the runner's parameters; undefined where it is none. */
function scriptOf(source, parameters, filename) {
  const opening = `(function (${parameters.join(', ')}) {`;
  try {
    // Places in an error's stack stay those of the module.
    return new vm.Script(`${opening}${source}\n})`, { filename, columnOffset: -opening.length });
  } catch {
    return undefined;
  }
}
