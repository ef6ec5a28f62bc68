import { type ParticularsVersion, readParticulars } from '../../../src/domain/assets/asset-particulars';
import { ANYBODY_PARTS } from '../../../src/glossary/village-words';
import { disposalProblems, isAnybody, rightElsewhere } from '../../../src/domain/assets/rights-elsewhere';

const noted = (incomeBody: string, validFrom: string, version: number): ParticularsVersion => ({
  ...readParticulars(() => '', { today: '' }).particulars,
  ...{ incomeBody, validFrom, version, why: '', enteredBy: '', enteredAt: '' },
});
const OWN = {
  names: ['Donghe village', 'Donghe village share cooperative', ''],
  words: ['the village', ''],
  before: ['North'],
  after: ['town'],
};

describe('the right to the income of an asset', () => {
  it.each<[rule: string, bodies: [body: string, since: string][], found: string | undefined]>([
    ['is the village’s where nobody has noted it', [], undefined],
    ['is its own where a version leaves it open', [['', '2020-01-01']], undefined],
    ['is its own by its name', [['Donghe village', '2020-01-01']], undefined],
    ['is its own by a longer form', [['town of Qingxi, Donghe  village', '2020-01-01']], undefined],
    ['is its own by a shorter form', [['share cooperative', '2020-01-01']], undefined],
    ['is its own by a word for it', [['the village', '2020-01-01']], undefined],
    ['is its own by what begins with such a word', [['the village, all of it', '2020-01-01']], undefined],
    [
      'is another village’s whose name ends with such a word',
      [['Wangzhuang, the village', '2020-01-01']],
      'Wangzhuang, the village 2020-01-01',
    ],
    [
      'is a neighbour’s whose name holds it',
      [['North Donghe village', '2020-01-01']],
      'North Donghe village 2020-01-01',
    ],
    [
      'is a town’s that is named after it',
      [['Donghe village town', '2020-01-01']],
      'Donghe village town 2020-01-01',
    ],
    [
      'is its own in the town of its name',
      [['Donghe village town, Donghe village', '2020-01-01']],
      undefined,
    ],
    ['is another body’s', [['town of Qingxi', '2020-01-01']], 'town of Qingxi 2020-01-01'],
    [
      'came back before the days',
      [
        ['town', '2020-01-01'],
        ['the village', '2025-07-01'],
      ],
      undefined,
    ],
    [
      'goes over within the days',
      [
        ['the village', '2020-01-01'],
        ['town', '2025-07-15'],
      ],
      'town 2025-07-15',
    ],
    [
      'comes back within the days',
      [
        ['town', '2020-01-01'],
        ['the village', '2025-07-15'],
      ],
      'town 2020-01-01',
    ],
    [
      'is another body’s on some days between',
      [
        ['the village', '2020-01-01'],
        ['county', '2025-07-05'],
        ['town', '2025-07-10'],
        ['the village', '2025-07-20'],
      ],
      'town 2025-07-10',
    ],
    [
      'goes over on the last day',
      [
        ['the village', '2020-01-01'],
        ['town', '2025-07-31'],
      ],
      'town 2025-07-31',
    ],
    [
      'was put right for the same days since',
      [
        ['the village', '2020-01-01'],
        ['town', '2025-07-10'],
        ['the village', '2025-07-10'],
      ],
      undefined,
    ],
    [
      'goes over after the days',
      [
        ['the village', '2020-01-01'],
        ['town', '2025-08-01'],
      ],
      undefined,
    ],
  ])('%s', (_rule, bodies, found) => {
    const versions = bodies.map(([body, since], index) => noted(body, since, index + 1));
    const days = { from: '2025-07-01', to: '2025-07-31' };
    const right = rightElsewhere({ right: 'incomeBody', versions }, days, OWN);
    expect(right === undefined ? undefined : `${right.body} ${right.since}`).toBe(found);
  });

  it('is told apart from the other rights', () => {
    const versions = [{ ...noted('the village', '2020-01-01', 1), disposalBody: 'town' }];
    const days = { from: '2025-07-01', to: '2025-07-01' };
    expect(rightElsewhere({ right: 'disposalBody', versions }, days, OWN)?.body).toBe('town');
    expect(rightElsewhere({ right: 'incomeBody', versions }, days, OWN)).toBeUndefined();
  });

  it.each<[rule: string, approvedBy: string, disposalBy: string | undefined, codes: string[]]>([
    ['is the village’s to dispose of', 'representatives', undefined, []],
    ['is approved by whoever has the right', 'representatives; the town of  Qingxi', 'town of Qingxi', []],
    ['is not approved by another', 'representatives', 'town of Qingxi', ['assetLife.disposalElsewhere']],
    ['has no body yet', ' ', 'town of Qingxi', []],
  ])('%s', (_rule, approvedBy, disposalBy, codes) => {
    expect(disposalProblems(approvedBy, disposalBy).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a title holder', () => {
  it.each([
    ['合作社', true],
    ['村集体', true],
    ['股份经济合作社', true],
    ['村 股份经济合作社', true],
    ['村民委员会', true],
    ['东河村集体', false],
    ['东河股份经济合作社', false],
    ['Donghe cooperative', false],
  ])('%s is anybody’s: %s', (holder, anybody) => {
    expect(isAnybody(holder, ANYBODY_PARTS)).toBe(anybody);
  });
});
