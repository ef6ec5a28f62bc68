import type { LinkedRow } from './position-chain';

/** A command that was carried out: who gave it, as what, how and from where. */
export interface AcceptedCommand {
  readonly collectiveId: string;
  /** Its place in the collective's own chain of accepted commands, from 1. */
  readonly position: number;
  readonly acceptedAt: string;
  /** The id of the person. */
  readonly actor: string;
  /** What the person is for this collective, or where he has his posts: names of roles, parted by a space. */
  readonly role: string;
  /** Through a page, or through the API by a program of his. */
  readonly way: AcceptedWay;
  /** The address of the machine it came from. */
  readonly address: string;
  /** Name of the command: `income.settlement`. */
  readonly command: string;
  /** SHA-256 of the command's key and what was asked, which nobody guesses without the key. */
  readonly inputDigest: string;
  /** What it was about, as JSON of plain facts; null of commands that tell nothing, and of what is older. */
  readonly about: string | null;
}

export const ACCEPTED_WAYS = ['page', 'api'] as const;
export type AcceptedWay = (typeof ACCEPTED_WAYS)[number];

/** An accepted command as it stands in the rows, with its links. */
export interface ChainedAcceptance extends AcceptedCommand, LinkedRow {}

/**
 * The canonical text of an accepted command: a JSON array in a fixed order. Rule for changing it: never. A
 * new version gets a new first element and applies from its first command on; the golden vectors of every
 * version stay in the tests. The second version tells what the command was about, the first did not.
 */
export function canonicalAcceptance(accepted: AcceptedCommand): string {
  return JSON.stringify([
    accepted.about === null ? 'accepted/1' : 'accepted/2',
    accepted.collectiveId,
    accepted.position,
    accepted.acceptedAt,
    accepted.actor,
    accepted.role,
    accepted.way,
    accepted.address,
    accepted.command,
    ...(accepted.about === null ? [] : [accepted.about]),
    accepted.inputDigest,
  ]);
}

/**
 * The hash that links an accepted command to all before it.
 * @param hash sha-256 of a text as 64 hexadecimal digits, handed in
 */
export function acceptanceHash(
  previous: string,
  accepted: AcceptedCommand,
  hash: (text: string) => string,
): string {
  return hash(`${previous}\n${canonicalAcceptance(accepted)}`);
}
