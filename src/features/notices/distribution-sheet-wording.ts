import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { DomainError } from '../../domain/shared/domain-error';
import { widePunctuation } from '../../platform/text/wide-punctuation';

/** Every wording of the sheet, with the facts it may name. The template must have exactly these. */
const WORDINGS = {
  'title.village': 'village',
  'title.subject': 'period pool',
  'title.continued': 'title',
  'pool.pv': '',
  'pool.other': '',
  'period.year': 'year',
  'period.first-half': 'year',
  'period.second-half': 'year',
  'period.quarter': 'year quarter',
  'period.month': 'year from',
  'period.months': 'year from to',
  'period.across': 'year from toYear to',
  'heading.number': 'label year number',
  'heading.version': 'version',
  'heading.pages': 'pages',
  'heading.page': 'page pages',
  'heading.unit': '',
  'day.full': 'year month day',
  'day.short': 'month day',
  'months.this-year': '',
  'months.last-year': '',
  'months.year': 'year',
  'months.whole': 'year',
  'months.first-half': 'year',
  'months.second-half': 'year',
  'months.one': 'year from',
  'months.within': 'year from to',
  'months.across': 'year from toYear to',
  'publicity.with-first-day': 'days from to',
  'publicity.without-first-day': 'days from to',
  lead: 'months pool decidedOn body due present inFavour reviewedOn reviewer',
  'sums.carriedOver': '',
  'sums.received': '',
  'sums.deducted': '',
  'sums.distributable': '',
  'income.heading': '',
  'income.asset.pv': '',
  'income.asset.other': '',
  'income.stream.energy': '',
  'income.stream.subsidy': '',
  'income.stream.rent': '',
  'income.stream.dividend': '',
  'income.stream.other': '',
  'income.own': 'capacity energy',
  'income.joint': 'capacity share',
  'income.joint-energy': 'energy',
  'income.called': 'stream called',
  'income.outstanding': '',
  'income.partly': 'amount',
  'income.none': '',
  'income.total': '',
  'income.tax': 'amount received',
  'income.tax-kept': 'amount',
  'income.months.energy': 'months',
  'income.months.subsidy': 'months',
  'income.months.rent': 'months',
  'income.months.dividend': 'months',
  'income.months.other': 'months',
  'income.note.energy': 'asset months amount',
  'income.note.subsidy': 'asset months amount',
  'income.note.rent': 'asset months amount',
  'income.note.dividend': 'asset months amount',
  'income.note.other': 'asset months amount',
  'deductions.heading': '',
  'deductions.item': '',
  'deductions.voucher': '',
  'deductions.amount': '',
  'deductions.total': '',
  'deductions.none': '',
  'deductions.kind.land-rent': '',
  'deductions.kind.operation': '',
  'deductions.kind.operation-pv': '',
  'deductions.kind.insurance': '',
  'deductions.kind.insurance-pv': '',
  'deductions.kind.other': '',
  'deductions.named': 'name asset',
  'deductions.part.half-year': '',
  'deductions.part.quarter': '',
  'deductions.part.month': '',
  'deductions.area': 'mu price part share',
  'deductions.percent': 'base rate contract',
  'deductions.percent-base': '',
  'deductions.per-watt': 'capacity price part cap',
  'deductions.fixed': 'asset covers contract',
  'deductions.bill': 'asset covers bills cap otherCost',
  'deductions.reason': 'reason',
  'uses.heading': '',
  'uses.denominator': 'amount',
  'uses.name': '',
  'uses.description': '',
  'uses.clause': '',
  'uses.amount': '',
  'uses.share': '',
  'uses.left-over': '',
  'uses.own-decision': '',
  'uses.no-mark': '',
  'uses.total': '',
  'uses.planned': '',
  'uses.reserved': 'amount',
  'reserves.heading': '',
  'reserves.purpose': '',
  'reserves.before': '',
  'reserves.kept': '',
  'reserves.released': '',
  'reserves.after': '',
  'reserves.total': '',
  'reserves.paper': 'on paper',
  'reserves.kept-later': 'amount',
  'reserves.release': 'on amount reason',
  'objections.heading': '',
  'objections.count': 'count answered',
  'objections.answered': 'year number received gist words on',
  'objections.open': 'year number received due',
  marks: '',
  'carry.brought': '',
  'carry.forward': '',
  'basis.heading': '',
  'basis.quote': 'document item text',
  'basis.paraphrase': 'document item text',
  'basis.confirmed': 'office on until paper',
  'basis.reason': 'reason',
  'basis.by-card': '',
  'reckoning.heading': '',
  'reckoning.numbers': '',
  'reckoning.figure': 'name amount',
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
  subject: 'village code',
  'sample.mark': '',
  'sample.top': '',
  'sample.publicity': '',
  'sample.lead': 'months pool',
  'sample.day': '',
  'sample.proof': '',
  'sample.subject': 'village',
} as const;

/** The name of one wording of the sheet. */
export type WordingKey = keyof typeof WORDINGS;

/** The facts a wording is filled with; absent ones take their fragment away. */
export type WordingFacts = Readonly<Record<string, string | number | undefined>>;

/** Says a wording of the template with its facts; empty when every fragment lacks a fact. */
export type Say = (key: WordingKey, facts?: WordingFacts) => string;

/**
 * Reads a template of the distribution sheet: YAML whose leaves are a sentence or a list of fragments.
 * Punctuation that touches Chinese comes out full-width, however it was typed.
 * @throws DomainError `template.sheetWrong`, `template.keyUnknown`, `template.keyMissing`,
 * `template.factUnknown` (facts: key)
 */
export function readWording(yaml: string): Say {
  const leaves = new Map<string, readonly string[]>();
  collectLeaves(parse(yaml), '', leaves);
  if (leaves.get('sheet')?.[0] !== 'distribution') throw new DomainError('template.sheetWrong');
  leaves.delete('sheet');
  for (const [key, factNames] of Object.entries(WORDINGS)) {
    const fragments = leaves.get(key);
    if (fragments === undefined) throw new DomainError('template.keyMissing', { key });
    checkFacts(key, fragments, factNames.split(' '));
  }
  const stray = [...leaves.keys()].find((key) => !Object.hasOwn(WORDINGS, key));
  if (stray !== undefined) throw new DomainError('template.keyUnknown', { key: stray });
  return (key, facts = {}) => fill(leaves.get(key) ?? [], facts);
}

/** The wording this edition of the program ships with. */
export function shippedWording(): Say {
  shipped ??= readWording(readFileSync(TEMPLATE_FILE, 'utf8'));
  return shipped;
}

const TEMPLATE_FILE = resolve(__dirname, '../../../templates/notices/distribution.yaml');

let shipped: Say | undefined;

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
