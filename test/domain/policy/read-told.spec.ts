import { readPack } from '../../../src/domain/policy/read-pack';
import { faults, type Pack, problemsAfter } from './lint';
import { band, goal, limit, line, rule, SMALL_PACK_ID, smallPack } from './small-pack';

const pv = (pack: Pack): Record<string, unknown> => pack.pools['pv'] ?? {};

describe('what the reader of a pack tells, to be found and mended', () => {
  it.each<[what: string, change: (pack: Pack) => void, problem: object]>([
    [
      'a line that is no condition',
      (p) => (p.rules = [rule({ need: 'planned <= 5' })]),
      { code: 'policy.notACondition', field: 'rules.0.need', value: 'planned <= 5' },
    ],
    [
      'two gatherings in one',
      (p) => (p.rules = [rule({ need: [{ any: ['planned more_than 0'], none: ['received more_than 0'] }] })]),
      {
        ...{ code: 'policy.oneGathering', field: 'rules.0.need.0' },
        facts: { known: ['all', 'any', 'none'] },
      },
    ],
    [
      'a bound that is no quantity',
      (p) => Object.assign(pv(p), { limits: [limit({ at_least: 'much more' })] }),
      { code: 'policy.notAQuantity', field: 'pools.pv.limits.0.at_least', value: 'much more' },
    ],
    [
      'a limit without a bound',
      (p) => Object.assign(pv(p), { limits: [limit({ at_least: undefined })] }),
      { code: 'policy.missingKey', field: 'pools.pv.limits.0.at_least', facts: { key: 'at_least' } },
    ],
    [
      'a use that takes no quantity',
      (p) => Object.assign((pv(p)['buckets'] as object[])[0] ?? {}, { take: 'half of it all' }),
      { code: 'policy.notAQuantity', field: 'pools.pv.buckets.0.take', value: 'half of it all' },
    ],
    [
      'two rhythms',
      (p) => (p.calendar = [line({ on: '06-30', every: 'year' })]),
      { code: 'policy.oneRhythm', field: 'calendar.0.every', facts: { given: ['every', 'on'] } },
    ],
    [
      'no rhythm',
      (p) => (p.calendar = [line({ on: undefined })]),
      { code: 'policy.oneRhythm', field: 'calendar.0.every', facts: { given: [] } },
    ],
    [
      'neither issued nor published',
      (p) => delete p.source['issued_on'],
      { code: 'policy.missingKey', field: 'source.issued_on', facts: { key: 'issued_on' } },
    ],
    [
      'a word with neither phrase nor name',
      (p) => p.lists[0]?.of.push({ id: 'who' } as never),
      { code: 'policy.missingKey', field: 'lists.0.of.2.phrase', facts: { key: 'phrase' } },
    ],
    [
      'an empty need',
      (p) => (p.rules = [rule({ need: [] })]),
      { code: 'policy.missingKey', field: 'rules.0.need', facts: { key: 'need' } },
    ],
    [
      'a digest of a text nobody saw',
      (p) => (p.source['kind'] = 'second_hand'),
      { code: 'policy.digestOfUnseenText', field: 'source.text_sha256' },
    ],
  ])('of %s', (_what, change, problem) => {
    expect(problemsAfter(change)).toEqual([problem]);
  });
});

