import { type BookedByHand, saysTheSame } from '../../../src/domain/ledger/check-draft';
import type { ManualVoucherForm } from '../../../src/domain/ledger/manual-voucher';
import { seedRegisters } from '../../support/seed-registers';
import { typedLine, typedVoucher } from '../../support/vouchers';

const chart = seedRegisters().charts.requireChart('2023', ['341200']);
const FORM = typedVoucher({
  ...{ postedOn: '2025-07-03', aboutPeriod: '', summary: ' paper ' },
  lines: [
    typedLine({ ledgerAccount: '513 管理费用', debit: '￥1,100.00元', pool: 'members' }),
    typedLine({ ledgerAccount: '银行存款', credit: '1100' }),
  ],
});
const line = (ledgerAccount: string, side: 'debit' | 'credit', amount = 110_000n) =>
  ({ ledgerAccount, side, amount, pool: 'members' }) as const;
const BOOKED: BookedByHand = {
  ...{ postedOn: '2025-07-03', aboutPeriod: '2025-07', summary: 'paper' },
  ...{ source: { kind: 'manual', id: 'd' } },
  postings: [line('513', 'debit'), line('102', 'credit')],
};

describe('a booked voucher beside its draft', () => {
  it.each<[what: string, form: Partial<ManualVoucherForm>, entry: Partial<BookedByHand>, holds: boolean]>([
    ['says the same', {}, {}, true],
    ['says the same of a month that was typed', { aboutPeriod: '2025-07' }, {}, true],
    ['has another day', {}, { postedOn: '2025-07-04' }, false],
    ['has another month', {}, { aboutPeriod: '2025-06' }, false],
    ['has another summary', {}, { summary: 'papers' }, false],
    [
      'is a fen less',
      {},
      { postings: [line('513', 'debit', 109_999n), line('102', 'credit', 109_999n)] },
      false,
    ],
    ['stands on the other side', {}, { postings: [line('513', 'credit'), line('102', 'debit')] }, false],
    [
      'has another account where a code was typed',
      {},
      { postings: [line('514', 'debit'), line('102', 'credit')] },
      false,
    ],
    [
      'has an account that bore the name once',
      {},
      { postings: [line('513', 'debit'), line('101', 'credit')] },
      true,
    ],
    [
      'has another pool',
      {},
      { postings: [{ ...line('513', 'debit'), pool: 'pv' }, line('102', 'credit')] },
      false,
    ],
    ['has a line more', {}, { postings: [...BOOKED.postings, line('102', 'credit')] }, false],
  ])('%s', (_what, form, entry, holds) => {
    expect(saysTheSame({ ...FORM, ...form }, { ...BOOKED, ...entry }, chart)).toBe(holds);
  });

  it('cannot be told without its chart, which another pass tells', () => {
    expect(saysTheSame(FORM, { ...BOOKED, summary: 'other' }, undefined)).toBe(true);
  });
});
