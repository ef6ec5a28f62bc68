import {
  patternOf,
  plateOwners,
  type PlateElsewhere,
  type PlateGround,
  plateProblems,
} from '../../../src/domain/assets/plates';

const PATTERN = { region: 'county', pattern: '[A-Z]{2}-\\d{3}', like: 'LY-007', confirmed: true };
const GROUND: PlateGround = {
  owners: plateOwners([{ name: 'hall', plateNumber: 'LY-001' }]),
  elsewhere: new Map<string, PlateElsewhere>([
    ['LY-002', { asset: 'shed', village: 'Xihe' }],
    ['LY-003', 'unseen'],
  ]),
  pattern: PATTERN,
};

describe('a plate', () => {
  it.each<[plate: string, ground: PlateGround, found: string[]]>([
    ['', GROUND, []],
    [' ', GROUND, []],
    ['LY-007', {}, []],
    ['LY-007', GROUND, []],
    ['ｌｙ - 007', GROUND, []],
    ['ly-001', GROUND, ['assets.plateTaken {"asset":"hall"}']],
    ['LY-002', GROUND, ['assets.plateTakenThere {"asset":"shed","village":"Xihe"}']],
    ['LY-003', GROUND, ['assets.plateTakenInCounty undefined']],
    ['LY-7', GROUND, ['assets.plateOdd {"like":"LY-007"}']],
    ['XLY-0071', GROUND, ['assets.plateOdd {"like":"LY-007"}']],
    ['LY-7', { pattern: { ...PATTERN, confirmed: false } }, []],
  ])('%j over %j is refused by %j', (plate, ground, found) => {
    expect(plateProblems(plate, ground).map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`)).toEqual(
      found,
    );
  });

  it.each([
    ['411402', 'county'],
    ['411403', 'city'],
    ['410100', undefined],
    ['', undefined],
  ])('of %j is written as %j has it, the narrowest region that is known', (region, found) => {
    const patterns = [
      { ...PATTERN, region: 'city', codes: ['4114'] },
      { ...PATTERN, region: 'county', codes: ['3412', '411402'] },
      { ...PATTERN, region: 'city again', codes: ['4114'] },
    ];
    expect(patternOf(region, patterns)?.region).toBe(found);
  });
});
