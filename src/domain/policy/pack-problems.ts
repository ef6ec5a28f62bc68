import { compareRatios, readRatio } from '../money/ratio';
import type { Problem } from '../shared/problem';
import { branchProblems } from './branch-problems';
import { citationProblems } from './citation-problems';
import { conditionProblems, conditionsOf } from './condition-problems';
import type { BandRow } from './duties';
import { limitProblems } from './limit-problems';
import type { PackValue, PolicyPack, PoolRules } from './pack';

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
    ...pack.pools.flatMap((pool) => [...markProblems(pack, pool), ...limitProblems(pack, pool)]),
    ...conditionsOf(pack).flatMap((at) => conditionProblems(pack, at)),
    ...pack.rules.flatMap((rule, index) => branchProblems(pack, rule, `rules.${index}`)),
    ...valueProblems(pack),
    ...pack.bands.flatMap(({ rows }, index) => bandProblems(rows, `bands.${index}`)),
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
  const { issuedOn = '', publishedOn = '' } = source;
  const known = issuedOn === '' ? publishedOn : issuedOn;
  return [
    ...reversed('valid.to', valid.to),
    ...reversed('valid.confirm_after', valid.confirmAfter),
    ...(valid.from !== '' && valid.from < known ? [early] : []),
  ];
}

/**
 * Ids that stand twice where each may stand once, a number that is both given and left open among them;
 * dated values of one id are told apart by their days.
 */
function duplicateProblems(pack: PolicyPack): Problem[] {
  type Named = readonly { readonly id: string }[];
  const groups: [string, Named][] = [
    ...pack.pools.flatMap((pool): [string, Named][] => [
      [`pools.${pool.id}.deductions`, pool.deductions],
      [`pools.${pool.id}.buckets`, pool.buckets],
      [`pools.${pool.id}.limits`, pool.limits],
    ]),
    ['needs', pack.needs],
    ['lists', pack.lists],
    ['measures', pack.measures],
    ['open', pack.open],
    ['rules', pack.rules],
    ['tags', pack.tags],
    ['flows', pack.flows],
    ['notices', pack.notices],
    ['goals', pack.goals],
    ['bands', pack.bands],
    ['calendar', pack.calendar],
  ];
  const given = pack.needs.flatMap(({ id }, index): Problem[] =>
    id !== '' && pack.values.some((value) => value.id === id)
      ? [{ code: 'policy.duplicateId', field: `needs.${index}.id`, value: id }]
      : [],
  );
  const twice = groups.flatMap(([field, items]) => {
    const ids = items.map((item) => item.id);
    return ids.flatMap((id, index): Problem[] =>
      id !== '' && ids.indexOf(id) < index
        ? [{ code: 'policy.duplicateId', field: `${field}.${index}.id`, value: id }]
        : [],
    );
  });
  return [...twice, ...given];
}

/** Values of one id follow each other: no two on one day, none outside the days of the pack, one unit. */
function valueProblems({ values, valid }: PolicyPack): Problem[] {
  const from = (value: PackValue): string => value.from ?? valid.from;
  const last = valid.to === undefined || valid.to === '' ? LAST_DAY : valid.to;
  const to = (value: PackValue): string => value.to ?? last;
  return values.flatMap((value, index): Problem[] => {
    const at = { field: `values.${index}`, value: value.id };
    const isDated = value.from !== undefined || value.to !== undefined;
    if (isDated && from(value) > to(value))
      return [{ ...at, code: 'policy.periodReversed', facts: { from: from(value) } }];
    const earlier = values.slice(0, index).filter(({ id }) => id === value.id && id !== '');
    const overlaps = earlier.some((other) => from(other) <= to(value) && from(value) <= to(other));
    const isOutside = isDated && (from(value) < valid.from || to(value) > last);
    const isMixed = earlier.some(({ unit }) => unit !== value.unit);
    return [
      ...(overlaps ? [{ ...at, code: 'policy.valuesOverlap' }] : []),
      ...(isOutside ? [{ ...at, code: 'policy.valueOutsidePack' }] : []),
      ...(isMixed ? [{ ...at, code: 'policy.unitsMixed' }] : []),
    ];
  });
}

const LAST_DAY = '9999-12-31';

/** Rows of a ladder of amounts may leave gaps but not meet twice. */
function bandProblems(rows: readonly BandRow[], field: string): Problem[] {
  const number = (text: string | undefined): string => (text === undefined || text === '' ? '0' : text);
  const isBelow = (left: string, right: string): boolean =>
    compareRatios(readRatio(number(left)), readRatio(number(right))) < 0;
  return rows.flatMap((row, index): Problem[] => {
    const at = { field: `${field}.rows.${index}`, value: row.from };
    const ends = (other: BandRow, start: string): boolean =>
      other.to === undefined || isBelow(start, other.to);
    const meets = rows.slice(0, index).some((other) => ends(other, row.from) && ends(row, other.from));
    if (row.to !== undefined && !isBelow(row.from, row.to)) return [{ ...at, code: 'policy.bandReversed' }];
    return meets ? [{ ...at, code: 'policy.bandsOverlap' }] : [];
  });
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
