/** Hexadecimal digits in groups of eight, as they are printed to be read aloud. */
export function inGroups(hex: string): string {
  return hex.replace(/(.{8})(?=.)/g, '$1 ');
}

/** A head of the chain as sheets print it: its first sixteen digits in groups, and its last eight. */
export function printedHead(hash: string): string {
  return `${inGroups(hash.slice(0, 16))}\u2026${hash.slice(-8)}`;
}

/**
 * A seal as sheets print it: the month, and after a colon the digest as a head is printed. The check of the
 * books takes it as it stands on paper.
 */
export function printedSeal({ month, digest }: { readonly month: string; readonly digest: string }): string {
  return `${month}:${printedHead(digest)}`;
}
