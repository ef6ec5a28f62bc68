import { aheadTaxProblems } from '../../../src/domain/income/rent-states';

const TAXED = { amount: 604_932n, tax: 5_989n, taxBasis: 'inclusive' } as const;
const EXEMPT = { amount: 600_000n, taxBasis: 'inclusive' } as const;

describe('the tax of a due that was paid ahead', () => {
  const codes = (typed: Parameters<typeof aheadTaxProblems>[1], booked = [TAXED], paidAhead = 1n): string[] =>
    aheadTaxProblems({ paidAhead }, typed, booked).map(({ code, field }) => `${code} ${field}`);
  const onTop = { taxBasis: 'net', taxPercent: '1' };

  it('is asked for where one of the contract was taxed, though the last was not', () => {
    expect(codes({})).toEqual(['rent.taxOfAdvance taxPercent']);
    expect(aheadTaxProblems({ paidAhead: 1n }, {}, [TAXED, EXEMPT])).toHaveLength(1);
    expect(aheadTaxProblems({ paidAhead: 1n }, {}, [EXEMPT])).toEqual([]);
    expect(codes({}, [TAXED], 0n)).toEqual([]);
  });

  it('is asked about where it comes on top of rent that held it', () => {
    expect(codes(onTop)).toEqual(['rent.basisOfAdvance taxOnTop']);
    expect(codes({ ...onTop, taxOnTop: 'yes' })).toEqual([]);
    expect(codes({ ...onTop, taxBasis: 'inclusive' })).toEqual([]);
    expect(codes({ ...onTop, taxPercent: '0' })).toEqual([]);
    expect(codes(onTop, [TAXED], 0n)).toEqual([]);
    expect(aheadTaxProblems({ paidAhead: 1n }, onTop, [{ ...TAXED, taxBasis: 'net' }])).toEqual([]);
  });
});
