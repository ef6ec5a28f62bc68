import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Departure, departureFrom } from '../domain/policy/departure';
import type { Clause, PolicyPack } from '../domain/policy/pack';
import { sha256 } from '../platform/digests/sha256';

/** A document's text as a file holds it, with the digest of its bytes. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** What came of holding a pack against the texts of a folder. */
export interface VerifiedPack {
  readonly pack: PolicyPack;
  /** `unseen`: the pack itself says that its text was not seen, so there is nothing to hold it against. */
  readonly outcome: 'held' | 'differs' | 'noText' | 'unseen';
  readonly source: SourceText | undefined;
  /** Whether the text is to the byte the one that the pack was written from. */
  readonly isSameText: boolean;
  readonly departures: readonly { readonly clause: Clause; readonly departure: Departure }[];
}

/** Every text in a folder, by name. */
export function readSources(folder: string): SourceText[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return { name, text: bytes.toString('utf8'), sha256: sha256(bytes) };
    });
}

/**
 * Holds every quoted clause of a pack against its text: the one with the digest it names, else the one in
 * which most of its clauses stand.
 */
export function verifyPack(pack: PolicyPack, sources: readonly SourceText[]): VerifiedPack {
  const nothing = { pack, source: undefined, isSameText: false, departures: [] };
  if (pack.source.kind === 'second_hand') return { ...nothing, outcome: 'unseen' };
  const source = sourceOf(pack, sources);
  if (source === undefined) return { ...nothing, outcome: 'noText' };
  const departures = pack.clauses.flatMap((clause) => {
    const departure = departureFrom(source.text, clause.text);
    return departure === undefined ? [] : [{ clause, departure }];
  });
  const isSameText = source.sha256 === pack.source.textSha256;
  const outcome = isSameText && departures.length === 0 ? 'held' : 'differs';
  return { pack, source, isSameText, departures, outcome };
}

function sourceOf(pack: PolicyPack, sources: readonly SourceText[]): SourceText | undefined {
  const same = sources.find(({ sha256 }) => sha256 === pack.source.textSha256);
  if (same !== undefined) return same;
  const clausesIn = ({ text }: SourceText): number =>
    pack.clauses.filter((clause) => text.includes(clause.text)).length;
  const [nearest] = [...sources].sort((left, right) => clausesIn(right) - clausesIn(left));
  return nearest !== undefined && clausesIn(nearest) > 0 ? nearest : undefined;
}
