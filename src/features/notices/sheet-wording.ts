import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { DomainError } from '../../domain/shared/domain-error';
import { widePunctuation } from '../../platform/text/wide-punctuation';

/** The wordings of one sheet by their names, each with the facts it may name. */
export interface SheetWordings<Key extends string> {
  /** What its template is called. */
  readonly sheet: string;
  readonly wordings: Readonly<Record<Key, string>>;
}

/** What every sheet on the wall says alike. */
const SHARED_WORDINGS = {
  'title.village': 'village',
  'title.continued': 'title',
  'pool.pv': '',
  'pool.other': '',
  'heading.number': 'label year number',
  'heading.version': 'version',
  'heading.pages': 'pages',
  'heading.page': 'page pages',
  'heading.unit': '',
  'day.full': 'year month day',
  'day.short': 'month day',
  span: 'from to',
  'publicity.with-first-day': 'days from to',
  'publicity.without-first-day': 'days from to',
  'uses.name': '',
  'uses.description': '',
  'uses.clause': '',
  'uses.amount': '',
  'uses.share': '',
  'uses.own-decision': '',
  'uses.no-mark': '',
  'uses.total': '',
  'objections.heading': '',
  'objections.count': 'count answered',
  'objections.answered': 'year number received gist words on',
  'objections.open': 'year number received due',
  'objections.overdue': 'year number received due',
  marks: '',
  'carry.brought': '',
  'carry.forward': '',
  'carry.brought-rows': 'count',
  'carry.forward-rows': 'count',
  'basis.heading': '',
  'basis.quote': 'document item text',
  'basis.paraphrase': 'document item text',
  'basis.confirmed': 'office on until paper',
  'basis.reason': 'reason',
  'basis.by-card': '',
  'contacts.heading': '',
  'contacts.place': 'place',
  'contacts.answer': 'days',
  seal: '',
  signature: '',
  'proof.scan': '',
  'proof.digest': '',
  'proof.chain': 'length head',
  'proof.pack': 'pack',
  specimen: '',
  'sample.mark': '',
  'sample.top': '',
  'sample.day': '',
  'sample.proof': '',
} as const;

/** The name of a wording that every sheet has. */
export type SharedKey = keyof typeof SHARED_WORDINGS;

const SHARED: SheetWordings<SharedKey> = { sheet: 'common', wordings: SHARED_WORDINGS };

/** The facts a wording is filled with; absent ones take their fragment away. */
export type WordingFacts = Readonly<Record<string, string | number | undefined>>;

/** Says a wording of the template with its facts; empty when every fragment lacks a fact. */
export type Say<Own extends string = never> = (key: Own | SharedKey, facts?: WordingFacts) => string;

/** A template of a sheet with that of what all have. */
export interface Templates {
  readonly own: string;
  readonly shared: string;
}

/**
 * Reads a sheet's template beside the one all share: YAML whose leaves are a sentence or a list of fragments.
 * Punctuation that touches Chinese comes out full-width, however it was typed.
 * @throws DomainError `template.sheetWrong`, `template.keyUnknown`, `template.keyMissing`,
 * `template.factUnknown` (facts: key)
 */
export function readWording<Own extends string>(of: SheetWordings<Own>, templates: Templates): Say<Own> {
  return wordingFrom(of, { own: parse(templates.own), shared: parse(templates.shared) });
}

/** The same of templates that are read already. @throws as {@link readWording} */
export function wordingFrom<Own extends string>(
  of: SheetWordings<Own>,
  { own, shared }: { readonly own: unknown; readonly shared: unknown },
): Say<Own> {
  const leaves = new Map([...readLeaves(of, own), ...readLeaves(SHARED, shared)]);
  return (key, facts = {}) => fill(leaves.get(key) ?? [], facts);
}

/** The wording this edition of the program ships with. */
export function shippedWording<Own extends string>(of: SheetWordings<Own>): Say<Own> {
  return readWording(of, shippedTemplates(of.sheet));
}

/** The template this edition ships with for a sheet, with the one that all share. */
export function shippedTemplates(sheet: string): Templates {
  return { own: shippedTemplate(sheet), shared: shippedTemplate(SHARED.sheet) };
}

function shippedTemplate(sheet: string): string {
  return readFileSync(resolve(__dirname, `../../../templates/notices/${sheet}.yaml`), 'utf8');
}

/** The leaves of a template, which has exactly the wordings of its sheet. */
function readLeaves<Key extends string>(
  { sheet, wordings }: SheetWordings<Key>,
  template: unknown,
): Map<string, readonly string[]> {
  const leaves = new Map<string, readonly string[]>();
  collectLeaves(template, '', leaves);
  if (leaves.get('sheet')?.[0] !== sheet) throw new DomainError('template.sheetWrong');
  leaves.delete('sheet');
  for (const [key, factNames] of Object.entries<string>(wordings)) {
    const fragments = leaves.get(key);
    if (fragments === undefined) throw new DomainError('template.keyMissing', { key });
    checkFacts(key, fragments, factNames.split(' '));
  }
  const stray = [...leaves.keys()].find((key) => !Object.hasOwn(wordings, key));
  if (stray !== undefined) throw new DomainError('template.keyUnknown', { key: stray });
  return leaves;
}

function fill(fragments: readonly string[], facts: WordingFacts): string {
  const said = fragments
    .filter((fragment) => factsOf(fragment).every((name) => facts[name] !== undefined))
    .map((fragment) => fragment.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name])));
  return widePunctuation(said.join('').trim());
}

function factsOf(fragment: string): string[] {
  return [...fragment.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}

function checkFacts(key: string, fragments: readonly string[], allowed: readonly string[]): void {
  const unknown = fragments.flatMap(factsOf).find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw new DomainError('template.factUnknown', { key, fact: unknown });
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
