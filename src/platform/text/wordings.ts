import { DomainError } from '../../domain/shared/domain-error';
import { widePunctuation } from './wide-punctuation';

/** The facts a wording is filled with; absent ones take their fragment away. */
export type WordingFacts = Readonly<Record<string, string | number | undefined>>;

/** What a template says, by the path of each wording; a wording is one sentence or a list of fragments. */
export type Wordings = ReadonlyMap<string, readonly string[]>;

/** Every wording of a template by its path. @throws DomainError `template.keyUnknown` (facts: key) */
export function readWordings(template: unknown): Map<string, readonly string[]> {
  const leaves = new Map<string, readonly string[]>();
  collectLeaves(template, '', leaves);
  return leaves;
}

/**
 * Whether a template has exactly these wordings, each of which says something: what is emptied would hide
 * a line that has to be printed.
 * @param facts by the path of a wording the names of the facts it may name; of those with `!` behind them it
 *   names each
 * @throws DomainError `template.keyMissing`, `template.keyUnknown`, `template.wordEmpty`,
 *   `template.factUnknown`, `template.factMissing` (facts: key)
 */
export function checkWordings(leaves: Wordings, facts: Readonly<Record<string, string>>): void {
  for (const [key, names] of Object.entries(facts)) {
    const fragments = leaves.get(key);
    if (fragments === undefined) throw new DomainError('template.keyMissing', { key });
    if (fragments.join('').trim() === '') throw new DomainError('template.wordEmpty', { key });
    checkFacts(key, fragments.flatMap(factsOf), names.split(' '));
  }
  const stray = [...leaves.keys()].find((key) => !Object.hasOwn(facts, key));
  if (stray !== undefined) throw new DomainError('template.keyUnknown', { key: stray });
}

function checkFacts(key: string, told: readonly string[], allowed: readonly string[]): void {
  const known = allowed.map((name) => name.replace('!', ''));
  const unknown = told.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new DomainError('template.factUnknown', { key, fact: unknown });
  const hidden = allowed.find((name) => name.endsWith('!') && !told.includes(name.slice(0, -1)));
  if (hidden !== undefined) throw new DomainError('template.factMissing', { key, fact: hidden.slice(0, -1) });
}

/** Fills a wording with its facts; empty when every fragment lacks one. Punctuation comes out full-width. */
export function fillWording(fragments: readonly string[], facts: WordingFacts): string {
  const said = fragments
    .filter((fragment) => factsOf(fragment).every((name) => facts[name] !== undefined))
    .map((fragment) => fragment.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name])));
  return widePunctuation(said.join('').trim());
}

/** The facts that a fragment names, in braces. */
export function factsOf(fragment: string): string[] {
  return [...fragment.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}

function collectLeaves(node: unknown, path: string, leaves: Map<string, readonly string[]>): void {
  if (typeof node === 'string') leaves.set(path, [node]);
  else if (isTextList(node)) leaves.set(path, node);
  else if (typeof node === 'object' && node !== null && !Array.isArray(node)) {
    const entries: [string, unknown][] = Object.entries(node);
    for (const [name, child] of entries) collectLeaves(child, path === '' ? name : `${path}.${name}`, leaves);
  } else throw new DomainError('template.keyUnknown', { key: path });
}

function isTextList(node: unknown): node is string[] {
  return Array.isArray(node) && node.every((item) => typeof item === 'string');
}
