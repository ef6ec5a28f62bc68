import { codesOf } from './imported-codes.fixture';

describe('older books', () => {
  it.each<{ why: string; vouchers: string[]; codes?: string[] }>([
    {
      why: 'what a fund gave for it',
      vouchers: ['earmarked 241 5, earmarked 153 -5', 'earmarked 153 5, earmarked 504 -5'],
      codes: ['2 incomeOwed'],
    },
    { why: 'an asset of the members', vouchers: ['153 5, 504 -5'], codes: ['1 incomeOwed'] },
    {
      why: 'an asset for a fen more than was paid',
      vouchers: ['153 5, 102 -4, 504 -1'],
      codes: ['1 incomeOwed'],
    },
    { why: 'an asset that was paid, on the day of an income', vouchers: ['102 5, 504 -5, 153 4, 102 -4'] },
    { why: 'an asset on credit, on the day of an income', vouchers: ['102 5, 504 -5, 153 4, 211 -4'] },
    { why: 'what an asset was sold for above its worth', vouchers: ['102 5, 152 6, 151 -9, 504 -2'] },
    { why: 'stores that were found', vouchers: ['121 5, 504 -5'] },
    { why: 'an asset that the reserve got', vouchers: ['151 5, 311 -5'] },
  ])('has income of money and stores alone: $why', ({ vouchers, codes = [] }) =>
    expect(codesOf(vouchers, 0n)).toEqual(codes),
  );

  it.each<{ why: string; vouchers: string[]; codes?: string[] }>([
    {
      why: 'there was none',
      vouchers: ['102 7, 301 -7', '301 7, 311 -7', '311 7, 322 -7'],
      codes: ['3 voucher.reserveAboveLoss'],
    },
    {
      why: 'there was none, by capital',
      vouchers: ['102 7, 301 -7', '301 7, 322 -7'],
      codes: ['2 voucher.reserveAboveLoss'],
    },
    { why: 'it was carried over', vouchers: ['102 7, 311 -7', '322 7, 321 -7', '311 7, 322 -7'] },
    {
      why: 'it was a fen less',
      vouchers: ['102 8, 311 -8', '322 7, 321 -7', '311 8, 322 -8'],
      codes: ['3 voucher.reserveAboveLoss'],
    },
    {
      why: 'it is carried over the same day',
      vouchers: ['102 7, 311 -7', '513 7, 102 -7', '311 7, 322 -7', '321 7, 513 -7', '322 7, 321 -7'],
    },
    {
      why: 'it was covered before',
      vouchers: ['102 9, 311 -9', '322 7, 321 -7', '311 7, 322 -7', '311 1, 322 -1'],
      codes: ['4 voucher.reserveAboveLoss'],
    },
    {
      why: 'it is another pool’s',
      vouchers: ['102 7, 311 -7', 'pv 322 7, pv 321 -7', '311 7, 322 -7'],
      codes: ['3 voucher.reserveAboveLoss'],
    },
    {
      why: 'the reserve is filled of what was earned',
      vouchers: ['102 7, 504 -7', '504 7, 321 -7', '321 7, 322 -7', '322 7, 311 -7'],
    },
  ])('covers a loss with the reserve as far as there is one: $why', ({ vouchers, codes = [] }) =>
    expect(codesOf(vouchers, 0n)).toEqual(codes),
  );
});
