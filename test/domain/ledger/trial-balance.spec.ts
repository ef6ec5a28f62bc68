import fc from 'fast-check';
import { type Chart, chartProblems } from '../../../src/domain/ledger/chart';
import { trialBalance, type Turnover } from '../../../src/domain/ledger/trial-balance';
import { sumFen } from '../../../src/domain/money/fen';
import { CHART, FULL } from './entries.fixture';

const moved = (month: string, ledgerAccount: string, [debit, credit]: [bigint, bigint]): Turnover => ({
  month,
  ledgerAccount,
  debit,
  credit,
});
const rowsOf = (turnovers: Turnover[], first: string, last: string) =>
  trialBalance(turnovers, CHART, { first, last }).rows.map((row) => [
    row.account.code,
    [row.opening, row.debit, row.credit, row.closing],
  ]);

const BOOKS = [
  moved('2025-01', '102', [100n, 0n]),
  moved('2025-01', '322', [0n, 100n]),
  moved('2025-02', '511', [30n, 0n]),
  moved('2025-02', '102', [0n, 30n]),
  moved('2025-03', '511', [-5n, 0n]),
  moved('2025-03', '102', [0n, -5n]),
];

describe('the trial balance', () => {
  it.each<{ of: string; first: string; last: string; rows: unknown[] }>([
    {
      of: 'the first month',
      first: '2025-01',
      last: '2025-01',
      rows: [
        ['102', [0n, 100n, 0n, 100n]],
        ['322', [0n, 0n, 100n, -100n]],
      ],
    },
    {
      of: 'a later month, with what stood before it',
      first: '2025-02',
      last: '2025-02',
      rows: [
        ['102', [100n, 0n, 30n, 70n]],
        ['322', [-100n, 0n, 0n, -100n]],
        ['511', [0n, 30n, 0n, 30n]],
      ],
    },
    {
      of: 'months with red letters on their own side',
      first: '2025-02',
      last: '2025-03',
      rows: [
        ['102', [100n, 0n, 25n, 75n]],
        ['322', [-100n, 0n, 0n, -100n]],
        ['511', [0n, 25n, 0n, 25n]],
      ],
    },
    { of: 'months before the books', first: '2024-01', last: '2024-12', rows: [] },
  ])('of $of', ({ first, last, rows }) => {
    expect(rowsOf(BOOKS, first, last)).toEqual(rows);
  });

  it('stops the work when the books are broken', () => {
    const broken = [...BOOKS, moved('2025-01', '102', [1n, 0n])];
    expect(() => rowsOf(broken, '2025-02', '2025-02')).toThrow('opening balances add up to zero');
    expect(() => rowsOf(broken, '2025-01', '2025-02')).toThrow('debit and credit of the months are equal');
  });

  it('adds up to zero and carries one month into the next, for any even books', () => {
    const anyTransfer = fc.record({
      month: fc.constantFrom('2025-01', '2025-02', '2025-03', '2025-04'),
      from: fc.constantFrom('102', '112', '322'),
      to: fc.constantFrom('501', '511'),
      amount: fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
    });
    fc.assert(
      fc.property(fc.array(anyTransfer, { maxLength: 30 }), (transfers) => {
        const turnovers = transfers.flatMap(({ month, from, to, amount }) => [
          moved(month, from, [amount, 0n]),
          moved(month, to, [0n, amount]),
        ]);
        const closing = new Map<string, bigint>();
        for (const month of ['2025-01', '2025-02', '2025-03', '2025-04']) {
          const balance = trialBalance(turnovers, CHART, { first: month, last: month });
          expect(sumFen(balance.rows.map((row) => row.closing))).toBe(0n);
          for (const row of balance.rows) {
            expect(row.opening).toBe(closing.get(row.account.code) ?? 0n);
            closing.set(row.account.code, row.closing);
          }
        }
      }),
    );
  });
});

describe('a chart', () => {
  it('names every choice whose account it does not have', () => {
    const choices = { ...FULL.choices, postWages: '999', rewards: '998' };
    const broken: Chart = { ...FULL, choices };
    expect(chartProblems(FULL)).toEqual([]);
    expect(chartProblems(broken)).toEqual([
      { code: 'chart.accountUnknown', field: 'choices.postWages', value: '999' },
      { code: 'chart.accountUnknown', field: 'choices.rewards', value: '998' },
      { code: 'chart.accountNotOffered', field: 'choices.postWages', value: '999' },
      { code: 'chart.accountNotOffered', field: 'choices.rewards', value: '998' },
    ]);
  });
});
