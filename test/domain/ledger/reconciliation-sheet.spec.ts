import { reconciliationSheet } from '../../../src/features/ledger/bank-reconciliation-sheet';

/** 银行存款余额调节表 on paper. */
describe('the printed bank reconciliation', () => {
  const head = { owner: 'Donghe', account: 'PV', on: '2025-06-30', setAside: '' };

  it('has room for who drew it up and who looked it over', () => {
    const { signatures } = reconciliationSheet({ ...head, unexplained: 0n }, []);
    expect(signatures).toEqual(['编制人：', '复核人：']);
  });

  it.each([
    { rule: 'that both sides are equal', unexplained: 0n, told: '两边调节后相等，分文不差。' },
    {
      rule: 'by how much they differed from the start',
      unexplained: 1n,
      told: '期初就差 0.01 元，还没有人说明',
    },
  ])('says $rule, as its page does', ({ unexplained, told }) => {
    expect(reconciliationSheet({ ...head, unexplained }, []).remarks).toEqual(['PV', told]);
  });
});
