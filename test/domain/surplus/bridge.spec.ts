import { join } from 'node:path';
import { bridge, type BridgeReason } from '../../../src/domain/surplus/bridge';
import { ChartService } from '../../../src/features/ledger/chart.service';

const chart = new ChartService(join(__dirname, '../../../seeds')).requireChart('2023');

describe('what went out of 收益分配 is told by where it went', () => {
  it.each<{ rule: string; ledgerAccount: string; reason: BridgeReason }>([
    { rule: 'to those who are owed it', ledgerAccount: '214', reason: 'distributed' },
    { rule: 'to members', ledgerAccount: '113', reason: 'distributed' },
    { rule: 'out of the bank at once', ledgerAccount: '102', reason: 'distributed' },
    { rule: 'to nobody: what was owed is given up', ledgerAccount: '112', reason: 'givenUp' },
  ])('$rule', ({ ledgerAccount, reason }) => {
    const facts = {
      ...{ to: '2025-12-31', statutory: 100n, pool: 90n, promised: 0n, balances: [], movements: [] },
      distributed: new Map([[ledgerAccount, 10n]]),
    };
    expect(bridge(facts, chart).lines).toEqual([{ reason, ledgerAccount, amount: -10n }]);
  });
});

describe('what stands on accounts of a chart that was left', () => {
  it.each([
    { rule: 'is nothing where its parts cancel', taken: -30n, pool: 100n, told: [] },
    { rule: 'is told where something is left', taken: -20n, pool: 90n, told: [-30n, 20n] },
  ])('$rule', ({ taken, pool, told }) => {
    const balances = [
      { ledgerAccount: '522', stream: 'rent' as const, balance: 30n },
      { ledgerAccount: '522', balance: taken },
    ];
    const facts = {
      ...{ to: '2025-12-31', statutory: 100n, pool, promised: 0n, balances, movements: [] },
      distributed: new Map<string, bigint>(),
    };
    expect(bridge(facts, chart).lines.map(({ amount }) => amount)).toEqual(told);
  });
});