describe('the form of a code', () => {
  const codes = (change: (pack: Pack) => void): number => faults(change).length;

  it.each<[code: string, fits: boolean]>([
    ['990100', true],
    ['990100101', true],
    ['990100101203', true],
    ['99010', false],
    ['9901001', false],
    ['9901001012030', false],
    ['990100101203001', false],
    ['99010O', false],
  ])('of a region, %s: %p', (code, fits) => {
    const raw = smallPack();
    raw.region.code = code;
    let isRead = true;
    try {
      readPack(raw, `${code}/2024-01-01`);
    } catch {
      isRead = false;
    }
    expect(isRead).toBe(fits);
  });

  it('of a region that is none is told once, and not as another place', () => {
    expect(faults((p) => (p.region.code = '9901')).map((fault) => fault.split(' ')[0])).toEqual([
      'region.code:',
    ]);
  });

  it.each<[digest: string, fits: boolean]>([
    ['0123456789abcdef'.repeat(4), true],
    ['0123456789ABCDEF'.repeat(4), false],
    [`${'0123456789abcdef'.repeat(4)}0`, false],
    ['0123456789abcdef'.repeat(4).slice(1), false],
  ])('of a digest, %s: %p', (digest, fits) => {
    expect(codes((p) => (p.source['text_sha256'] = digest)) === 0).toBe(fits);
  });

  it.each<[id: string, fits: boolean]>([
    ['XX-1', true],
    ['ABCD-07b', true],
    ['XX-1.2-a', true],
    ['X-1', false],
    ['ABCDE-1', false],
    ['xx-1', false],
    ['XX1', false],
    ['XX-', false],
    ['XX-1_2', false],
    ['1XX-1', false],
  ])('of a rule, %s: %p', (id, fits) => {
    expect(codes((p) => (p.rules = [rule({ id })])) === 0).toBe(fits);
    expect(codes((p) => (p.goals = [goal({ id })])) === 0).toBe(fits);
    expect(codes((p) => (p.bands = [band({ id })])) === 0).toBe(fits);
  });

  it.each<[day: string, fits: boolean]>([
    ['01-01', true],
    ['09-30', true],
    ['10-09', true],
    ['12-31', true],
    ['00-10', false],
    ['13-01', false],
    ['06-00', false],
    ['06-32', false],
    ['06-31', false],
    ['02-29', true],
    ['02-30', false],
    ['6-30', false],
    ['06-3', false],
    ['2024-06-30', false],
    ['06-30-1', false],
  ])('of a day of every year, %s: %p', (on, fits) => {
    const found = faults((p) => (p.calendar = [line({ on })]));
    expect(!found.includes(`calendar.0.on: policy.impossibleDate ${on}`)).toBe(fits);
  });
});

describe('what the file leaves out', () => {
  const read = (change: (pack: Pack) => void) => {
    const raw = smallPack();
    change(raw);
    return readPack(raw, SMALL_PACK_ID);
  };

  it('is what the village decides, in the first round, with no gate', () => {
    expect(read(() => undefined).pools[0]?.buckets).toMatchObject([
      { id: 'posts', take: { kind: 'village' }, order: 1, gate: undefined },
      { id: 'reward', take: { kind: 'village' }, order: 1, gate: undefined },
      { id: 'other', take: { kind: 'rest' }, order: 2, gate: undefined },
    ]);
  });

  it('is a list that is empty, and a part that is not there', () => {
    const bare = read((p) => {
      p.lists = [];
      p.measures = [];
      Object.assign(pv(p), { served_first: undefined, left: undefined, limits: undefined });
    });
    expect(bare).toMatchObject({ lists: [], measures: [], earlierForms: [] });
    expect(bare.pools[0]).toMatchObject({ servedFirst: undefined, left: undefined, limits: [] });
  });

  it('is of a word its name, and its clause', () => {
    expect(read(() => undefined).lists[0]?.of).toEqual([
      { id: 'lifted_out', phrase: '脱贫人口', name: '脱贫人口', cite: 'scale' },
      { id: 'farmer', phrase: '农户', name: '农户家庭', cite: 'steps' },
    ]);
  });

  it('is read where it is written: dues of agreements, a gate, exactly so much', () => {
    const pack = read((p) => {
      const [posts = {}, ...others] = pv(p)['buckets'] as Record<string, unknown>[];
      Object.assign(pv(p), {
        buckets: [{ ...posts, take: 'agreement', order: 3, gate: 'XX-0' }, ...others],
        limits: [limit({ exactly: 'value:posts.floor of after_deductions' })],
      });
      p.rules.push(rule({ id: 'XX-0', for: 'gate', need: 'distributable more_than 0' }));
    });
    const [pool] = pack.pools;
    expect(pool?.buckets[0]).toMatchObject({ take: { kind: 'agreement' }, order: 3, gate: 'XX-0' });
    expect(pool?.limits[0]?.atLeast).toBeDefined();
    expect(pool?.limits[0]?.atMost).toBe(pool?.limits[0]?.atLeast);
  });
});
