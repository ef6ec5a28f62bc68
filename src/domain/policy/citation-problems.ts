import type { Problem } from '../shared/problem';
import { clauseNumbers, statesDay, statesNumber } from './clause-numbers';
import type { Flow } from './duties';
import type { PackValue, PolicyPack, PoolRules } from './pack';

/**
 * A citation of a clause somewhere in a pack: where it stands, and the words, numbers or days the clause has
 * to hold.
 */
interface Citation {
  readonly field: string;
  readonly cite: string;
  readonly phrase?: string | undefined;
  readonly numbers?: readonly string[];
  readonly days?: readonly string[];
}

/**
 * Citations that do not resolve, clauses nobody cites, and words, numbers and days that do not stand in the
 * clause cited for them. Numbers in conditions are held against their clause where conditions are.
 */
export function citationProblems(pack: PolicyPack): Problem[] {
  const texts = new Map(pack.clauses.map((clause) => [clause.key, clause.text]));
  const citations = citationsOf(pack).filter((citation) => citation.cite !== '');
  const cited = new Set(citations.map((citation) => citation.cite));
  const unused = pack.clauses.filter((clause) => !cited.has(clause.key));
  return [
    ...citations.flatMap((citation) => problemsOf(citation, texts.get(citation.cite))),
    ...unused.map(({ key }): Problem => ({
      code: 'policy.clauseUnused',
      field: `clauses.${key}`,
      value: key,
    })),
  ];
}

function citationsOf(pack: PolicyPack): Citation[] {
  return [
    ...pack.pools.flatMap(poolCitations),
    ...each('values', pack.values).map(valueCitation),
    ...each('needs', pack.needs),
    ...each('lists', pack.lists).flatMap((list) => [list, ...each(`${list.field}.of`, list.of)]),
    ...each('measures', pack.measures),
    ...each('open', pack.open),
    ...each('rules', pack.rules),
    ...each('tags', pack.tags),
    ...each('flows', pack.flows).flatMap(flowCitations),
    ...each('notices', pack.notices),
    ...each('goals', pack.goals).map((goal) => ({ ...goal, numbers: yearOf(goal) })),
    ...each('bands', pack.bands).flatMap((band) => [
      { ...band, numbers: yearOf(band) },
      ...band.rows.map(({ from, to, wanted, wantedResettled }, index): Citation => ({
        field: `${band.field}.rows.${index}`,
        cite: band.cite,
        numbers: [from, to, wanted, wantedResettled].flatMap((number) => number ?? []),
      })),
    ]),
    ...each('calendar', pack.calendar).map((line) => ({
      ...line,
      days: [...line.on, ...(line.by === undefined ? [] : [line.by])],
      numbers: line.dayOfMonth === undefined ? [] : [String(line.dayOfMonth)],
    })),
  ];
}

type Placed<T> = T & { readonly field: string };

function each<T extends { readonly cite: string }>(field: string, items: readonly T[]): Placed<T>[] {
  return items.map((item, index) => ({ ...item, field: `${field}.${index}` }));
}

function yearOf({ year }: { readonly year: number | undefined }): string[] {
  return year === undefined ? [] : [String(year)];
}

function valueCitation({ field, cite, value, unit }: Placed<PackValue>): Citation {
  return unit === 'day' ? { field, cite, days: [value] } : { field, cite, numbers: [value] };
}

function phrasesOf(
  { field, cite }: Citation,
  key: string,
  words: readonly { readonly phrase: string | undefined }[],
): Citation[] {
  return words.map(({ phrase }, index) => ({ field: `${field}.${key}.${index}`, cite, phrase }));
}

function poolCitations(pool: PoolRules): Citation[] {
  const field = `pools.${pool.id}`;
  const first = pool.servedFirst;
  return [
    { ...pool.income, field: `${field}.income` },
    { cite: pool.base.cite, field: `${field}.base` },
    ...each(`${field}.deductions`, pool.deductions),
    ...each(`${field}.buckets`, pool.buckets),
    ...each(`${field}.limits`, pool.limits),
    ...(first === undefined ? [] : [{ field: `${field}.served_first`, cite: first.cite }]),
  ];
}

function flowCitations(flow: Placed<Flow>): Citation[] {
  const { field, cite, within } = flow;
  return [
    { field, cite },
    ...phrasesOf(flow, 'steps', flow.steps),
    ...phrasesOf(flow, 'signers', flow.signers),
    ...(within === undefined
      ? []
      : [{ field: `${field}.within`, cite, phrase: within.after, numbers: [within.count] }]),
  ];
}

function problemsOf(citation: Citation, text: string | undefined): Problem[] {
  const { field, cite, phrase, numbers = [], days = [] } = citation;
  if (text === undefined) return [{ code: 'policy.citationUnresolved', field: `${field}.cite`, value: cite }];
  const facts = { clause: cite };
  if (phrase !== undefined && !text.includes(phrase))
    return [{ code: 'policy.phraseNotInClause', field: `${field}.phrase`, value: phrase, facts }];
  const stated = { ...facts, numbers: clauseNumbers(text).map(({ written }) => written) };
  const missing = [
    ...numbers.filter((number) => number !== '' && !statesNumber(text, number)),
    ...days.filter((day) => day !== '' && !statesDay(text, day)),
  ];
  return missing.map((value) => ({ code: 'policy.numberNotInClause', field, value, facts: stated }));
}
