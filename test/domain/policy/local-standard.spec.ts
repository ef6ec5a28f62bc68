import {
  type LocalStandard,
  localNumbersOf,
  readStandard,
  type StandardForm,
} from '../../../src/domain/policy/local-standard';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readPack } from '../../../src/domain/policy/read-pack';
import { liesIn } from '../../../src/domain/policy/regions';
import { standingOf, stricterDirection } from '../../../src/domain/policy/strictness';
import { judge } from '../../../src/domain/policy/judge';
import { limit, rule, SMALL_PACK_ID, smallPack } from './small-pack';

const YEARLY = 'value:yearly';

/** The small pack with one rule, and the floor of its limit and the tag out of the way of `yearly`. */
function packAsking(need: string, more: Record<string, unknown> = {}): PolicyPack {
  const raw = smallPack();
  return readPack({ ...raw, rules: [rule({ need, cite: 'scale' })], tags: [], ...more }, SMALL_PACK_ID);
}

/** The small pack with `main.floor` asked for as a floor, as a cap, or both. */
function needPack(direction: 'higher' | 'lower' | undefined): PolicyPack {
  const asks = {
    higher: 'planned at_least need:main.floor of distributable',
    lower: 'planned at_most need:main.floor of distributable',
  };
  const needs = direction === undefined ? Object.values(asks) : [asks[direction]];
  const raw = smallPack();
  return readPack({ ...raw, rules: [rule({ need: needs, cite: 'scale' })] }, SMALL_PACK_ID);
}

/** The small pack with `main.floor` left to the village. */
function villagePack(): PolicyPack {
  const raw = smallPack();
  const needs = raw.needs.map((need) => ({ ...need, decided_by: 'village' }));
  return readPack({ ...raw, needs }, SMALL_PACK_ID);
}

const countyStandard = (wish: Partial<LocalStandard> = {}): LocalStandard => ({
  ...{ id: 'county', region: '990100', numberId: 'main.floor', value: '0.6', from: '2024-02-01' },
  paper: { title: '通知', number: undefined, issuer: '县', issuedOn: '2024-01-01' },
  ...wish,
});

describe('which way a number of the document is stricter', () => {
  const lines: [string, 'higher' | 'lower' | undefined][] = [
    [`planned at_least ${YEARLY}`, 'higher'],
    [`planned more_than ${YEARLY}`, 'higher'],
    [`planned at_most ${YEARLY}`, 'lower'],
    [`planned less_than ${YEARLY}`, 'lower'],
    [`planned exactly ${YEARLY}`, undefined],
    [`${YEARLY} at_least planned`, 'lower'],
    [`${YEARLY} at_most planned`, 'higher'],
    [`planned at_least distributable minus ${YEARLY}`, 'lower'],
    [`planned of ${YEARLY} at_least need:main.floor`, 'higher'],
  ];
  it.each(lines)('%s: %s', (need, direction) => {
    expect(stricterDirection(packAsking(need), 'yearly')).toBe(direction);
  });

  it('turns round where a line must not hold', () => {
    const pack = packAsking('x', {
      rules: [rule({ need: [{ none: [`planned at_least ${YEARLY}`] }], cite: 'scale' })],
    });
    expect(stricterDirection(pack, 'yearly')).toBe('lower');
  });

  it('is unclear where rules pull both ways, and where it says whom a rule is for', () => {
    const both = [rule({ need: `planned at_least ${YEARLY}`, cite: 'scale' })];
    both.push(rule({ id: 'XX-2', need: `planned at_most ${YEARLY}`, cite: 'scale' }));
    expect(stricterDirection(packAsking('x', { rules: both }), 'yearly')).toBeUndefined();
    const when = rule({ when: `planned more_than ${YEARLY}`, cite: 'scale' });
    expect(stricterDirection(packAsking('x', { rules: [when] }), 'yearly')).toBeUndefined();
    expect(stricterDirection(readPack(smallPack(), SMALL_PACK_ID), 'yearly')).toBeUndefined();
  });

  it('is that of a floor, of a cap, and of none where an amount has to be exactly it', () => {
    const share = 'value:posts.floor of after_deductions';
    const pack = (changes: Record<string, unknown>): PolicyPack => {
      const raw = smallPack();
      Object.assign(raw.pools['pv'] ?? {}, { limits: [limit(changes)] });
      return readPack(raw, SMALL_PACK_ID);
    };
    expect(stricterDirection(pack({ at_least: share }), 'posts.floor')).toBe('higher');
    expect(stricterDirection(pack({ at_most: share }), 'posts.floor')).toBe('lower');
    expect(stricterDirection(pack({ exactly: share }), 'posts.floor')).toBeUndefined();
  });
});

