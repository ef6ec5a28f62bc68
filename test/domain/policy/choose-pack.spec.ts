import {
  findPack,
  noPackError,
  type PackChoice,
  packOrNone,
  readChoice,
  requireSeenText,
} from '../../../src/domain/policy/choose-pack';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readPack } from '../../../src/domain/policy/read-pack';
import { packOptionText } from '../../../src/glossary/policy-register-texts';
import { DomainError } from '../../../src/domain/shared/domain-error';
import { smallPack } from './small-pack';

function packOf(
  region: string,
  from: string,
  to: string | null,
  number: string | null = null,
): { pack: PolicyPack } {
  const raw = smallPack();
  raw.region.code = region;
  Object.assign(raw.valid, { from, to, confirm_after: null });
  Object.assign(raw.source, { issued_on: from, document_number: number });
  return { pack: readPack(raw, `${region}/${from}`) };
}

const city = packOf('341200', '2023-09-21', null);
const county = packOf('341204', '2025-01-01', '2025-06-30', '县农〔2025〕3号');
const countyNext = packOf('341204', '2025-06-30', null);

/** As people know the two: by number and first day, which tell one title apart. */
const DOCUMENTS = [
  '样例县《样例办法》（县农〔2025〕3号，2025年1月1日起）',
  '样例县《样例办法》（2025年6月30日起）',
];

const packOn = (regionPath: readonly string[], day: string) =>
  packOrNone(findPack([city, countyNext, county], { regionPath, day }), day, packOptionText);

describe('that no pack is in force', () => {
  const earlier = packOf('341200', '2019-01-01', '2022-12-31');
  const farther = packOf('340000', '2018-01-01', '2020-12-31');
  const told = (packs: { pack: PolicyPack }[], day: string) =>
    noPackError(packs, { regionPath: ['341204', '341200', '340000'], day });

  it.each<[day: string, packs: { pack: PolicyPack }[], code: string, ended: string | undefined]>([
    ['2018-06-01', [earlier, city], 'policy.noPackInForce', undefined],
    ['2022-12-31', [earlier], 'policy.noPackInForce', undefined],
    ['2023-01-01', [earlier], 'policy.packEnded', '2022-12-31'],
    ['2023-01-01', [farther, earlier], 'policy.packEnded', '2022-12-31'],
    ['2026-01-01', [packOf('450000', '2022-07-19', '2022-12-31')], 'policy.noPackInForce', undefined],
  ])('on %s names which ended last there', (day, packs, code, ended) => {
    const error = told(packs, day);
    expect([error.code, error.facts['ended']]).toEqual([code, ended]);
  });
});

describe('the pack in force', () => {
  const path = ['341204', '341200', '340000'];
  const cases: [string, string[], string | undefined][] = [
    ['2023-09-20', path, undefined],
    ['2023-09-21', path, '341200/2023-09-21'],
    ['2024-12-31', path, '341200/2023-09-21'],
    ['2025-01-01', path, '341204/2025-01-01'],
    ['2025-06-29', path, '341204/2025-01-01'],
    ['2025-07-01', path, '341204/2025-06-30'],
    ['2025-03-01', ['341225', '341200', '340000'], '341200/2023-09-21'],
    ['2025-03-01', ['340000'], undefined],
    ['2025-03-01', [], undefined],
  ];
  it.each(cases)('is the nearest region’s on %s for %p: %s', (day, regions, id) => {
    expect(packOn(regions, day)?.pack.id).toBe(id);
  });

  it('refuses to choose between two of one region on one day', () => {
    try {
      packOn(path, '2025-06-30');
      throw new Error('it chose one');
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({
        code: 'policy.twoPacksInForce',
        facts: {
          ...{ region: '341204', day: '2025-06-30', packs: ['341204/2025-01-01', '341204/2025-06-30'] },
          documents: DOCUMENTS,
        },
      });
    }
  });
});

