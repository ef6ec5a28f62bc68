import type { Fen } from '../money/fen';

/** A draft as it is compared: its whole, and each use's money with the claims in it. Fen. */
export interface ComparedDraft {
  readonly distributable: Fen;
  readonly leftOver: Fen;
  readonly lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly amount: Fen;
    readonly claims: readonly { readonly forWhat: string; readonly amount: Fen }[];
  }[];
}

/** What one use, or one claim within it, had and has; nought where a draft does not have it. Fen. */
export interface ComparedRow {
  readonly name: string;
  readonly before: Fen;
  readonly now: Fen;
  /** Its claims that differ; empty of a claim itself. */
  readonly claims: readonly Omit<ComparedRow, 'claims'>[];
}

/** Two drafts of one period: the whole, each use that one of them has, and what is left. */
export interface ComparedDrafts {
  readonly distributable: Omit<ComparedRow, 'claims' | 'name'>;
  readonly leftOver: Omit<ComparedRow, 'claims' | 'name'>;
  readonly uses: readonly ComparedRow[];
  /** Whether any figure differs. */
  readonly differs: boolean;
}

/**
 * Lays a draft beside an earlier one of the same period. Uses stand in the order of the later draft, those it
 * has no more behind; a claim is known by its words, and claims of the same words count as one.
 */
export function compareDrafts(before: ComparedDraft, now: ComparedDraft): ComparedDrafts {
  const gone = before.lines.filter((line) => !now.lines.some(({ id }) => id === line.id));
  const uses = [...now.lines, ...gone].map(({ id, name }): ComparedRow => {
    const [one, other] = [before, now].map(({ lines }) => lines.find((line) => line.id === id));
    const claims = compareClaims(one?.claims ?? [], other?.claims ?? []);
    return { name, before: one?.amount ?? 0n, now: other?.amount ?? 0n, claims };
  });
  const whole = { before: before.distributable, now: now.distributable };
  const left = { before: before.leftOver, now: now.leftOver };
  const differs = [whole, left, ...uses].some((row) => row.before !== row.now);
  return {
    ...{ distributable: whole, leftOver: left, uses },
    differs: differs || uses.some(({ claims }) => claims.length > 0),
  };
}

type Claims = ComparedDraft['lines'][number]['claims'];

function compareClaims(before: Claims, now: Claims): Omit<ComparedRow, 'claims'>[] {
  const sumOf = (claims: Claims, name: string): Fen =>
    claims.filter(({ forWhat }) => forWhat === name).reduce((sum, { amount }) => sum + amount, 0n);
  const names = new Set([...now, ...before].map(({ forWhat }) => forWhat));
  return [...names]
    .map((name) => ({ name, before: sumOf(before, name), now: sumOf(now, name) }))
    .filter((row) => row.before !== row.now);
}
