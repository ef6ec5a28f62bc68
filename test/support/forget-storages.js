/**
 * Before each spec file: ends the storages that the files before it left behind in this worker.
 *
 * Node carries every AsyncLocalStorage that was once used along with every promise, and keeps it for as long
 * as the process lives. A spec file loads its modules anew, so it brings its own: the runner's, the
 * database's, the log's. A worker's hundredth file would carry those of ninety-nine others with each promise.
 */
const { AsyncLocalStorage } = require('node:async_hooks');

// The class is Node's own: what hangs on it is found again by the next spec file.
const PLACE = Symbol.for('village-ledger.storages');
const kept = (AsyncLocalStorage[PLACE] ??= { run: AsyncLocalStorage.prototype.run, used: new Set() });

for (const storage of kept.used) storage.disable();
kept.used.clear();

AsyncLocalStorage.prototype.run = function (...asked) {
  kept.used.add(this);
  return kept.run.apply(this, asked);
};
