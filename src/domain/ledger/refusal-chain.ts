import type { AcceptedWay } from './accepted-chain';
import type { LinkedRow } from './position-chain';

/** A command that was refused: who asked for what, why not, and a digest of what was typed. */
export interface RefusedCommand {
  readonly collectiveId: string;
  /** Its place in the collective's own chain of refusals, from 1. */
  readonly position: number;
  readonly refusedAt: string;
  /** The id of the person. */
  readonly actor: string;
  /** What the person was for these books, in names of roles parted by a space; null in what is older. */
  readonly role: string | null;
  /** Through which way it was asked; null of what was kept before. */
  readonly way: AcceptedWay | null;
  /** The address of the machine it came from; null of what was kept before. */
  readonly address: string | null;
  /** Method and pattern of the address, without ids: `POST /villages/:collectiveId/receipts/new`. */
  readonly command: string;
  /** Why it was refused, each code once. */
  readonly codes: readonly string[];
  /**
   * What its sentences say, as JSON of plain facts, and what it was about; null of refusals that have none,
   * and of what is older.
   */
  readonly facts: string | null;
  /** SHA-256 of the input; what was typed itself is not kept. */
  readonly inputDigest: string;
}

/**
 * How many refusals of one person are kept in a day and collective. The one that fills the bound carries
 * {@link BOUND_REACHED} besides its own codes; after it nothing more is kept that day.
 */
export const REFUSALS_A_DAY = 200;

export const BOUND_REACHED = 'audit.boundReached';

/**
 * The canonical text of a refusal: a JSON array in a fixed order. Rule for changing it: never. A new version
 * gets a new first element and applies from its first refusal on; the golden vectors of every version stay
 * in the tests. The second version tells from where it came, the first did not;
 * the third tells the facts of its sentences.
 */
export function canonicalRefusal(refused: RefusedCommand): string {
  const { role, way, address, facts } = refused;
  return JSON.stringify([
    way === null ? 'refusal/1' : facts === null ? 'refusal/2' : 'refusal/3',
    refused.collectiveId,
    refused.position,
    refused.refusedAt,
    refused.actor,
    ...(way === null ? [] : [role, way, address]),
    refused.command,
    refused.codes,
    ...(way === null || facts === null ? [] : [facts]),
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
export interface ChainedRefusal extends RefusedCommand, LinkedRow {}