describe('what a local number does to a pack', () => {
  const pack = readPack(smallPack(), SMALL_PACK_ID);
  const cases: [string, string, string][] = [
    ['main.floor', '0.1', 'fills'],
    ['posts.floor', '0.61', 'stricter'],
    ['posts.floor', '0.6', 'looser'],
    ['posts.floor', '0.59', 'looser'],
    ['yearly', '13000', 'unclear'],
    ['nothing', '1', 'unknown'],
  ];
  it.each(cases)('%s %s: %s', (id, value, standing) => {
    expect(standingOf(pack, { id, value }, '2024-06-30')).toBe(standing);
  });

  it('judges by the stricter one in place of the document’s', () => {
    const asking = packAsking(`planned at_least ${YEARLY}`);
    const record = { subject: 'plan' as const, facts: { planned: '12500' } };
    expect(judge(asking, record)[0]?.outcome).toBe('passed');
    expect(judge(asking, record, { yearly: '12500.01' })[0]?.outcome).toBe('failed');
  });
});

describe('a region', () => {
  const cases: [string, string, boolean][] = [
    ['341204', '341204', true],
    ['341204101', '341204', true],
    ['341204101203', '341204101', true],
    ['341204', '341200', true],
    ['341204', '340000', true],
    ['341204', '000000', true],
    ['341200', '341204', false],
    ['341225', '341204', false],
    ['34120', '341200', false],
    ['341204x', '341204', false],
  ];
  it.each(cases)('%s lies in %s: %s', (code, region, expected) => {
    expect(liesIn(code, region)).toBe(expected);
  });
});

