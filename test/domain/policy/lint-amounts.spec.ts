import { lint, type Pack } from './lint';
import { limit, rule } from './small-pack';

const pv = (pack: Pack): Record<string, unknown> => pack.pools['pv'] ?? {};
const uses = (pack: Pack, ...buckets: Record<string, unknown>[]): void => {
  delete pv(pack)['left'];
  Object.assign(pv(pack), {
    limits: [],
    buckets: buckets.map((each) => ({ name: '甲', cite: 'uses', ...each })),
  });
};
const limits = (pack: Pack, ...all: Record<string, unknown>[]): void => {
  Object.assign(pv(pack), { limits: all.map((each, index) => limit({ id: `XX-L${index}`, ...each })) });
};
const shares = (pack: Pack, ...values: string[]): void => {
  pack.clauses['shares'] = { at: '七', text: '分成40%、45%、55%、60%和61%' };
  pack.values.push(
    ...values.map((value) => ({ id: `s${value.replace('.', '')}`, value, unit: 'share', cite: 'shares' })),
  );
};

describe('the amounts a pack sets', () => {
  const bounds: [string, (pack: Pack) => void, string[]][] = [
    [
      'a floor above the cap of the same uses',
      (p) =>
        limits(
          p,
          { exactly: 'value:s061 of after_deductions', on: 'posts' },
          { at_most: 'value:posts.floor of after_deductions' },
        ),
      ['limits.0: policy.floorAboveCap'],
    ],
    [
      'a floor at its cap',
      (p) =>
        limits(p, {
          at_least: 'value:posts.floor of after_deductions',
          at_most: 'value:posts.floor of after_deductions',
        }),
      [],
    ],
    [
      'a floor above the cap of more uses',
      (p) =>
        limits(
          p,
          { at_least: 'value:s061 of after_deductions' },
          { on: ['posts', 'reward'], at_most: 'value:posts.floor of after_deductions' },
        ),
      ['limits.0: policy.floorAboveCap'],
    ],
    [
      'a floor and a cap of two bases',
      (p) =>
        limits(
          p,
          { at_least: 'value:s061 of after_deductions' },
          { at_most: 'value:posts.floor of everything_received' },
        ),
      [],
    ],
    [
      'floors over the whole together',
      (p) =>
        limits(
          p,
          { at_least: 'value:s061 of after_deductions' },
          { on: 'reward', at_least: 'value:s04 of after_deductions' },
        ),
      [': policy.sharesOverWhole'],
    ],
    [
      'a floor over a year of what one plan distributes',
      (p) => limits(p, { at_least: 'value:posts.floor of distributable', over: 'year' }),
      ['limits.0: policy.baseNotOfYear'],
    ],
    [
      'a floor over a period of what one plan distributes',
      (p) => limits(p, { at_least: 'value:posts.floor of distributable', over: 'period' }),
      [],
    ],
    [
      'floors at the whole together',
      (p) =>
        limits(
          p,
          { at_least: 'value:posts.floor of after_deductions' },
          { on: 'reward', at_least: 'value:s04 of after_deductions' },
        ),
      [],
    ],
    [
      'a percentage without a denominator',
      (p) => limits(p, { at_least: 'value:posts.floor' }),
      ['limits.0: policy.shareWithoutBase'],
    ],
    ['an amount in yuan', (p) => limits(p, { at_least: 'value:yearly', cite: 'scale' }), []],
    [
      'a base that is none',
      (p) => limits(p, { at_least: 'value:posts.floor of profit' }),
      ['limits.0: policy.unknownFact'],
    ],
    [
      'a value that is not there',
      (p) => limits(p, { at_most: 'value:nothing of after_deductions' }),
      ['limits.0: policy.unknownReference'],
    ],
    [
      'a use that is not there',
      (p) => limits(p, { on: ['posts', 'gifts'] }),
      ['limits.0.on: policy.unknownWord'],
    ],
    [
      'costs and uses in one',
      (p) => limits(p, { on: ['posts', 'land_rent'] }),
      ['limits.0.on: policy.unknownWord', 'limits.0.on: policy.unknownWord'],
    ],
    [
      'costs together',
      (p) => limits(p, { on: 'land_rent', exactly: 'value:s04 of everything_received' }),
      [],
    ],
    [
      'neither floor nor cap',
      (p) => Object.assign(pv(p), { limits: [{ ...limit({ at_least: undefined }) }] }),
      ['limits.0.at_least: policy.missingKey'],
    ],
    [
      'words that are no amount',
      (p) => limits(p, { at_least: 'much more' }),
      ['limits.0.at_least: policy.notAQuantity'],
    ],
    [
      'what is served first and no list',
      (p) => Object.assign(pv(p), { served_first: { list: 'nobody', cite: 'uses' } }),
      ['served_first.list: policy.unknownReference'],
    ],
    [
      'a gate that is no rule',
      (p) => uses(p, { id: 'posts', gate: 'XX-9' }),
      ['buckets.0.gate: policy.unknownReference'],
    ],
    [
      'two uses that take the rest',
      (p) => uses(p, { id: 'posts', take: 'rest' }, { id: 'b', take: 'rest' }),
      ['buckets: policy.twoRests'],
    ],
    [
      'shares over the whole',
      (p) =>
        uses(
          p,
          { id: 'posts', take: 'value:s055 of after_deductions' },
          { id: 'b', take: 'value:posts.floor of after_deductions' },
        ),
      [': policy.sharesOverWhole'],
    ],
    [
      'shares at the whole',
      (p) =>
        uses(
          p,
          { id: 'posts', take: 'value:s055 of after_deductions' },
          { id: 'b', take: 'value:s045 of after_deductions' },
        ),
      [],
    ],
    [
      'shares under the whole',
      (p) =>
        uses(
          p,
          { id: 'posts', take: 'value:s055 of after_deductions' },
          { id: 'b', take: 'value:s04 of after_deductions' },
        ),
      [': policy.sharesUnderWhole'],
    ],
    [
      'shares under the whole and somebody takes the rest',
      (p) => uses(p, { id: 'posts', take: 'value:s055 of after_deductions' }, { id: 'b', take: 'rest' }),
      [],
    ],
    [
      'shares under the whole and the rest is carried over',
      (p) => {
        uses(p, { id: 'posts', take: 'value:s055 of after_deductions' });
        Object.assign(pv(p), { left: { to: 'carry_over', decided_by: 'village' } });
      },
      [],
    ],
    [
      'exact shares on every use that leave a part to nobody',
      (p) => {
        uses(p, { id: 'posts' }, { id: 'reward' });
        limits(
          p,
          { exactly: 'value:s055 of after_deductions' },
          { on: 'reward', exactly: 'value:s04 of after_deductions' },
        );
      },
      [': policy.sharesUnderWhole'],
    ],
    [
      'exact shares on every use that make the whole',
      (p) => {
        uses(p, { id: 'posts' }, { id: 'reward' });
        limits(
          p,
          { exactly: 'value:s055 of after_deductions' },
          { on: 'reward', exactly: 'value:s045 of after_deductions' },
        );
      },
      [],
    ],
    [
      'a cap under the whole while another use has none',
      (p) => {
        uses(p, { id: 'posts' }, { id: 'reward' });
        limits(p, { at_most: 'value:s055 of after_deductions' });
      },
      [],
    ],
    [
      'a share of nothing named',
      (p) => uses(p, { id: 'posts', take: 'value:s055' }),
      ['buckets.0.take: policy.shareWithoutBase'],
    ],
  ];
  it.each(bounds)('amounts agree: %s', (_, change, at) => {
    const found = lint((pack) => {
      shares(pack, '0.4', '0.45', '0.55', '0.61');
      pack.rules = [rule({})];
      change(pack);
    });
    expect(found).toEqual(at.map((place) => `pools.pv${place.startsWith(':') ? '' : '.'}${place}`));
  });

  const once = (changes: object): object => ({
    id: 'once',
    value: '3000',
    unit: 'yuan',
    cite: 'scale',
    ...changes,
  });
  const dated: [string, object[], string[]][] = [
    ['one after the other', [once({ to: '2024-06-30' }), once({ from: '2024-07-01' })], []],
    [
      'two on one day',
      [once({ to: '2024-06-30' }), once({ from: '2024-06-30' })],
      ['3: policy.valuesOverlap'],
    ],
    ['two without days', [once({}), once({})], ['3: policy.valuesOverlap']],
    ['one that begins before the pack', [once({ from: '2023-12-31' })], ['2: policy.valueOutsidePack']],
    ['one that ends after the pack', [once({ to: '2026-01-01' })], ['2: policy.valueOutsidePack']],
    [
      'one that ends before it begins',
      [once({ from: '2024-02-01', to: '2024-01-31' })],
      ['2: policy.periodReversed'],
    ],
    [
      'two units',
      [once({ to: '2024-06-30' }), once({ from: '2024-07-01', unit: 'count' })],
      ['3: policy.unitsMixed'],
    ],
    [
      'a day that is none',
      [once({ value: '2024-02-30', unit: 'day' })],
      ['2.value: policy.impossibleDate', '2: policy.numberNotInClause'],
    ],
  ];
  it.each(dated)('dated values: %s', (_, values, at) => {
    const found = lint((pack) => pack.values.push(...(values as Record<string, unknown>[])));
    expect(found).toEqual(at.map((place) => `values.${place}`));
  });
});
