import type { DataSource, QueryRunner } from 'typeorm';

/** What a connection through shards does to errors and to a COMMIT. */
export interface Faults {
  /**
   * The next COMMITs fail: `kept` after the rows were written, `lost` before. The list is used up from the
   * front.
   */
  readonly commits?: ('kept' | 'lost')[];
}

/**
 * Wraps a writer so that it behaves as behind a coordinator of shards: an error carries its SQLSTATE, but the
 * name of no constraint, table or column; a COMMIT may fail with nobody knowing whether the rows are there.
 */
export function behindShards(writer: DataSource, faults: Faults = {}): DataSource {
  const commits = faults.commits ?? [];
  return new Proxy(writer, {
    get(target, property) {
      if (property !== 'createQueryRunner') return boundTo(target, property);
      return () => strippedRunner(target.createQueryRunner(), commits);
    },
  });
}

function strippedRunner(runner: QueryRunner, commits: ('kept' | 'lost')[]): QueryRunner {
  const query = runner.query.bind(runner);
  const commit = runner.commitTransaction.bind(runner);
  const stripped = (...sent: Parameters<typeof query>): Promise<unknown> =>
    query(...sent).catch(rethrowStripped);
  Object.defineProperty(runner, 'query', { value: stripped, configurable: true, writable: true });
  runner.commitTransaction = async () => {
    const fate = commits.shift();
    if (fate === 'lost') await runner.rollbackTransaction();
    else await commit();
    // On one shared connection the next transaction must find what it expects.
    runner.commitTransaction = commit;
    if (fate !== undefined) throw Object.assign(new Error('connection lost at COMMIT'), { code: '08006' });
  };
  return runner;
}

const NAMES = ['constraint', 'table', 'column', 'schema', 'detail', 'hint', 'where'];

function rethrowStripped(error: unknown): never {
  for (let layer = error; typeof layer === 'object' && layer !== null;) {
    for (const name of NAMES) Reflect.deleteProperty(layer, name);
    if (layer instanceof Error) layer.message = 'an error of some shard';
    const below: unknown = Reflect.get(layer, 'driverError');
    layer = below === layer ? undefined : below;
  }
  throw error;
}

function boundTo(target: DataSource, property: string | symbol): unknown {
  const value: unknown = Reflect.get(target, property);
  return typeof value === 'function' ? value.bind(target) : value;
}
