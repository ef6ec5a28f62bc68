import { changesEarlierYear, surplusMovements } from '../../../src/domain/ledger/surplus-movements';
import { FULL } from './entries.fixture';

describe('what moved the undistributed surplus', () => {
  it.each<{
    source: string;
    lines: string;
    reversedOn?: string;
    distributed: [string, bigint][];
    transferredIn: bigint;
  }>([
    { source: 'distribution', lines: '322 9, 113 -9', distributed: [['113', 9n]], transferredIn: 0n },
    { source: 'priorYearCorrection', lines: '322 9, 211 -9', distributed: [], transferredIn: -9n },
    // Nobody was given anything: what was counted as income of an earlier year never comes.
    { source: 'subsidyCut', lines: '322 9, 112 -9', distributed: [], transferredIn: -9n },
    { source: 'costRefund', lines: '102 9, 322 -9', distributed: [], transferredIn: 9n },
    // The refund taken back.
    { source: 'costRefund', lines: '102 -9, 322 9', distributed: [], transferredIn: -9n },
    // A distribution taken back in its own year was none; taken back later, it gave nobody less this year.
    {
      ...{ source: 'a voucher of this year', lines: '322 red 9, 211 red -9', reversedOn: '2026-01-01' },
      ...{ distributed: [['211', -9n]], transferredIn: 0n },
    },
    {
      ...{ source: 'a voucher of last year', lines: '322 red 9, 211 red -9', reversedOn: '2025-12-31' },
      ...{ distributed: [], transferredIn: 9n },
    },
  ])('by $source: $lines', ({ source, lines, reversedOn, distributed, transferredIn }) => {
    const entry = lines.split(', ').map((line) => {
      const [ledgerAccount = '', ...words] = line.split(' ');
      const signed = BigInt(words.at(-1) ?? '');
      const side = signed < 0n ? ('credit' as const) : ('debit' as const);
      const amount = signed < 0n ? -signed : signed;
      const isPriorYear = changesEarlierYear({ sourceKind: source, on: '2026-02-03', reversedOn });
      return { entryId: 'e', isPriorYear, ledgerAccount, side, amount: words.length > 1 ? -amount : amount };
    });
    const found = surplusMovements(entry, FULL);
    expect([...found.distributed]).toEqual(distributed);
    expect(found.transferredIn).toBe(transferredIn);
  });
});
