import {
  type DepositContract,
  openedDeposits,
  type PayableMove,
} from '../../../src/domain/assets/opened-deposits';

const CONTRACT: DepositContract = {
  ...{ id: 'first', tenantId: 'Weavers', pool: 'other', agreed: 500n },
  ...{ signedOn: '2024-01-01', firstOn: '2024-02-01' },
};
const OPENED: PayableMove = { counterparty: 'Weavers', pool: 'other', amount: 500n, atOpening: true };
const since = (amount: bigint): PayableMove => ({ ...OPENED, amount, atOpening: false });

describe('a deposit that was here when the books opened', () => {
  it.each<{ rule: string; contracts?: DepositContract[]; moves: PayableMove[]; found: [string, bigint][] }>([
    { rule: 'is what the opening owes the tenant', moves: [OPENED], found: [['first', 500n]] },
    { rule: 'is no more than was agreed', moves: [{ ...OPENED, amount: 900n }], found: [['first', 500n]] },
    { rule: 'is no more than the opening has', moves: [{ ...OPENED, amount: 1n }], found: [['first', 1n]] },
    { rule: 'is the sum of its rows', moves: [OPENED, { ...OPENED, amount: -499n }], found: [['first', 1n]] },
    { rule: 'is none of an opening that has nothing of him', moves: [since(500n)], found: [] },
    { rule: 'is none where he owes', moves: [{ ...OPENED, amount: -500n }], found: [] },
    { rule: 'is none of another', moves: [{ ...OPENED, counterparty: 'Dyers' }], found: [] },
    { rule: 'is none of other money', moves: [{ ...OPENED, pool: 'pv' }], found: [] },
    { rule: 'is less what was paid of it since', moves: [OPENED, since(-499n)], found: [['first', 1n]] },
    { rule: 'is gone with a hand voucher', moves: [OPENED, since(-500n)], found: [] },
    { rule: 'is not below zero', moves: [OPENED, since(-501n)], found: [] },
    { rule: 'is no more by what is owed since', moves: [OPENED, since(500n)], found: [['first', 500n]] },
    {
      rule: 'is less only by what was paid beyond what arose since',
      moves: [OPENED, since(300n), since(-300n)],
      found: [['first', 500n]],
    },
    {
      rule: 'goes to his contracts in the order of their first days',
      contracts: [{ ...CONTRACT, id: 'second', firstOn: '2024-03-01' }, CONTRACT],
      moves: [{ ...OPENED, amount: 700n }],
      found: [
        ['first', 500n],
        ['second', 200n],
      ],
    },
    {
      rule: 'of the same day, in the order of entry',
      contracts: [CONTRACT, { ...CONTRACT, id: 'second' }],
      moves: [OPENED],
      found: [['first', 500n]],
    },
    {
      rule: 'is of no contract that was signed on the first day of the books',
      contracts: [{ ...CONTRACT, signedOn: '2025-07-01' }],
      moves: [OPENED],
      found: [],
    },
    {
      rule: 'is of one signed the day before, though it begins later',
      contracts: [{ ...CONTRACT, signedOn: '2025-06-30', firstOn: '2025-09-01' }],
      moves: [OPENED],
      found: [['first', 500n]],
    },
    {
      rule: 'is of none without a deposit',
      contracts: [{ ...CONTRACT, agreed: 0n }],
      moves: [OPENED],
      found: [],
    },
  ])('$rule', ({ contracts = [CONTRACT], moves, found }) => {
    expect([...openedDeposits(contracts, { openedOn: '2025-07-01', moves })]).toEqual(found);
  });
});