describe('a local standard as typed', () => {
  const form: StandardForm = {
    region: '990100',
    numberId: 'main.floor',
    value: '60%',
    from: '2024-07-01',
    paperTitle: ' 样例通知 ',
    paperNumber: '',
    paperIssuer: '样例县农业农村局',
    paperIssuedOn: '2024-06-20',
  };
  const basis = {
    officeRegion: '990100',
    regions: ['990100', '990100101', '990100101203'],
    packs: [readPack(smallPack(), SMALL_PACK_ID)],
    above: [],
    today: '2024-07-15',
  };
  const codes = (wish: Partial<StandardForm>): string[] =>
    readStandard({ ...form, ...wish }, basis).problems.map(({ field, code }) => `${field} ${code}`);

  it('is kept in the unit of its number, its paper trimmed', () => {
    const { standard, problems } = readStandard(form, basis);
    expect(problems).toEqual([]);
    expect(standard).toMatchObject({ value: '0.6', paper: { title: '样例通知', number: undefined } });
  });

  const refused: [string, Partial<StandardForm>, string[]][] = [
    [
      'everything blank',
      { region: '', numberId: '', value: ' ', from: '', paperTitle: '', paperIssuer: '', paperIssuedOn: '' },
      ['numberId', 'value', 'from', 'region', 'paperTitle', 'paperIssuer', 'paperIssuedOn'].map(
        (field) => `${field} form.missing`,
      ),
    ],
    ['another region', { region: '990200' }, ['region policy.otherRegion']],
    ['a township that is not here', { region: '990100102' }, ['region policy.regionUnknown']],
    ['a number nobody knows', { numberId: 'main.roof' }, ['numberId policy.numberUnknown']],
    ['a value in another unit', { value: '60' }, ['value policy.notInUnit']],
    ['what the document gives, not stricter', { numberId: 'posts.floor' }, ['value policy.notStricter']],
    [
      'a number whose strictness is unclear',
      { numberId: 'yearly', value: '1' },
      ['numberId policy.strictnessUnclear'],
    ],
    ['a paper of tomorrow', { paperIssuedOn: '2024-07-16' }, ['paperIssuedOn policy.paperOfTomorrow']],
    ['a day after the pack ends', { from: '2026-01-01' }, ['numberId policy.numberUnknown']],
    ['days that do not exist', { from: '2024-02-30' }, ['from calendar.notADay']],
  ];
  it.each(refused)('is refused: %s', (_what, wish, expected) => {
    expect(codes(wish)).toEqual(expected);
  });

  it.each(['paperTitle', 'paperNumber', 'paperIssuer'] as const)(
    'is refused with a number of one person in its %s: the paper is hashed with plans',
    (field) => {
      expect(codes({ [field]: '县办 13800138000' })).toEqual([`${field} form.privateNumber`]);
    },
  );

  it.each<[days: string, codes: string[]]>([
    ['0', ['value policy.notInUnit']],
    ['-5', ['value policy.notInUnit']],
    ['1', []],
  ])('of days after which an asset is idle takes %s: %j', (value, expected) => {
    const raw = smallPack();
    const needs = [...raw.needs, { ...raw.needs[0], id: 'idle.days', unit: 'days' }];
    const packs = [readPack({ ...raw, needs }, SMALL_PACK_ID)];
    const { problems } = readStandard({ ...form, numberId: 'idle.days', value }, { ...basis, packs });
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('is refused for a number the document leaves to the village, be it for one village', () => {
    for (const region of ['990100', '990100101', '990100101203']) {
      const { problems } = readStandard({ ...form, region }, { ...basis, packs: [villagePack()] });
      const told = { code: 'policy.villageDecidesLater', field: 'numberId', value: 'main.floor' };
      expect(problems).toEqual([told]);
    }
    const both = { ...basis, packs: [villagePack(), ...basis.packs] };
    expect(readStandard(form, both).problems).toEqual([]);
  });

  const below: [string, string, 'higher' | 'lower' | undefined, string[]][] = [
    ['above a floor of the county', '60.01%', 'higher', []],
    ['equal to a floor of the county', '60%', 'higher', []],
    ['below a floor of the county', '59.99%', 'higher', ['value policy.looserThanAbove']],
    ['below a cap of the county', '59.99%', 'lower', []],
    ['equal to a cap of the county', '60%', 'lower', []],
    ['above a cap of the county', '60.01%', 'lower', ['value policy.looserThanAbove']],
    ['either way where nobody can tell which is stricter (lower)', '1%', undefined, []],
    ['either way where nobody can tell which is stricter (higher)', '99%', undefined, []],
  ];
  it.each(below)('of a township, %s: %s', (_rule, value, direction, expected) => {
    const given = { ...basis, packs: [needPack(direction)], above: [countyStandard()] };
    const { problems } = readStandard({ ...form, region: '990100101', value }, given);
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('of a township is held against what the county gives by its first day only', () => {
    const later = { ...basis, packs: [needPack('higher')], above: [countyStandard({ from: '2024-07-02' })] };
    const typed = { ...form, region: '990100101', value: '10%' };
    expect(readStandard(typed, later).problems).toEqual([]);
    expect(readStandard({ ...typed, from: '2024-07-02' }, later).problems).toEqual([
      {
        ...{ code: 'policy.looserThanAbove', field: 'value', value: '0.1' },
        facts: { region: '990100', title: '通知', given: '0.6', unit: 'share', direction: 'higher' },
      },
    ]);
  });

  it('is taken where it is one basis point stricter, on the last day of the pack', () => {
    expect(codes({ numberId: 'posts.floor', value: '60.01%', from: '2025-12-31' })).toEqual([]);
  });
});

describe('the local numbers of a place', () => {
  const pack = readPack(smallPack(), SMALL_PACK_ID);
  const paper = { title: '通知', number: undefined, issuer: '县', issuedOn: '2024-01-01' };
  const standard = (id: string, wish: Partial<LocalStandard>): LocalStandard => ({
    ...{ id, region: '990100', numberId: 'main.floor', value: '0.5', from: '2024-02-01', paper },
    ...wish,
  });
  const all = [
    standard('county', {}),
    standard('county-later', { value: '0.55', from: '2024-08-01' }),
    standard('city', { region: '990000', value: '0.4', from: '2024-12-01' }),
    standard('looser', { numberId: 'posts.floor', value: '0.5' }),
    standard('elsewhere', { region: '990200', value: '0.9' }),
  ];
  const path = ['990100101', '990100', '990000'];
  const cases: [string, readonly string[], string[]][] = [
    ['2024-01-31', path, []],
    ['2024-02-01', path, ['county 0.5']],
    ['2024-07-31', path, ['county 0.5']],
    ['2024-08-01', path, ['county-later 0.55']],
    ['2024-12-31', path, ['county-later 0.55']],
    ['2024-12-31', ['990000'], ['city 0.4']],
    ['2024-12-31', ['880000'], []],
  ];
  it.each(cases)('on %s along %j: %j', (day, regionPath, expected) => {
    const found = localNumbersOf(all, { regionPath, pack, day });
    expect(found.map(({ standardId, value }) => `${standardId} ${value}`)).toEqual(expected);
    for (const each of found) expect(each).toMatchObject({ id: 'main.floor', decidedBy: 'county', paper });
  });

  it.each<[string, string, 'higher' | 'lower' | undefined, string]>([
    ['0.55', '0.6', 'higher', 'county 0.6'],
    ['0.6', '0.6', 'higher', 'town 0.6'],
    ['0.65', '0.6', 'higher', 'town 0.65'],
    ['0.55', '0.6', 'lower', 'town 0.55'],
    ['0.65', '0.6', 'lower', 'county 0.6'],
    ['0.55', '0.6', undefined, 'town 0.55'],
    ['0.65', '0.6', undefined, 'town 0.65'],
  ])('a township’s %s beside the county’s %s, stricter %s: %s', (town, county, direction, expected) => {
    const both = [
      countyStandard({ value: county }),
      countyStandard({ id: 'town', region: '990100101', value: town }),
    ];
    const place = { regionPath: path, pack: needPack(direction), day: '2024-12-31' };
    expect(localNumbersOf(both, place).map(({ standardId, value }) => `${standardId} ${value}`)).toEqual([
      expected,
    ]);
  });

  it('leave to the village what the document leaves to it, also where a county once gave it', () => {
    const place = { regionPath: path, pack: villagePack(), day: '2024-12-31' };
    expect(localNumbersOf([countyStandard()], place)).toEqual([]);
  });
});
