import { type PlacedCollective, regionNames } from '../../../src/domain/collectives/region-names';

const COUNTY = { kind: 'county', name: 'Yingzhou', regionPath: ['341202', '341200'] } as const;
const TOWN = { kind: 'township', name: 'Jiulong', regionPath: ['341202101', ...COUNTY.regionPath] } as const;
const VILLAGE = { kind: 'village', name: 'Dong', regionPath: ['341202101201', ...TOWN.regionPath] } as const;
const SHARING = { kind: 'village', name: 'Xi', regionPath: TOWN.regionPath } as const;

describe('the name of a region', () => {
  it.each<{ rule: string; collectives: readonly PlacedCollective[]; names: readonly string[] }>([
    {
      rule: 'is that of the office or the village whose own code it is',
      collectives: [COUNTY, TOWN, VILLAGE],
      names: ['341202 Yingzhou', '341202101 Jiulong', '341202101201 Dong'],
    },
    {
      rule: 'is the township’s, whatever village shares its code and whoever came last',
      collectives: [TOWN, SHARING],
      names: ['341202101 Jiulong'],
    },
    {
      rule: 'is no village’s where villages share a code that no office bears',
      collectives: [SHARING, { ...SHARING, name: 'Nan' }],
      names: [],
    },
    {
      rule: 'is no village’s where another lies below its code',
      collectives: [SHARING, VILLAGE],
      names: ['341202101201 Dong'],
    },
    {
      rule: 'is the county’s where a township bears its code',
      collectives: [COUNTY, { ...TOWN, regionPath: COUNTY.regionPath }],
      names: ['341202 Yingzhou'],
    },
    { rule: 'is a lone village’s', collectives: [SHARING], names: ['341202101 Xi'] },
    { rule: 'is none where nobody has a code', collectives: [{ ...SHARING, regionPath: [] }], names: [] },
  ])('$rule', ({ collectives, names }) => {
    const found = [...regionNames(collectives)].map(([code, name]) => `${code} ${name}`);
    expect(found.sort()).toEqual(names);
  });
});
