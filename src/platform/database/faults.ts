/** SQLSTATE classes and codes after which the same work may be tried again: nothing of it was kept. */
const PASSING = /^(08|57P0[1-3]|40001|40P01|55P03|53300)/;
const PASSING_CODES = new Set([
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Errors are told apart by SQLSTATE or the driver's code, never by the name of a table or constraint. */
export function errorCode(error: unknown): string | undefined {
  const seen = new Set<unknown>();
  for (let layer = error; isLayer(layer) && !seen.has(layer); layer = layer.driverError ?? layer.cause) {
    seen.add(layer);
    if (typeof layer.code === 'string') return layer.code;
  }
  return undefined;
}

/** Whether the fault passes: a deadlock, a busy file, a lost connection. */
export function isPassingFault(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined) return PASSING.test(code) || PASSING_CODES.has(code);
  return (
    error instanceof Error &&
    /Connection terminated|connection is closed|already released/i.test(error.message)
  );
}

/** Whether a key was there already: a row of the same identity exists. */
export function isDuplicateKey(error: unknown): boolean {
  const code = errorCode(error);
  return code === '23505' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE';
}

interface Layer {
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly driverError?: unknown;
}

function isLayer(value: unknown): value is Layer {
  return typeof value === 'object' && value !== null;
}
