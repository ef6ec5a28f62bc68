import type { Asset } from '../../../src/domain/assets/asset';
import { PARTICULARS, type Particulars } from '../../../src/domain/assets/asset-particulars';
import { mayBePublic, publicCardOf } from '../../../src/domain/assets/public-card';

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

describe('the public card of an asset', () => {
  it('says what it is, whose money built it and how it stands, and nothing else', () => {
    expect(publicCardOf(ASSET, { funds, particulars })).toEqual({
      ...{ name: 'Workshop', kind: 'workshop', assetClass: 'operating', titleHolder: 'the village' },
      ...{ acquiredOn: '2021-05-20', projectName: 'projectName', projectYear: 'projectYear' },
      ...{ plateNumber: 'plateNumber', condition: 'condition', funds, cost: 100n },
    });
  });

  it('says a capacity and the day it left where there is one, and blanks where nothing is known', () => {
    const asset: Asset = { ...ASSET, capacityKw: '300', leftOn: '2025-03-31', leftBy: 'sale' };
    expect(publicCardOf(asset, { funds, particulars: undefined })).toMatchObject({
      ...{ capacityKw: '300', leftOn: '2025-03-31' },
      ...{ projectName: '', projectYear: '', plateNumber: '', condition: '' },
    });
  });

  it('leaves cost and funds to the register of the office that has the title', () => {
    const card = publicCardOf({ ...ASSET, titleLevel: 'township' }, { funds, particulars });
    expect([card.cost, card.funds]).toEqual([undefined, undefined]);
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
