import type { PayListState } from '../../src/domain/payouts/pay-list';
import { payListSheet } from '../../src/features/payouts/pay-list-sheet';

const HEAD = {
  ...{
    owner: '杨树湾村股份经济合作社',
    on: '2025-07-14',
    name: '2025年第3号',
    channel: '银行卡',
    amount: 384_000n,
  },
  ...{ digest: '0123456789abcdef0123456789abcdef', cashWhy: '', answers: [] },
};
/** What the sheet says last above its rows: whether money may go by it. */
const lastRemark = (state: PayListState, digest = HEAD.digest) =>
  payListSheet({ ...HEAD, state, digest }, []).remarks.at(-1);

describe('a pay list on paper', () => {
  it.each<[PayListState, string]>([
    ['submitted', '核对码 0123456789abcdef（村里提交的就是这一张，镇里还没有审核，不能据此发钱）'],
    ['approved', '核对码 0123456789abcdef（镇里同意的就是这一张）'],
    ['sent', '核对码 0123456789abcdef（镇里同意的就是这一张）'],
    ['settled', '核对码 0123456789abcdef（镇里同意的就是这一张）'],
    ['returned', '这张清单已经作废，不能据此发钱。'],
    ['recalled', '这张清单已经作废，不能据此发钱。'],
  ])('that is %s says by whose word money goes', (state, words) => {
    expect(lastRemark(state)).toBe(words);
  });

  it('that is a draft or was recalled before it was submitted pays nobody', () => {
    expect(lastRemark('drafted', '')).toBe('草表，还没有提交，不能据此发钱。');
    expect(lastRemark('recalled', '')).toBe('这张清单已经作废，不能据此发钱。');
  });
});
