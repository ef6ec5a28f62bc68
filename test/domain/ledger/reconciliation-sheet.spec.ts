import { reconciliationSheet } from '../../../src/features/ledger/bank-reconciliation-sheet';

/** 银行存款余额调节表 on paper. */
describe('the printed bank reconciliation', () => {
  const head = { owner: 'Donghe', account: 'PV', on: '2025-06-30', told: ['closed'] };

  const agreed = { difference: 0n, reason: '' };

  it('has room for who drew it up and who looked it over', () => {
    const { signatures } = reconciliationSheet({ ...head, opening: agreed }, []);
    expect(signatures).toEqual(['编制人：', '复核人：']);
  });

  it.each([
    { rule: 'that both sides are equal', opening: agreed, told: '两边调节后相等，分文不差。' },
    {
      rule: 'by how much they differed from the start',
      opening: { difference: 1n, reason: '' },
      told: '期初就差 0.01 元，还没有人说明',
    },
    {
      rule: 'by how much, and why where somebody said it',
      opening: { difference: -1n, reason: '账上记错：2 号凭证' },
      told: '期初相差 −0.01 元：账上记错：2 号凭证',
    },
  ])('says $rule, as its page does', ({ opening, told }) => {
    expect(reconciliationSheet({ ...head, opening }, []).remarks).toEqual(['PV', 'closed', told]);
  });
});
