import { checkRegisterBooks, type RegisteredInBooks } from '../../../src/domain/assets/check-register-books';
import { Findings } from '../../../src/domain/ledger/check-pass';

const ASSET: RegisteredInBooks = {
  ...{ name: 'hall', entered: 10_000n, improved: 2_000n, hasLeft: false },
  ...{ booksCost: 12_000n, booksLost: 900n, lostByTerms: 900n },
};

describe('register and books of an asset', () => {
  it.each<{ what: string; asset: Partial<RegisteredInBooks>; found?: [string, string, string, string][] }>([
    { what: 'agree on cost and on what was lost', asset: {} },
    { what: 'are not asked about an asset that was never brought in', asset: { booksCost: 2_000n } },
    {
      what: 'nor about one that has neither',
      asset: { improved: 0n, booksCost: 0n, booksLost: 0n, lostByTerms: undefined },
    },
    { what: 'nor about losses without terms', asset: { lostByTerms: undefined, booksLost: 7n } },
    {
      what: 'differ by a fen of the cost',
      asset: { entered: 10_001n },
      found: [['check.assetCostDiffers', '12001', '12000', '1']],
    },
    {
      what: 'differ where the books have an asset that costs nothing here',
      asset: { entered: 0n, improved: 0n, booksCost: 5n, lostByTerms: undefined },
      found: [['check.assetCostDiffers', '0', '5', '5']],
    },
    {
      what: 'differ where something was written on accumulated depreciation by hand',
      asset: { booksLost: 950n },
      found: [['check.assetLossDiffers', '900', '950', '50']],
    },
    {
      what: 'differ where a month of depreciation is missing in the books',
      asset: { booksLost: 400n },
      found: [['check.assetLossDiffers', '900', '400', '500']],
    },
    {
      what: 'agree that nothing is left of one that left',
      asset: { hasLeft: true, booksCost: 0n, booksLost: 0n },
    },
    {
      what: 'differ where something of one that left still stands',
      asset: { hasLeft: true, booksCost: 0n, booksLost: 30n },
      found: [['check.assetLossDiffers', '0', '30', '30']],
    },
  ])('$what', ({ asset, found = [] }) => {
    const findings = new Findings('register');
    checkRegisterBooks({ ...ASSET, ...asset }, findings);
    const told = findings.breaks.map(({ code, facts: { keptFen, foundFen, differenceFen } }) => {
      return [code, keptFen, foundFen, differenceFen];
    });
    expect(told).toEqual(found);
    expect(findings.looked).toBe(1);
  });
});
