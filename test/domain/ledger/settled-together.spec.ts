import type { TracedLine } from '../../../src/domain/ledger/trace-money';
import { settledTogether, settlesOn } from '../../../src/domain/ledger/settled-together';

interface Booked {
  readonly on: string;
  readonly change?: string;
  readonly entry?: string;
  readonly takesBack?: string;
}

const linesOf = (booked: readonly Booked[]): TracedLine[] =>
  booked.map(({ on, change, entry = on, takesBack }, place) => ({
    ...{ entryId: entry, lineNumber: 1, position: place, voucherYear: 2025, voucherNumber: place },
    ...{ postedOn: '2025-06-01', statementOn: '2025-06-01', summary: '', ledgerAccount: on },
    ...{ side: 'credit' as const, amount: 1n, money: 'dealing' as const, isPayable: true as const },
    ...(change === undefined ? {} : { carriedBy: change }),
    ...(takesBack === undefined ? {} : { reversesId: takesBack }),
  }));

describe('accounts that settle each other’s debts', () => {
  const [jan, july] = ['2023-01', '2025-07'];
  it.each<[string, Booked[], string]>([
    ['no change of the chart', [{ on: '211' }, { on: '213' }], '202 211 213'],
    [
      'what was emptied into one is that one’s, the other stays apart',
      [{ on: '202' }, { on: '202', change: jan }, { on: '211', change: jan }, { on: '213' }],
      '202+211 202+211 213',
    ],
    [
      'what was emptied into two may be either',
      [
        { on: '202', change: jan },
        { on: '211', change: jan },
        { on: '213', change: jan },
      ],
      '202+211+213 202+211+213 202+211+213',
    ],
    ['nothing stood on it when it changed', [{ on: '202' }, { on: '211' }], '202 211 213'],
    [
      'a detail account is its main account',
      [
        { on: '202-01', change: jan },
        { on: '211-02', change: jan },
      ],
      '202+211 202+211 213',
    ],
    [
      'two changes, one after the other',
      [
        { on: '202', change: jan },
        { on: '211', change: jan },
        { on: '211', change: july },
        { on: '213', change: july },
      ],
      '202+211+213 202+211+213 202+211+213',
    ],
    [
      'a debt taken back on another account',
      [
        { on: '202', entry: 'debt' },
        { on: '213', takesBack: 'debt' },
      ],
      '202+213 211 202+213',
    ],
  ])('%s', (_, booked, told) => {
    const nameOf = settledTogether(linesOf(booked));
    expect(['202', '211', '213'].map(nameOf).join(' ')).toBe(told);
  });

  it('are found under their common name, whole', () => {
    expect(['202', '211', '21', '213'].map((account) => settlesOn('202+211', account))).toEqual([
      ...[true, true, false, false],
    ]);
  });
});
