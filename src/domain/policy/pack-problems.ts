import type { Problem } from '../shared/problem';
import { conditionProblems } from './condition-problems';
import { clauseNumbers, statesNumber } from './clause-numbers';
import type { PolicyPack, PoolRules } from './pack';

/**
 * A citation of a clause somewhere in a pack: where it stands, and the words or number the clause has to
 * hold.
 */
interface Citation {
  readonly field: string;
  readonly cite: string;
  readonly phrase?: string | undefined;
  readonly value?: string;
}

/**
 * Everything in which a pack that is well formed contradicts itself or its clauses. Problems of form (a
 * missing key, a wrong type) are the reader's; a part it could not read is empty here and is passed over.
 */
export function packProblems(pack: PolicyPack): Problem[] {
  return [
    ...placeProblems(pack),
    ...periodProblems(pack),
    ...duplicateProblems(pack),
    ...citationProblems(pack),
    ...pack.pools.flatMap((pool) => markProblems(pack, pool)),
    ...pack.rules.flatMap((rule, index) => conditionProblems(pack, rule, `rules.${index}`)),
  ];
}

function placeProblems(pack: PolicyPack): Problem[] {
  if (pack.region.code === '' || pack.valid.from === '') return [];
  const place = `${pack.region.code}/${pack.valid.from}`;
  return place === pack.id ? [] : [{ code: 'policy.misfiled', field: '', value: pack.id, facts: { place } }];
}

function periodProblems({ valid, source }: PolicyPack): Problem[] {
  const facts = { from: valid.from };
  const reversed = (field: string, day: string | undefined): Problem[] =>
    day !== undefined && day !== '' && day < valid.from
      ? [{ code: 'policy.periodReversed', field, value: day, facts }]
      : [];
  const early: Problem = { code: 'policy.inForceBeforeIssue', field: 'valid.from', value: valid.from };
  return [
    ...reversed('valid.to', valid.to),
    ...reversed('valid.confirm_after', valid.confirmAfter),
    ...(valid.from !== '' && valid.from < source.issuedOn ? [early] : []),
  ];
}

function duplicateProblems(pack: PolicyPack): Problem[] {
  const groups: [string, readonly { readonly id: string }[]][] = [
    ...pack.pools.flatMap((pool): [string, readonly { readonly id: string }[]][] => [
      [`pools.${pool.id}.deductions`, pool.deductions],
      [`pools.${pool.id}.buckets`, pool.buckets],
    ]),
    ['values', pack.values],
    ['needs', pack.needs],
    ['lists', pack.lists],
    ['open', pack.open],
    ['rules', pack.rules],
  ];
  return groups.flatMap(([field, items]) => {
    const ids = items.map((item) => item.id);
    return ids.flatMap((id, index): Problem[] =>
      id !== '' && ids.indexOf(id) < index
        ? [{ code: 'policy.duplicateId', field: `${field}.${index}.id`, value: id }]
        : [],
    );
  });
}

function citationsOf(pack: PolicyPack): Citation[] {
  const each = <T extends { readonly cite: string }>(field: string, items: readonly T[]): (Citation & T)[] =>
    items.map((item, index) => ({ ...item, field: `${field}.${index}` }));
  return [
    ...pack.pools.flatMap((pool): Citation[] => [
      { ...pool.income, field: `pools.${pool.id}.income` },
      { cite: pool.base.cite, field: `pools.${pool.id}.base` },
      ...each(`pools.${pool.id}.deductions`, pool.deductions),
      ...each(`pools.${pool.id}.buckets`, pool.buckets),
    ]),
    ...each('values', pack.values),
    ...each('needs', pack.needs),
    ...each('lists', pack.lists),
    ...each('lists', pack.lists).flatMap(({ field, cite, of }) =>
      of.map(({ phrase }, index): Citation => ({ field: `${field}.of.${index}`, cite, phrase })),
    ),
    ...each('open', pack.open),
    ...each('rules', pack.rules),
    ...each('rules', pack.rules).flatMap(({ field, cite, when, need }) =>
      [...when, ...need].flatMap((line): Citation[] =>
        line.kind === 'amounts' && line.bound.kind === 'number'
          ? [{ field, cite, value: line.bound.value }]
          : [],
      ),
    ),
  ];
}

function citationProblems(pack: PolicyPack): Problem[] {
  const texts = new Map(pack.clauses.map((clause) => [clause.key, clause.text]));
  const citations = citationsOf(pack).filter((citation) => citation.cite !== '');
  const cited = new Set(citations.map((citation) => citation.cite));
  const unused = pack.clauses.filter((clause) => !cited.has(clause.key));
  return [
    ...citations.flatMap((citation) => singleCitationProblems(citation, texts.get(citation.cite))),
    ...unused.map(({ key }): Problem => ({
      code: 'policy.clauseUnused',
      field: `clauses.${key}`,
      value: key,
    })),
  ];
}

function singleCitationProblems(
  { field, cite, phrase, value }: Citation,
  text: string | undefined,
): Problem[] {
  if (text === undefined) return [{ code: 'policy.citationUnresolved', field: `${field}.cite`, value: cite }];
  const facts = { clause: cite };
  if (phrase !== undefined && !text.includes(phrase)) {
    return [{ code: 'policy.phraseNotInClause', field: `${field}.phrase`, value: phrase, facts }];
  }
  if (value !== undefined && value !== '' && !statesNumber(text, value)) {
    const numbers = { ...facts, numbers: clauseNumbers(text).map(({ written }) => written) };
    return [{ code: 'policy.numberNotInClause', field, value, facts: numbers }];
  }
  return [];
}

/**
 * A mark can be printed into a quotation only where its words stand once, and apart from those of other
 * marks.
 */
function markProblems(pack: PolicyPack, pool: PoolRules): Problem[] {
  return pool.buckets.flatMap((bucket, index): Problem[] => {
    const { phrase } = bucket;
    const text = pack.clauses.find((clause) => clause.key === bucket.cite)?.text;
    if (phrase === undefined || text === undefined || !text.includes(phrase)) return [];
    const problem = { field: `pools.${pool.id}.buckets.${index}.phrase`, value: phrase };
    if (text.indexOf(phrase) !== text.lastIndexOf(phrase))
      return [{ ...problem, code: 'policy.phraseTwiceInClause' }];
    const start = text.indexOf(phrase);
    const overlaps = pool.buckets.slice(0, index).some((other) => {
      if (other.cite !== bucket.cite || other.phrase === undefined) return false;
      const otherStart = text.indexOf(other.phrase);
      return otherStart < start + phrase.length && start < otherStart + other.phrase.length;
    });
    return overlaps ? [{ ...problem, code: 'policy.phrasesOverlap' }] : [];
  });
}
