import type { PackValue, PolicyPack, PoolRules } from './pack';
import type { Force } from './pack-words';

/** The parts of a pack whose lines have an id of their own. */
export const ITEM_PARTS = [
  'pool',
  'use',
  'cost',
  'limit',
  'rule',
  'tag',
  'flow',
  'notice',
  'goal',
  'band',
  'calendar',
  'value',
  'need',
  'list',
  'measure',
  'open',
] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

/** One line of a pack, whatever it orders. */
export interface PackItem {
  readonly part: ItemPart;
  /** What the pack calls it; uses, costs and limits with their pool before it: `pv.posts`. */
  readonly id: string;
  /** How other files point to it: rules, limits, goals, bands, notices and calendar lines by their id
   *  alone, everything else with its part before it, `tag:low_income`. */
  readonly address: string;
  readonly says: string;
  readonly force: Force | undefined;
  readonly cite: string;
  /** All it orders, as text that is equal where two lines order the same; the clause stands apart. */
  readonly content: string;
}

/** Every line of a pack, by part, in the order of the pack. */
export function itemsOf(pack: PolicyPack): PackItem[] {
  return [
    ...pack.pools.flatMap(poolItems),
    ...pack.rules.map((rule) => item('rule', rule.id, rule)),
    ...pack.tags.map((tag) => item('tag', tag.id, tag)),
    ...pack.flows.map((flow) => item('flow', flow.id, flow)),
    ...pack.notices.map((notice) => item('notice', notice.id, notice)),
    ...pack.goals.map((goal) => item('goal', goal.id, goal)),
    ...pack.bands.map((band) => item('band', band.id, band)),
    ...pack.calendar.map((line) => item('calendar', line.id, line)),
    ...pack.values.map((value) => item('value', value.id, { ...value, says: valueText(value) })),
    ...pack.needs.map((need) => item('need', need.id, need)),
    ...pack.lists.map((list) => {
      const says = list.of.map(({ name }) => name).join(', ');
      return item('list', list.id, { ...list, says });
    }),
    ...pack.measures.map((measure) => item('measure', measure.id, measure)),
    ...pack.open.map((matter) => item('open', matter.id, matter)),
  ];
}

function poolItems(pool: PoolRules): PackItem[] {
  const named = (id: string): string => `${pool.id}.${id}`;
  const { income, base, servedFirst, left } = pool;
  const whole = { says: income.phrase, cite: income.cite, base, servedFirst, left };
  return [
    item('pool', pool.id, whole),
    ...pool.buckets.map((use) => item('use', named(use.id), { ...use, says: use.name })),
    ...pool.deductions.map((cost) => item('cost', named(cost.id), { ...cost, says: cost.name })),
    ...pool.limits.map((limit) => item('limit', limit.id, limit)),
  ];
}

interface Saying {
  readonly says: string;
  readonly cite: string;
  readonly force?: Force;
}

const ADDRESSED_BY_ID: readonly ItemPart[] = ['rule', 'limit', 'goal', 'band', 'notice', 'calendar'];

function item(part: ItemPart, id: string, line: Saying): PackItem {
  const { says, cite, force, ...orders } = line;
  const address = ADDRESSED_BY_ID.includes(part) ? id : `${part}:${id}`;
  return { part, id, address, says, force, cite, content: JSON.stringify({ ...orders, force }) };
}

function valueText({ value, from, to }: PackValue): string {
  const days = [from, to].filter((day) => day !== undefined);
  return days.length === 0 ? value : `${value} (${from ?? ''}–${to ?? ''})`;
}
