import type { LifeFacts } from '../../../src/domain/assets/asset-life';
import { type LeavingForm, readLeaving } from '../../../src/domain/assets/leaving';

const FACTS: LifeFacts = {
  ...{ asset: { name: 'workshop', acquiredOn: '2024-12-15' }, today: '2025-07-20', terms: [], events: [] },
  books: { cost: 10_000n, accumulated: 600n },
};

describe('what is typed of the tax of an asset that leaves', () => {
  const form: LeavingForm = {
    ...{ way: 'sale', ground: 'poorReturn', happenedOn: '2025-03-31', proceeds: '1,000.00', costs: '' },
    ...{ agreedValue: '', paper: 'resolution 5', approvedBy: 'representatives' },
  };
  const read = (wish: Partial<LeavingForm>) => {
    const { leaving, problems } = readLeaving({ ...form, ...wish }, FACTS);
    const { proceeds, agreedValue, taxBasis, tax } = leaving;
    return { sums: [proceeds, agreedValue, taxBasis, tax], codes: problems.map(({ code }) => code) };
  };

  it.each<[what: string, wish: Partial<LeavingForm>, sums: unknown[]]>([
    ['nothing', {}, [100_000n, 0n, undefined, undefined]],
    ['inclusive', { taxBasis: 'inclusive', taxPercent: '3' }, [100_000n, 0n, 'inclusive', 2_913n]],
    ['on top', { taxBasis: 'net', taxPercent: '3', taxAmount: '30.00' }, [103_000n, 0n, 'net', 3_000n]],
    ['no tax', { taxBasis: 'inclusive', taxPercent: '0' }, [100_000n, 0n, 'net', undefined]],
    [
      'of an agreed value',
      { way: 'contribution', proceeds: '', agreedValue: '500.00', taxBasis: 'net', taxPercent: '1' },
      [0n, 50_500n, 'net', 500n],
    ],
  ])('%s', (_what, wish, sums) => {
    expect(read(wish)).toEqual({ sums, codes: [] });
  });

  it.each<[what: string, wish: Partial<LeavingForm>, codes: string[]]>([
    ['a rate of nobody knows what', { taxPercent: '3' }, ['tax.basisUnsaid']],
    ['on top without a rate', { taxBasis: 'net' }, ['tax.withoutRate']],
    ['another sum', { taxBasis: 'net', taxPercent: '3', taxAmount: '30.02' }, ['tax.amountDiffers']],
    ['of nothing', { proceeds: '', taxBasis: 'net', taxPercent: '3' }, ['assetLife.taxOfNothing']],
    ['of a hand-over', { way: 'handOver', proceeds: '', taxPercent: '3' }, ['assetLife.taxOfNothing']],
  ])('refuses %s', (_what, wish, codes) => {
    expect(read(wish).codes).toEqual(codes);
  });
});
