import { checkKeptCosts, type CostSides } from '../../../src/domain/deductions/check-kept-costs';
import { Findings } from '../../../src/domain/ledger/check-pass';

const SIDES: CostSides = {
  ...{ name: 'land rent', day: '2025-03-21', owner: 'East', part: 100n, paid: 100n, deducted: 100n },
};

describe('a keeper’s cost on both sides', () => {
  it.each<[rule: string, wish: Partial<CostSides>, found: string[]]>([
    ['holds', {}, []],
    ['holds while the owner does not have it', { deducted: undefined }, []],
    ['breaks by a fen of the payment', { paid: 101n }, ['100 101']],
    ['breaks without a payment', { paid: undefined }, ['100 0']],
    [
      'breaks without a payment the owner does not have either',
      { paid: undefined, deducted: undefined },
      ['100 0'],
    ],
    ['breaks by a fen of the owner’s', { deducted: 99n }, ['100 99']],
  ])('%s', (_rule, wish, found) => {
    const findings = new Findings('keptCosts');
    checkKeptCosts([{ ...SIDES, ...wish }], findings);
    const told = findings.breaks.map(({ facts }) => `${facts['keptFen'] ?? ''} ${facts['foundFen'] ?? ''}`);
    expect(told).toEqual(found);
    expect(findings.looked).toBe(1);
  });
});
