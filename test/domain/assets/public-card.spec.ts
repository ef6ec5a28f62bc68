import type { Asset } from '../../../src/domain/assets/asset';
import { PARTICULARS, type Particulars } from '../../../src/domain/assets/asset-particulars';
import { capacityShown, stationCapacity } from '../../../src/domain/assets/own-capacity';
import { mayBePublic, publicBodyName, publicCardOf } from '../../../src/domain/assets/public-card';
import { readRatio } from '../../../src/domain/money/ratio';
import { cardWords } from '../../../src/glossary/card-words';
import { INSTITUTION_ENDINGS } from '../../../src/glossary/village-words';

const ASSET: Asset = {
  ...{ id: 'a1', kind: 'workshop', assetClass: 'operating', titleLevel: 'village', name: 'Workshop' },
  ...{ pool: 'other', cost: 100n, titleHolder: 'the village', acquiredOn: '2021-05-20', keeper: 'somebody' },
};
const funds = [{ level: 'county' as const, year: 2021, amount: 100n }];
/** Each particular says its own name. */
const said = Object.fromEntries(PARTICULARS.map((name) => [name, name]));
const particulars: Particulars = { ...emptyParticulars(), ...said };

function emptyParticulars(): Particulars {
  const empty = {
    ...{ condition: '', projectName: '', projectYear: '', builder: '', acceptedOn: '', titlePaper: '' },
    ...{ plateNumber: '', location: '', latitude: '', longitude: '', extent: '', extentUnit: '' },
    ...{ lifeYears: '', operatingBody: '', incomeBody: '', keepingBody: '', disposalBody: '' },
    ...{ supervisionBody: '', keeperPost: '', remark: '' },
  };
  return empty;
}

describe('the capacity of a station', () => {
  const rows = [
    { key: 'a', label: 'A', share: '6.25%', owner: 'A' },
    { key: 'b', label: 'B', share: '3.125%', owner: 'A' },
    { key: 'c', label: 'C', share: '90.625%', owner: 'C' },
  ];
  const tables = [
    { validFrom: '2024-01-01', rows },
    { validFrom: '2025-01-01', rows: rows.map((row) => ({ ...row, owner: row.label })) },
  ];
  const joint = { capacityKw: '1600', ownShareKey: 'a' };

  it.each([
    ['of its own', { capacityKw: '300' }, '2025-06-30', { capacityKw: '300' }],
    ['that is none', {}, '2025-06-30', undefined],
    [
      'shared, all rows of its owner together',
      joint,
      '2024-12-31',
      { capacityKw: '1600', own: { sharePercent: '9.375', kw: '150' } },
    ],
    [
      'shared, by the table of the day',
      joint,
      '2025-01-01',
      { capacityKw: '1600', own: { sharePercent: '6.25', kw: '100' } },
    ],
    ['shared, before any table', joint, '2023-12-31', { capacityKw: '1600' }],
    ['kept for others', { capacityKw: '1600' }, '2025-01-01', { capacityKw: '1600' }],
  ])('%s', (_rule, asset, day, found) => {
    expect(stationCapacity(asset, tables, day)).toEqual(found);
    expect(capacityShown({ asset, shareTables: tables }, undefined, day)).toEqual(found);
  });

  it('kept by another, by the keeper’s table, of which the own register is told later', () => {
    const kept = { share: readRatio('25%') };
    const own = { asset: joint, shareTables: tables };
    const shown = { sharePercent: '25', kw: '400' };
    expect(capacityShown(own, kept, '2025-01-01')).toEqual({ capacityKw: '1600', own: shown });
    expect(capacityShown({ asset: {}, shareTables: [] }, kept, '2025-01-01')).toBeUndefined();
  });
});

describe('the public card of an asset', () => {
  it('says what it is, whose money built it and how it stands, and nothing else', () => {
    expect(publicCardOf(ASSET, { funds, particulars, capacity: undefined })).toEqual({
      ...{ name: 'Workshop', kind: 'workshop', assetClass: 'operating', titleHolder: 'the village' },
      ...{ acquiredOn: '2021-05-20', projectName: 'projectName', projectYear: 'projectYear' },
      ...{ plateNumber: 'plateNumber', condition: 'condition', funds, cost: 100n },
    });
  });

  it('says a capacity and the day it left where there is one, and blanks where nothing is known', () => {
    const asset: Asset = { ...ASSET, leftOn: '2025-03-31', leftBy: 'sale' };
    const capacity = { capacityKw: '300' };
    expect(publicCardOf(asset, { funds, particulars: undefined, capacity })).toMatchObject({
      ...{ capacity, leftOn: '2025-03-31' },
      ...{ projectName: '', projectYear: '', plateNumber: '', condition: '' },
    });
  });

  it.each([
    ['清溪农业发展有限公司', false, '清溪农业发展有限公司'],
    ['枣林村村民委员会', false, '枣林村村民委员会'],
    ['县教育局', false, '县教育局'],
    ['枣林村', false, ''],
    ['枣林村', true, '枣林村'],
    ['张三', false, ''],
    ['张局', false, ''],
    ['张三及其妻', false, ''],
    ['张三（清溪公司）', false, ''],
    ['清溪公司 张三', false, ''],
    ['张三 清溪公司', false, ''],
    ['', false, ''],
  ])('names %s (keeps books: %s) as %s where its income is another’s', (body, keepsBooks, name) => {
    expect(publicBodyName(body, { keepsBooks, endings: INSTITUTION_ENDINGS })).toBe(name);
    const sources = { funds, particulars, capacity: undefined };
    expect(publicCardOf(ASSET, { ...sources, incomeOf: name }).incomeOf).toBe(name);
    expect(publicCardOf(ASSET, sources)).not.toHaveProperty('incomeOf');
  });

  it('leaves cost and funds to the register of the office that has the title', () => {
    const card = publicCardOf(
      { ...ASSET, titleLevel: 'township' },
      { funds, particulars, capacity: undefined },
    );
    expect([card.cost, card.funds]).toEqual([undefined, undefined]);
  });

  it.each<[whose: string, asset: Partial<Asset>, incomeOf: string | undefined, said: string]>([
    ['its own, which the title says', {}, undefined, ''],
    ['the village’s of a township’s market', { titleLevel: 'township' }, undefined, '归村集体'],
    ['the township’s', { titleLevel: 'township' }, '县教育局', '归县教育局，不归村集体'],
    ['somebody’s', { titleLevel: 'county' }, '', '不归村集体（归谁不公开，可向村里询问）'],
    ['nobody’s of a public road', { titleLevel: 'county', assetClass: 'public' }, undefined, ''],
  ])('says whose the income is: %s', (_whose, asset, incomeOf, said) => {
    const card = publicCardOf({ ...ASSET, ...asset }, { funds, particulars, capacity: undefined, incomeOf });
    expect(cardWords.incomeOf(card)).toBe(said);
  });

  it.each([
    ['operating', 'village', true],
    ['public', 'county', true],
    ['household', 'household', false],
    ['household', 'village', false],
    ['operating', 'household', false],
  ] as const)('of class %s with the title of the %s: %s', (assetClass, titleLevel, may) => {
    expect(mayBePublic({ assetClass, titleLevel })).toBe(may);
  });
});
