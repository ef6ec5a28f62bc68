import type { Facts } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { privateNumberProblems } from '../shared/private-number';

/** A fact as JSON keeps it; fen as their digits. */
type KeptFact = string | number | readonly string[] | { readonly fen: string };

/** What is kept of a refusal beside its codes: what its sentences say, and what it was about. */
export interface KeptReasons {
  /** By code. */
  readonly why?: Readonly<Record<string, Readonly<Record<string, KeptFact>>>>;
  /** The name of the command, and what it told of itself before it was refused. */
  readonly asked?: string;
  readonly about?: Readonly<Record<string, string | number>>;
  /** Ids in its address: which plan. */
  readonly of?: Readonly<Record<string, string>>;
}

/** Facts that are codes of the program's own registers; the same name may stand for what somebody typed. */
const CODES: ReadonlySet<string> = new Set([
  ...['pool', 'role', 'state', 'act', 'paper', 'field', 'use', 'bucket', 'channel', 'kind'],
]);
const CODE = /^[A-Za-z][\w.[\]-]*$/;

/** Facts that the program words itself: a step as its route calls it, vouchers and lists by their numbers. */
const WORDED: ReadonlySet<string> = new Set(['step', 'voucher', 'list', 'lists', 'unit']);

const DAY_OR_MONTH = /^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/;

/**
 * The facts of problems, by code, that may stand in a register which offices read: days, counts, sums, and
 * words of the program. What a person typed is not kept, nor whose name it is.
 */
export function keptFacts(
  problems: readonly Pick<Problem, 'code' | 'field' | 'facts'>[],
): NonNullable<KeptReasons['why']> {
  const told = problems.flatMap(({ code, field, facts = {} }) => {
    const kept = Object.entries({ ...facts, ...(field === '' ? {} : { field }) }).flatMap(([name, fact]) => {
      const own = keptFact(name, fact);
      return own === undefined ? [] : [[name, own] as const];
    });
    return kept.length === 0 ? [] : [[code, Object.fromEntries(kept)] as const];
  });
  // The first of several of one code speaks for them, as the register tells each code once.
  return Object.fromEntries(told.toReversed());
}

function keptFact(name: string, fact: Facts[string]): KeptFact | undefined {
  if (typeof fact === 'bigint') return { fen: String(fact) };
  if (typeof fact === 'number') return fact;
  const texts = typeof fact === 'string' ? [fact] : fact;
  const isOwn =
    WORDED.has(name) ||
    texts.every((text) => DAY_OR_MONTH.test(text) || (CODES.has(name) && CODE.test(text)));
  const isPlain = texts.every((text) => privateNumberProblems({ text }).length === 0);
  return isOwn && isPlain ? fact : undefined;
}

/** The facts of a code as they were kept. */
export function factsKept({ why = {} }: KeptReasons, code: string): Facts {
  return Object.fromEntries(
    Object.entries(why[code] ?? {}).map(([name, fact]) => [
      name,
      typeof fact === 'object' && 'fen' in fact ? BigInt(fact.fen) : fact,
    ]),
  );
}
