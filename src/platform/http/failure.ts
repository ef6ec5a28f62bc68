import { errorCode } from '../database/faults';

/** A failure as the log may hold it: where it happened, never what was in the rows or forms. */
export interface FailureRecord {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly frames: readonly string[];
}

/** Errors whose message is a sentence of this program or of the language, not a value a person typed. */
const PLAIN_MESSAGES = new Set(['BrokenInvariant', 'TypeError', 'RangeError', 'ReferenceError']);

/**
 * Describes a failure without personal data: drivers and parsers quote values in their messages, so
 * those are left out.
 */
export function describeFailure(error: unknown): FailureRecord {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = errorCode(error);
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(PLAIN_MESSAGES.has(error.name) ? { message: error.message } : {}),
    frames: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
  };
}
