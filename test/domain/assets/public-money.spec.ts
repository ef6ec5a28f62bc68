import type { FundLevel } from '../../../src/domain/assets/asset';
import { publicPartOfStations } from '../../../src/domain/assets/public-money';

const asset = { kind: 'pvStation', titleLevel: 'village', cost: 42_000_000n } as const;
const fund = (level: FundLevel, amount: bigint) => ({ level, year: 2018, amount });
const funds = [fund('province', 20_000_000n), fund('localBond', 10_000_000n), fund('own', 12_000_000n)];

describe('what public money paid of the stations of a village', () => {
  it.each([
    ['is the money of offices and of the local bond', [{ asset, funds }], '30000000 of 42000000'],
    [
      'counts every station',
      [
        { asset, funds },
        { asset, funds: [] },
      ],
      '30000000 of 84000000',
    ],
    ['leaves out what is no station', [{ asset: { ...asset, kind: 'workshop' as const }, funds }], 'none'],
    [
      'leaves out what the county owns',
      [{ asset: { ...asset, titleLevel: 'county' as const }, funds }],
      'none',
    ],
  ])('%s', (_what, registered, said) => {
    const found = publicPartOfStations(registered);
    expect(found === undefined ? 'none' : `${String(found.part)} of ${String(found.whole)}`).toBe(said);
  });
});
