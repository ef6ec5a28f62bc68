import {
  type MoneyStrand,
  strandsOfEntry,
  type TracedLine,
  traceMoney,
} from '../../../src/domain/ledger/trace-money';
import { cost, granted, paid, received, reversal, voucher } from './traced-vouchers.fixture';

/** A strand in one line: `40 banked 1, brought 1, used 2, paid 2`. */
const told = (strands: readonly MoneyStrand[]): string[] =>
  strands.map(({ amount, steps }) => {
    const way = steps.map(({ as, line }) => `${as} ${line.entryId}`);
    return `${String(amount)} ${way.join(', ')}`;
  });

const toLi = (debtId: string, amount: bigint) => ({ debtId, partyId: 'li', amount });

describe('the money of a pool', () => {
  const line1 = { planLineId: 'line-1' };
  const line2 = { planLineId: 'line-2' };

  it.each<{ rule: string; lines: TracedLine[][]; strands: string[] }>([
    {
      rule: 'is used in the order in which it came, and paid at once where the voucher pays',
      lines: [received(1, 100n), received(2, 50n), cost(3, 120n)],
      strands: [
        '100 banked 1, brought 1, used 3, paid 3',
        '20 banked 2, brought 2, used 3, paid 3',
        '30 banked 2, brought 2',
      ],
    },
    {
      rule: 'comes from the receipts through the grant to the payment that settles it',
      lines: [received(1, 60n), received(2, 60n), granted(3, 100n), paid(4, 70n), paid(5, 30n)],
      strands: [
        '60 banked 1, brought 1, used 3, owed 3, settled 4, paid 4',
        '10 banked 2, brought 2, used 3, owed 3, settled 4, paid 4',
        '30 banked 2, brought 2, used 3, owed 3, settled 5, paid 5',
        '20 banked 2, brought 2',
      ],
    },
    {
      rule: 'is still owed where nothing settles a grant, and half where half is paid',
      lines: [received(1, 100n), granted(2, 80n), paid(3, 30n)],
      strands: [
        '30 banked 1, brought 1, used 2, owed 2, settled 3, paid 3',
        '50 banked 1, brought 1, used 2, owed 2',
        '20 banked 1, brought 1',
      ],
    },
    {
      rule: 'is an advance where more is paid than stands, until the next grant takes it',
      lines: [received(1, 100n), granted(2, 40n), paid(3, 60n)],
      strands: [
        '40 banked 1, brought 1, used 2, owed 2, settled 3, paid 3',
        '60 banked 1, brought 1',
        '20 settled 3, paid 3',
      ],
    },
    {
      rule: 'paid ahead settles the grant that comes after it',
      lines: [received(1, 100n), paid(2, 60n), granted(3, 60n)],
      strands: ['60 banked 1, brought 1, used 3, owed 3, settled 2, paid 2', '40 banked 1, brought 1'],
    },
    {
      rule: 'is owed again where the payment was taken back',
      lines: [received(1, 50n), granted(2, 50n), paid(3, 50n), reversal(4, paid(3, 50n))],
      strands: ['50 banked 1, brought 1, used 2, owed 2'],
    },
    {
      rule: 'paid for a grant that was taken back waits for the next one',
      lines: [received(1, 50n), granted(2, 50n), paid(3, 50n), reversal(4, granted(2, 50n)), granted(5, 30n)],
      strands: [
        '30 banked 1, brought 1, used 5, owed 5, settled 3, paid 3',
        '20 banked 1, brought 1',
        '20 settled 3, paid 3',
      ],
    },
    {
      rule: 'takes nothing from a receipt that was taken back',
      lines: [received(1, 50n), received(2, 60n), cost(3, 60n), reversal(4, received(1, 50n))],
      strands: ['60 banked 2, brought 2, used 3, paid 3'],
    },
    {
      rule: 'pays a cost booked on credit when its payable is paid',
      lines: [
        received(1, 90n),
        voucher(2, [
          ['511', 90n, { flow: 'deducted' }],
          ['211', -90n, { counterparty: 'firm' }],
        ]),
        voucher(3, [
          ['211', 90n, { counterparty: 'firm' }],
          ['102', -90n],
        ]),
      ],
      strands: ['90 banked 1, brought 1, used 2, owed 2, settled 3, paid 3'],
    },
    {
      rule: 'is paid under the plan line that is named, not under the oldest',
      lines: [received(1, 90n), granted(2, 40n, line1), granted(3, 50n, line2), paid(4, 50n, line2)],
      strands: [
        '40 banked 1, brought 1, used 2, owed 2',
        '50 banked 1, brought 1, used 3, owed 3, settled 4, paid 4',
      ],
    },
    {
      rule: 'pays the oldest grants where no plan line is named, after those that are',
      lines: [
        ...[received(1, 90n), granted(2, 40n, line1), granted(3, 50n, line2)],
        ...[paid(4, 60n), paid(5, 30n, line1)],
      ],
      strands: [
        '30 banked 1, brought 1, used 2, owed 2, settled 5, paid 5',
        '10 banked 1, brought 1, used 2, owed 2, settled 4, paid 4',
        '50 banked 1, brought 1, used 3, owed 3, settled 4, paid 4',
      ],
    },
    {
      rule: 'never pays one plan line under another, nor one person for another',
      lines: [
        ...[received(1, 90n), granted(2, 40n, line1), paid(3, 40n, line2)],
        voucher(4, [
          ['511', 50n, { flow: 'deducted' }],
          ['211', -50n, { counterparty: 'firm' }],
        ]),
        voucher(5, [
          ['211', 50n, { counterparty: 'grid' }],
          ['102', -50n],
        ]),
      ],
      strands: [
        '40 banked 1, brought 1, used 2, owed 2',
        '50 banked 1, brought 1, used 4, owed 4',
        '40 settled 3, paid 3',
        '50 settled 5, paid 5',
      ],
    },
    {
      rule: 'parts in a voucher that pays some and owes the rest',
      lines: [
        received(1, 100n),
        voucher(2, [
          ['511', 100n, { flow: 'deducted' }],
          ['102', -60n],
          ['211', -40n],
        ]),
      ],
      strands: ['60 banked 1, brought 1, used 2, paid 2', '40 banked 1, brought 1, used 2, owed 2'],
    },
    {
      rule: 'came when an advance was banked, where the advance becomes income later',
      lines: [
        voucher(1, [
          ['102', 70n],
          ['211', -70n, { counterparty: 'firm' }],
        ]),
        voucher(2, [
          ['211', 70n, { counterparty: 'firm', flow: 'received' }],
          ['112', -70n],
        ]),
        cost(3, 70n),
      ],
      strands: ['70 banked 1, owed 1, settled 2, brought 2, used 3, paid 3'],
    },
    {
      rule: 'that was a deposit goes back without being anybody’s income',
      lines: [
        voucher(1, [
          ['102', 30n],
          ['211', -30n],
        ]),
        voucher(2, [
          ['211', 20n],
          ['102', -20n],
        ]),
      ],
      strands: ['20 banked 1, owed 1, settled 2, paid 2', '10 banked 1, owed 1'],
    },
    {
      rule: 'opens with what was owed before the books, which its payment settles',
      lines: [
        voucher(1, [
          ['102', 100n, { flow: 'opening' }],
          ['213', -30n, { flow: 'opening' }],
          ['322', -70n],
        ]),
        paid(2, 30n),
      ],
      strands: ['30 banked 1, brought 1, used 1, owed 1, settled 2, paid 2', '70 banked 1, brought 1'],
    },
    {
      rule: 'used ahead of its receipt takes the next one; what nothing covers begins at the use',
      lines: [cost(1, 70n), received(2, 50n)],
      strands: ['20 used 1, paid 1', '50 banked 2, brought 2, used 1, paid 1'],
    },
    {
      rule: 'pays the debt that it names, whatever is older on the same line',
      lines: [
        ...[received(1, 100n), granted(2, 60n, line1), granted(3, 30n, line1)],
        voucher(4, [
          ['213', 30n, { ...line1, names: [toLi('3', 30n)] }],
          ['102', -30n],
        ]),
      ],
      strands: [
        '60 banked 1, brought 1, used 2, owed 2',
        '30 banked 1, brought 1, used 3, owed 3, settled 4, paid 4',
        '10 banked 1, brought 1',
      ],
    },
    {
      rule: 'that the bank sent back was never paid, and is traced to its receipts when it is paid again',
      lines: [
        ...[received(1, 100n), granted(2, 60n, line1)],
        voucher(3, [
          ['213', 60n, { ...line1, names: [toLi('2', 40n), { ...toLi('2', 20n), partyId: 'wu' }] }],
          ['102', -60n],
        ]),
        voucher(4, [
          ['102', 40n],
          ['213', -40n, { ...line1, names: [{ ...toLi('2', 40n), paidBy: '3' }] }],
        ]),
        voucher(5, [
          ['213', 40n, { ...line1, names: [toLi('2', 40n)] }],
          ['102', -40n],
        ]),
      ],
      strands: [
        '20 banked 1, brought 1, used 2, owed 2, settled 3, paid 3',
        '40 banked 1, brought 1, used 2, owed 2, settled 5, paid 5',
        '40 banked 1, brought 1',
      ],
    },
    {
      rule: 'fetched from the bank has not moved',
      lines: [
        voucher(1, [
          ['101', 40n],
          ['102', -40n],
        ]),
      ],
      strands: [],
    },
    {
      rule: 'keeps its way when the chart changes: only the name of what is owed is another',
      lines: [
        ...[received(1, 100n), granted(2, 60n, line1)],
        voucher(
          3,
          [
            ['102', -100n, { flow: 'opening' }],
            ['213', 60n, { ...line1, flow: 'opening' }],
            ['322', 40n],
          ],
          { carriedBy: '2025-01-04' },
        ),
        voucher(
          4,
          [
            ['102', 100n, { flow: 'opening' }],
            ['211', -60n, { ...line1, flow: 'opening' }],
            ['322', -40n],
          ],
          { carriedBy: '2025-01-04' },
        ),
        voucher(5, [
          ['211', 60n],
          ['102', -60n],
        ]),
        cost(6, 40n),
      ],
      strands: [
        '60 banked 1, brought 1, used 2, owed 2, settled 3, owed 4, settled 5, paid 5',
        '40 banked 1, brought 1, used 6, paid 6',
      ],
    },
  ])('$rule', ({ lines, strands }) => {
    expect(told(traceMoney(lines.flat()))).toEqual(strands);
  });

  it('shows a payment its grants and receipts, a receipt its uses and payments', () => {
    const lines = [received(1, 60n), received(2, 60n), granted(3, 100n), paid(4, 70n)].flat();
    const strands = traceMoney(lines);
    expect(told(strandsOfEntry(strands, '4'))).toEqual([
      '60 banked 1, brought 1, used 3, owed 3, settled 4, paid 4',
      '10 banked 2, brought 2, used 3, owed 3, settled 4, paid 4',
    ]);
    expect(strandsOfEntry(strands, '2').map(({ amount }) => amount)).toEqual([10n, 30n, 20n]);
  });
});
