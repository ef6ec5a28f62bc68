import { FileReader, type FileCodes, type Section } from '../shared/file-reader';
import type { Problem } from '../shared/problem';
import type { Example } from './example';
import type { PolicyPack } from './pack';
import { itemsOf } from './pack-items';

/** How a rule of a document is carried out. */
export const CARRIED_AS = [
  'block',
  'warn',
  'indicator',
  'record',
  'disclosure',
  'calendar',
  'entity',
  'not_built',
] as const;

/** The step that hands in what the rule is judged by. */
export const SUPPLIERS = [
  'assets',
  'people',
  'income',
  'deductions',
  'plans',
  'payouts',
  'notices',
  'oversight',
] as const;

/**
 * How far a rule is. `wired`: the steps of today hand in its facts; `judged`: the pack judges it over plain
 * facts; `shown`: the document names no number, so its figure is only shown; `kept`: a word, a number or an
 * open matter of the pack, with nothing to judge; `none`: not built.
 */
export const STANDINGS = ['wired', 'judged', 'shown', 'kept', 'none'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One rule of a document: what of its pack carries it, who supplies its facts, how far it is. */
export interface CoveredRule {
  readonly id: string;
  readonly as: (typeof CARRIED_AS)[number];
  /** Addresses of lines of the pack. */
  readonly by: readonly string[];
  readonly facts: (typeof SUPPLIERS)[number] | undefined;
  readonly standing: Standing;
  /** Why it is not built; the others need no reason. */
  readonly why: string | undefined;
}

/** The rules of one document, in its order, and the pack that carries them. */
export interface CoveredDocument {
  readonly pack: string;
  /** The ids of all of its rules, so that none is lost. */
  readonly rules: readonly string[];
  readonly covered: readonly CoveredRule[];
}

const CODES: FileCodes = {
  unknownKey: 'policy.unknownKey',
  missingKey: 'policy.missingKey',
  wrongType: 'policy.wrongType',
  impossibleDate: 'policy.impossibleDate',
  notInList: 'policy.notInList',
};

/**
 * Reads how the rules of the documents are carried out from its file, parsed to plain data.
 * @throws FormProblems with everything wrong in the file; fields are paths in it
 */
export function readCoverage(raw: unknown): CoveredDocument[] {
  const reader = new FileReader(CODES);
  const documents = reader
    .open(raw, '')
    .list('documents')
    .map((document) => ({
      pack: document.text('pack'),
      rules: document.lines('rules'),
      covered: document.list('covered').map(readRule),
    }));
  reader.finish();
  return documents;
}

function readRule(rule: Section): CoveredRule {
  return {
    id: rule.text('rule'),
    as: rule.oneOf('as', CARRIED_AS),
    by: rule.lines('by'),
    facts: rule.isGiven('facts') ? rule.oneOf('facts', SUPPLIERS) : undefined,
    standing: rule.oneOf('standing', STANDINGS),
    why: rule.optionalText('why'),
  };
}

/** What holds of a rule over all lines that carry it: whether a record passes, and whether one does not. */
const PASSING = /^(passed|yes|met|in_time|complete|known|\d.*)$/;
const REFUSING = /^(blocked|warned|shown|no|missed|late|lacks .*|unknown|none)$/;

/**
 * What the file says that is not so: a rule left out or standing twice, a line of the pack that is not
 * there, a judged rule without a record that passes and one that does not, one that is not built and does
 * not say why.
 */
export function coverageProblems(
  { rules, covered }: CoveredDocument,
  { pack, examples }: { readonly pack: PolicyPack; readonly examples: readonly Example[] },
): Problem[] {
  const ids = covered.map(({ id }) => id);
  const problem = (code: string, id: string, value: string): Problem => ({
    code,
    field: `${pack.id}.${id}`,
    value,
  });
  const addresses = itemsOf(pack).map(({ address }) => address);
  return [
    ...rules.filter((id) => !ids.includes(id)).map((id) => problem('policy.ruleNotCovered', id, id)),
    ...ids
      .filter((id, index) => ids.indexOf(id) < index || !rules.includes(id))
      .map((id) => problem('policy.duplicateId', id, id)),
    ...covered.flatMap(({ id, by }) =>
      by
        .filter((address) => !addresses.includes(address))
        .map((address) => problem('policy.unknownReference', id, address)),
    ),
    ...covered.flatMap((rule) =>
      standingFaults(rule, examples).map((code) => problem(code, rule.id, rule.standing)),
    ),
  ];
}

function standingFaults(rule: CoveredRule, examples: readonly Example[]): string[] {
  const { by, standing, as, why } = rule;
  if (standing === 'none' || as === 'not_built')
    return standing === 'none' && as === 'not_built' && why !== undefined
      ? []
      : ['policy.notBuiltWithoutWhy'];
  if (by.length === 0) return ['policy.ruleNotCovered'];
  if (standing === 'kept') return [];
  const said = examples.flatMap(({ expect }) =>
    by.flatMap((address) => (Object.hasOwn(expect, address) ? [expect[address] ?? ''] : [])),
  );
  if (standing === 'shown') return said.includes('shown') ? [] : ['policy.noPassingExample'];
  return [
    ...(said.some((words) => PASSING.test(words)) ? [] : ['policy.noPassingExample']),
    ...(said.some((words) => REFUSING.test(words)) ? [] : ['policy.noRefusingExample']),
  ];
}
