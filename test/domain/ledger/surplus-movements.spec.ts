import { isPriorYear, surplusMovements } from '../../../src/domain/ledger/surplus-movements';
import { FULL } from './entries.fixture';

describe('what moved the undistributed surplus', () => {
  it.each<{ source: string; lines: string; distributed: [string, bigint][]; transferredIn: bigint }>([
    { source: 'distribution', lines: '322 9, 113 -9', distributed: [['113', 9n]], transferredIn: 0n },
    { source: 'priorYearCorrection', lines: '322 9, 211 -9', distributed: [], transferredIn: -9n },
    // Nobody was given anything: what was counted as income of an earlier year never comes.
    { source: 'subsidyCut', lines: '322 9, 112 -9', distributed: [], transferredIn: -9n },
    { source: 'costRefund', lines: '102 9, 322 -9', distributed: [], transferredIn: 9n },
    // The refund taken back.
    { source: 'costRefund', lines: '102 -9, 322 9', distributed: [], transferredIn: -9n },
  ])('by $source: $lines', ({ source, lines, distributed, transferredIn }) => {
    const entry = lines.split(', ').map((line) => {
      const [ledgerAccount = '', signed = ''] = line.split(' ');
      const amount = BigInt(signed);
      const side = amount < 0n ? ('credit' as const) : ('debit' as const);
      const own = { entryId: 'e', isPriorYear: isPriorYear(source), ledgerAccount };
      return { ...own, side, amount: amount < 0n ? -amount : amount };
    });
    const found = surplusMovements(entry, FULL);
    expect([...found.distributed]).toEqual(distributed);
    expect(found.transferredIn).toBe(transferredIn);
  });
});
