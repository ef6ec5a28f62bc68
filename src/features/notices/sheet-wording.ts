import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { DomainError } from '../../domain/shared/domain-error';
import {
  checkWordings,
  fillWording,
  readWordings,
  type WordingFacts,
  type Wordings,
} from '../../platform/text/wordings';

/** The wordings of one sheet by their names, each with the facts it may name; `!`: it has to. */
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
  'heading.number': 'label! year! number!',
  'heading.version': 'version!',
  'heading.pages': 'pages!',
  'heading.page': 'page! pages!',
  'heading.unit': '',
  'day.full': 'year! month! day!',
  'day.short': 'month day',
  span: 'from! to!',
  'publicity.with-first-day': 'days! from! to!',
  'publicity.without-first-day': 'days! from! to!',
  'uses.name': '',
  'uses.description': '',
  'uses.clause': '',
  'uses.amount': '',
  'uses.share': '',
  'uses.own-decision': '',
  'uses.no-mark': '',
  'uses.total': '',
  'objections.heading': '',
  'objections.count': 'count! answered!',
  'objections.answered': 'year! number! received! gist! words! on!',
  'objections.open': 'year! number! received! due!',
  'objections.overdue': 'year! number! received! due!',
  marks: '',
  'carry.brought': '',
  'carry.forward': '',
  'carry.brought-rows': 'count',
  'carry.forward-rows': 'count',
  'basis.heading': '',
  'basis.quote': 'document! item! text!',
  'basis.paraphrase': 'document! item! text!',
  'basis.confirmed': 'office on until paper',
  'basis.reason': 'reason!',
  'basis.by-card': '',
  'contacts.heading': '',
  'contacts.place': 'place',
  'contacts.answer': 'days!',
  seal: '',
  signature: '',
  'proof.scan': '',
  'proof.digest': '',
  'proof.chain': 'length! head!',
  'proof.pack': 'pack!',
  'large.beside': '',
  'large.phone': 'phone!',
  specimen: '',
  'sample.mark': '',
  'sample.top': '',
  'sample.day': '',
  'sample.proof': '',
} as const;

/** The name of a wording that every sheet has. */
export type SharedKey = keyof typeof SHARED_WORDINGS;

const SHARED: SheetWordings<SharedKey> = { sheet: 'common', wordings: SHARED_WORDINGS };

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
 * `template.wordEmpty`, `template.factUnknown` (facts: key)
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
  return (key, facts = {}) => fillWording(leaves.get(key) ?? [], facts);
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
): Wordings {
  const leaves = readWordings(template);
  if (leaves.get('sheet')?.[0] !== sheet) throw new DomainError('template.sheetWrong');
  leaves.delete('sheet');
  checkWordings(leaves, wordings);
  return leaves;
}
