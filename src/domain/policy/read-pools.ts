import type { FileReader, Section } from '../shared/file-reader';
import * as parts from './pack';
import { DECIDERS, FORCES } from './pack-words';
import { readQuantity } from './quantity';
import { readOptionalQuantity } from './read-conditions';
import { isRuleId } from './read-duties';

/** What the file says of each colour of money, and under `all` of every other one. */
export function readPools(pools: Section, reader: FileReader): parts.PoolRules[] {
  return [...parts.POOLS, 'all' as const].flatMap((id) => {
    const pool = pools.optionalSection(id);
    return pool === undefined ? [] : [readPool(id, pool, reader)];
  });
}

function readPool(id: parts.PoolRules['id'], pool: Section, reader: FileReader): parts.PoolRules {
  const income = pool.section('income');
  const base = pool.section('base');
  const first = pool.optionalSection('served_first');
  const left = pool.optionalSection('left');
  return {
    id,
    income: { phrase: income.text('phrase'), cite: income.text('cite') },
    base: { of: base.oneOf('of', parts.DENOMINATORS), cite: base.text('cite') },
    deductions: pool.list('deductions').map(readItem),
    buckets: numberNamed(pool.list('buckets').map((bucket) => readBucket(bucket, reader))),
    limits: pool.optionalList('limits').map((limit) => readLimit(limit, reader)),
    servedFirst: first === undefined ? undefined : { list: first.id('list'), cite: first.text('cite') },
    left:
      left === undefined
        ? undefined
        : {
            to: left.oneOf('to', ['carry_over']),
            decidedBy: left.oneOf('decided_by', DECIDERS),
          },
  };
}

function readItem(item: Section): parts.Item {
  return {
    id: item.id('id'),
    name: item.text('name'),
    cite: item.text('cite'),
    phrase: item.optionalText('phrase'),
  };
}

type UnnumberedBucket = Omit<parts.Bucket, 'mark'>;

function readBucket(bucket: Section, reader: FileReader): UnnumberedBucket {
  return {
    ...readItem(bucket),
    take: readTake(bucket, reader),
    order: bucket.optionalCount('order') ?? 1,
    gate: bucket.isGiven('gate') ? bucket.matching('gate', 'ruleId', isRuleId) : undefined,
  };
}

/** A bucket that says nothing takes what the village decides. */
function readTake(bucket: Section, reader: FileReader): parts.Take {
  const text = bucket.optionalText('take') ?? 'village';
  if (text === 'village' || text === 'agreement' || text === 'rest') return { kind: text };
  const amount = readQuantity(text);
  if (amount !== undefined) return { kind: 'amount', amount };
  if (text !== '') reader.refuse({ code: 'policy.notAQuantity', field: bucket.path('take'), value: text });
  return { kind: 'village' };
}

function numberNamed(items: readonly UnnumberedBucket[]): parts.Bucket[] {
  const named = items.filter((item) => item.phrase !== undefined);
  return items.map((item) => ({
    ...item,
    mark: item.phrase === undefined ? undefined : named.indexOf(item) + 1,
  }));
}

/** `exactly` is a floor and a cap at once. */
function readLimit(limit: Section, reader: FileReader): parts.Limit {
  const exactly = readOptionalQuantity(limit, 'exactly', reader);
  const atLeast = readOptionalQuantity(limit, 'at_least', reader) ?? exactly;
  const atMost = readOptionalQuantity(limit, 'at_most', reader) ?? exactly;
  if (!['exactly', 'at_least', 'at_most'].some((key) => limit.isGiven(key)))
    reader.refuse({ code: 'policy.missingKey', field: limit.path('at_least'), facts: { key: 'at_least' } });
  return {
    id: limit.matching('id', 'ruleId', isRuleId),
    on: limit.lines('on'),
    atLeast,
    atMost,
    over: limit.oneOf('over', ['period', 'year']),
    force: limit.oneOf('force', FORCES),
    cite: limit.text('cite'),
    says: limit.text('says'),
  };
}