describe('the choice between two packs of one region', () => {
  const packs = [city, county, countyNext];
  const ids = [county.pack.id, countyNext.pack.id];
  const path = ['341204101', '341204', '341200'];
  const choice = (id: string, wish: Partial<PackChoice>): PackChoice => ({
    ...{ id, region: '341204', from: '2025-06-01', among: ids, chosen: ids[0] ?? '' },
    ...{ reason: '细则还没有印发', by: 'qian', at: '2025-06-01T01:00:00.000Z' },
    ...wish,
  });
  const chosen = (id: string, wish: Partial<PackChoice> = {}): PackChoice =>
    choice(id, { chosen: ids[1] ?? '', ...wish });

  const cases: [string, PackChoice[], string][] = [
    ['nobody has chosen', [], 'several'],
    ['one is chosen', [choice('1', {})], 'chosen 341204/2025-01-01'],
    ['it is chosen from a later day on', [choice('1', { from: '2025-07-01' })], 'several'],
    ['a later choice took its place', [choice('1', {}), chosen('2')], 'chosen 341204/2025-06-30'],
    [
      'the later day rules, whichever was entered last',
      [chosen('1', { from: '2025-06-02' }), choice('2', {})],
      'chosen 341204/2025-06-30',
    ],
    ['one more pack came since', [choice('1', { among: ['341204/2025-01-01'] })], 'several'],
    ['another region chose', [choice('1', { region: '341225' })], 'several'],
    [
      'the nearer region chose otherwise',
      [choice('1', {}), chosen('2', { region: '341204101' }), choice('3', {})],
      'chosen 341204/2025-06-30',
    ],
  ];
  it.each(cases)('where %s', (_where, choices, expected) => {
    const finding = findPack(packs, { regionPath: path, day: '2025-06-30' }, choices);
    const found = 'found' in finding ? ` ${finding.found.pack.id}` : '';
    expect(`${finding.kind}${found}`).toBe(expected);
  });

  it('is not asked for where one pack is in force, or none', () => {
    const kindOn = (day: string): string => findPack(packs, { regionPath: path, day }, [chosen('1')]).kind;
    expect(['2025-06-29', '2023-09-20', '2025-07-01'].map(kindOn)).toEqual(['one', 'none', 'one']);
  });

  const form = { chosen: '341204/2025-06-30', from: '2025-06-30', reason: '以后印发的为准' };
  const typed: [string, Partial<typeof form>, string[]][] = [
    ['right', {}, []],
    [
      'all blank',
      { chosen: '', from: '', reason: ' ' },
      ['chosen form.missing', 'from form.missing', 'reason form.missing'],
    ],
    ['a day with one pack', { from: '2025-06-29' }, ['from policy.nothingToChoose']],
    ['a pack of another region', { chosen: '341200/2023-09-21' }, ['chosen form.notAllowed']],
    ['a reason of three characters', { reason: '新的好' }, ['reason policy.reasonTooShort']],
    ['a reason of four', { reason: '新的为准' }, []],
  ];
  it.each(typed)('as typed: %s', (_what, wish, expected) => {
    const { among, problems } = readChoice({ ...form, ...wish }, packs, ['341204', '341200']);
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
    if (problems.length === 0) expect(among).toEqual(ids);
  });
});

describe('a pack whose text nobody has seen', () => {
  const retold = {
    ...city.pack,
    source: { ...city.pack.source, kind: 'second_hand' as const, textSha256: undefined },
  };
  const outcomeOf = (pack: PolicyPack, areReal: boolean): unknown => {
    try {
      requireSeenText(pack, { areReal });
      return undefined;
    } catch (error) {
      return error instanceof DomainError ? [error.code, error.facts] : error;
    }
  };

  it('keeps real books from going by it, and no others', () => {
    expect(outcomeOf(retold, true)).toEqual([
      'policy.textNotSeen',
      { pack: '341200/2023-09-21', title: retold.source.title },
    ]);
    expect(outcomeOf(retold, false)).toBeUndefined();
    expect(outcomeOf(city.pack, true)).toBeUndefined();
  });
});

describe('a choice between two packs of one day', () => {
  const of = (from: string, to: string | null, id: string) => {
    const raw = smallPack();
    Object.assign(raw.valid, { from, to, confirm_after: null });
    return { pack: { ...readPack(raw, `990100/${from}`), id } };
  };
  const packs = [of('2024-01-01', null, 'a'), of('2024-01-01', null, 'b')];
  const form = { chosen: 'a', from: '2024-06-01', reason: '以后印发的为准' };
  const choice: PackChoice = {
    ...{ id: '1', region: '990100', from: '2024-06-01', among: ['a', 'b'], chosen: 'a' },
    ...{ reason: '以后印发的为准', by: 'qian', at: '2024-06-01T01:00:00.000Z' },
  };
  const on = (day: string, wish: Partial<PackChoice> = {}): string =>
    findPack(packs, { regionPath: ['990100'], day }, [{ ...choice, ...wish }]).kind;

  it('holds from its first day on, and only for a pack it was made among', () => {
    expect([on('2024-05-31'), on('2024-06-01')]).toEqual(['several', 'chosen']);
    expect(on('2024-06-01', { chosen: 'c', among: ['a', 'b', 'c'] })).toBe('several');
  });

  it.each<[what: string, wish: Partial<typeof form>, problems: object[]]>([
    ['right', {}, []],
    ['nothing chosen', { chosen: ' ' }, [{ code: 'form.missing', field: 'chosen' }]],
    ['none of them', { chosen: 'c' }, [{ code: 'form.notAllowed', field: 'chosen', value: 'c' }]],
    [
      'a day on which there is nothing to choose',
      { from: '2023-06-01' },
      [{ code: 'policy.nothingToChoose', field: 'from', value: '2023-06-01' }],
    ],
    ['no day', { from: '' }, [{ code: 'form.missing', field: 'from' }]],
    ['no day there is', { from: '2024-02-30', chosen: 'c' }, [{ code: 'calendar.notADay', field: 'from' }]],
  ])('as typed, %s', (_what, wish, problems) => {
    const read = readChoice({ ...form, ...wish }, packs, ['990100']);
    expect(read.problems).toMatchObject(problems);
    expect(read.problems).toHaveLength(problems.length);
    const isChoosable = (wish.from ?? form.from) === form.from;
    expect(read.among).toEqual(isChoosable ? ['a', 'b'] : []);
  });
});
