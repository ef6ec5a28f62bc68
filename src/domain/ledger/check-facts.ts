import { type Fen, sumFen } from '../money/fen';
import { type CheckedEntry, type Findings, placeOf } from './check-pass';
import { type PoolFlow, signedAmount } from './journal-entry';

/** Something a step keeps of an entry beside its amount, as text, and what the entry says of it. */
export interface KeptPart {
  readonly part: 'day' | 'month' | 'asset' | 'kind' | 'name' | 'payer' | 'account';
  readonly kept: string;
  readonly found: string;
}

/** A fact that a step keeps beside the entry it was booked by. */
export interface KeptFact {
  readonly entryId: string;
  readonly pool: string;
  readonly amount: Fen;
}

/**
 * Holds the facts a step keeps of an entry against the entry: an entry of the step's kind has one fact, over
 * what its flow says, in the same pool; any other entry has none. A reversal takes the fact back with the
 * entry and has none of its own.
 */
export function checkFacts(
  entry: CheckedEntry,
  of: { readonly kind: string; readonly flow: PoolFlow; readonly facts: readonly KeptFact[] },
  findings: Findings,
): void {
  const isOwn = entry.source.kind === of.kind && entry.reversesId === undefined;
  if (!isOwn && of.facts.length === 0) return;
  findings.looked += 1;
  const lines = isOwn ? entry.postings.filter((each) => each.poolFlow === of.flow) : [];
  for (const pool of new Set([...lines, ...of.facts].map((each) => each.pool))) {
    const booked = sumFen(lines.filter((each) => each.pool === pool).map(signedAmount));
    const kept = sumFen(of.facts.filter((each) => each.pool === pool).map((each) => each.amount));
    if (booked === kept) continue;
    const facts = { kind: of.kind, foundFen: String(booked), keptFen: String(kept) };
    findings.add('check.factDiffers', { ...placeOf(entry), pool }, facts);
  }
}

/** Tells of each part that is not what the entry says: its day, its asset, what it was for. */
export function checkParts(entry: CheckedEntry, parts: readonly KeptPart[], findings: Findings): void {
  for (const { part, kept, found } of parts.filter((each) => each.kept !== each.found)) {
    findings.add('check.factOther', placeOf(entry), { kind: entry.source.kind, part, kept, found });
  }
}
