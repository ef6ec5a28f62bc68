import {
  incomeDuePostings,
  type ReceivablePart,
  receiptPostings,
  settlementPostings,
} from '../../../src/domain/income/postings';
import { type Posting, requireBookable } from '../../../src/domain/ledger/journal-entry';
import { CHART, RECEIPT } from '../ledger/entries.fixture';

const part = (amount: bigint, wish: Partial<ReceivablePart> = {}): ReceivablePart => ({
  amount,
  pool: 'pv',
  assetId: 's1',
  stream: 'energy',
  month: '2025-05',
  counterparty: 'grid',
  ...wish,
});
/** Lines as an accountant writes them: side, account, fen, what it does to the pool. */
const written = (postings: readonly Posting[]): string[] => {
  requireBookable({ ...RECEIPT, postings }, CHART);
  return postings.map(({ side, ledgerAccount, amount, poolFlow }) => {
    const words = [side === 'debit' ? 'Dr' : 'Cr', ledgerAccount, String(amount)];
    return [...words, ...(poolFlow === undefined ? [] : [poolFlow])].join(' ');
  });
};
const { roles } = CHART;
const accounts = { roles, choices: { ...CHART.choices, subsidyIncome: '322' } };

describe('income is booked', () => {
  it.each<{ event: string; postings: Posting[]; lines: string[] }>([
    {
      event: 'a slip: energy as operating income, the subsidy as the county chooses',
      postings: settlementPostings(
        { energy: part(40n), subsidy: part(35n, { stream: 'subsidy' }) },
        accounts,
      ),
      lines: ['Dr 112 40', 'Cr 501 40', 'Dr 112 35', 'Cr 322 35'],
    },
    {
      event: 'a slip without subsidy',
      postings: settlementPostings({ energy: part(40n), subsidy: part(0n) }, accounts),
      lines: ['Dr 112 40', 'Cr 501 40'],
    },
    {
      event: 'rent that fell due',
      postings: incomeDuePostings(part(9n), roles),
      lines: ['Dr 112 9', 'Cr 501 9'],
    },
    {
      event: 'a receipt: only now the pool has received',
      postings: receiptPostings([part(40n), part(5n, { stream: 'subsidy' })], roles),
      lines: ['Dr 102 40 received', 'Cr 112 40', 'Dr 102 5 received', 'Cr 112 5'],
    },
  ])('as $event', ({ postings, lines }) => {
    expect(written(postings)).toEqual(lines);
  });

  it('as investment income where it is a dividend', () => {
    const lines = incomeDuePostings(part(9n, { stream: 'dividend' }), roles);
    expect(lines.map(({ side, ledgerAccount, amount }) => [side, ledgerAccount, amount])).toEqual([
      ...[
        ['debit', '112', 9n],
        ['credit', '502', 9n],
      ],
    ]);
  });

  it('carries its asset, stream, month and payer on every line', () => {
    for (const posting of receiptPostings([part(40n)], roles)) {
      expect(posting).toMatchObject({
        assetId: 's1',
        stream: 'energy',
        generationMonth: '2025-05',
        counterparty: 'grid',
      });
    }
  });
});
