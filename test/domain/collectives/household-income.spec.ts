import {
  belowPaidProblems,
  type BooksPaid,
  paidAbove,
  standingIncomes,
} from '../../../src/domain/collectives/household-income';

describe('an income beside what the books paid', () => {
  // Paid in fen, heads, a head in fen, what the books paid a head where it is more.
  const cases: [bigint, number, bigint, bigint | undefined][] = [
    [0n, 3, 0n, undefined],
    [720_000n, 1, 720_000n, undefined],
    [720_000n, 1, 719_999n, 720_000n],
    [720_000n, 1, 720_001n, undefined],
    // 7,200.00 for 7 heads is 1,028.571…: rounded down.
    [720_000n, 7, 102_857n, undefined],
    [720_000n, 7, 102_856n, 102_857n],
    // Less than a fen a head is nothing.
    [2n, 3, 0n, undefined],
    [3n, 3, 0n, 1n],
    // Nobody lived there.
    [720_000n, 0, 0n, undefined],
  ];
  it.each(cases)('%p paid to %p, %p a head: %p', (paid, people, perHead, expected) => {
    expect(paidAbove(perHead, { paid, people })).toBe(expected);
  });

  const BOOKS: BooksPaid = { paid: 720_000n, people: 2 };
  const reasons: [bigint, string, string[]][] = [
    [360_000n, '', []],
    [360_000n, 'feed of the cattle', ['household.incomeNotBelow belowPaidWhy']],
    [359_999n, '', ['household.incomeBelowPaid belowPaidWhy']],
    [359_999n, '扣成本', ['policy.reasonTooShort belowPaidWhy']],
    [359_999n, '扣养牛款', []],
    [359_999n, '料'.repeat(200), []],
    [359_999n, '料'.repeat(201), ['form.tooLong belowPaidWhy']],
  ];
  it.each(reasons)('%p with the reason %p: %p', (perHead, belowPaidWhy, expected) => {
    const problems = belowPaidProblems({ year: '2024', perHead, paper: 'sheet', belowPaidWhy }, BOOKS);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
  });

  it('says what the books paid, in all and a head', () => {
    const typed = { year: '2024', perHead: 1n, paper: 'sheet', belowPaidWhy: '' };
    const facts = { year: '2024', paid: 720_000n, people: 2, least: 360_000n, perHead: 1n };
    expect(belowPaidProblems(typed, BOOKS)).toEqual([
      { code: 'household.incomeBelowPaid', field: 'belowPaidWhy', facts },
    ]);
  });

  it('holds of a year as it was entered last, of each household', () => {
    const income = (householdId: string, incomeNumber: number, year: string) => {
      return { householdId, incomeNumber, year, perHead: 1n };
    };
    const all = [
      income('a', 2, '2024'),
      income('a', 1, '2024'),
      income('a', 3, '2023'),
      income('b', 1, '2024'),
    ];
    expect(standingIncomes(all).map((each) => `${each.householdId}${String(each.incomeNumber)}`)).toEqual([
      ...['a2', 'a3', 'b1'],
    ]);
  });
});
