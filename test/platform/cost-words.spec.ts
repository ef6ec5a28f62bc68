import { costReason, typedCostReason } from '../../src/glossary/cost-words';

const YEAR = { year: 2024, days: 366, amount: 124_000n };

describe('the reason of a cost that is entered anew', () => {
  it.each([
    ['alone', {}],
    ['beside why it is of another year', { otherYear: '2024年的保险', byYear: [YEAR] }],
    ['beside why it is above its caps', { aboveCap: '雪灾' }],
    ['beside why it is no second time', { twiceReason: '另一块屋顶', outsideAsset: '建的时候' }],
    ['beside why promised money pays it', { paysPromised: '镇里同意' }],
  ])('is what was typed, %s', (_what, said) => {
    for (const reason of ['到期续保', '到期续保；保险公司催', ''])
      expect(typedCostReason(costReason({ ...said, reason }))).toBe(reason);
  });
});
