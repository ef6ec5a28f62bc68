/** A command that was refused: who asked for what, why not, and a digest of what was typed. */
export interface RefusedCommand {
  readonly collectiveId: string;
  /** Its place in the collective's own chain of refusals, from 1. */
  readonly position: number;
  readonly refusedAt: string;
  /** The id of the person. */
  readonly actor: string;
  /** Method and pattern of the address, without ids: `POST /villages/:collectiveId/receipts/new`. */
  readonly command: string;
  /** Why it was refused, each code once. */
  readonly codes: readonly string[];
  /** SHA-256 of the input; what was typed itself is not kept. */
  readonly inputDigest: string;
}

/** The hash before the first refusal of every collective. */
export const REFUSALS_START = '0'.repeat(64);

/**
 * How many refusals of one person are kept in a day and collective. The one that fills the bound carries
 * {@link BOUND_REACHED} besides its own codes; after it nothing more is kept that day.
 */
export const REFUSALS_A_DAY = 200;

export const BOUND_REACHED = 'audit.boundReached';

/**
 * The canonical text of a refusal: a JSON array in a fixed order. Rule for changing it: never. A new version
 * gets a new first element and applies from its first refusal on; the golden vectors of every version stay
 * in the tests.
 */
export function canonicalRefusal(refused: RefusedCommand): string {
  return JSON.stringify([
    'refusal/1',
    refused.collectiveId,
    refused.position,
    refused.refusedAt,
    refused.actor,
    refused.command,
    refused.codes,
    refused.inputDigest,
  ]);
}

/**
 * The hash that links a refusal to all before it.
 * @param hash sha-256 of a text as 64 hexadecimal digits, handed in
 */
export function refusalHash(
  previous: string,
  refused: RefusedCommand,
  hash: (text: string) => string,
): string {
  return hash(`${previous}\n${canonicalRefusal(refused)}`);
}

/** A refusal as it stands in the rows, with its links. */
export interface ChainedRefusal extends RefusedCommand {
  readonly previousHash: string;
  readonly hash: string;
}

/** Where the chain of refusals ends, as it is kept beside it or was seen by an earlier check. */
export interface RefusalsEnd {
  readonly position: number;
  readonly hash: string;
}

/**
 * Whether the chain reaches what is known of its end: a tail that was cut off, or a chain written anew.
 * @param refusals all of them, by position
 */
export function findRefusalCut(
  refusals: readonly ChainedRefusal[],
  known: RefusalsEnd,
): 'cut' | 'rewritten' | undefined {
  if (known.position === 0) return undefined;
  const there = refusals.find(({ position }) => position === known.position);
  if (there === undefined) return 'cut';
  return there.hash === known.hash ? undefined : 'rewritten';
}

/** Where the chain of refusals breaks, and how. */
export interface RefusalBreak {
  readonly position: number;
  /** A place is missing or doubled; it does not follow the one before; what it says was changed. */
  readonly fault: 'gap' | 'link' | 'hash';
}

/**
 * Recomputes a collective's chain of refusals.
 * @param refusals all of them, by position
 * @returns the first break, or undefined where the chain holds
 */
export function findRefusalBreak(
  refusals: readonly ChainedRefusal[],
  hash: (text: string) => string,
): RefusalBreak | undefined {
  let previous = REFUSALS_START;
  for (const [index, refused] of refusals.entries()) {
    const { position } = refused;
    if (position !== index + 1) return { position: index + 1, fault: 'gap' };
    if (refused.previousHash !== previous) return { position, fault: 'link' };
    previous = refusalHash(previous, refused, hash);
    if (refused.hash !== previous) return { position, fault: 'hash' };
  }
  return undefined;
}
