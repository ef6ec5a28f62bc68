import type { StatementLine } from '../../../src/domain/ledger/bank-statement';
import { lineMarks } from '../../../src/domain/ledger/bank-statement';
import {
  connectionProblems,
  type EarlierStatements,
  readHead,
  statementProblems,
  uncoveredDays,
} from '../../../src/domain/ledger/bank-statement-checks';

const NONE: EarlierStatements = { heads: [], lines: [] };
const BLANK = { from: '', through: '', opening: '', closing: '' };

/** Lines of June by day and amount, with the running balance from the opening one where it is given. */
const linesOf = (parts: readonly [day: number, amount: bigint][], opening?: bigint): StatementLine[] => {
  let balance = opening;
  return parts.map(([day, amount], place) => {
    if (balance !== undefined) balance += amount;
    return {
      row: place + 2,
      bookedOn: `2025-06-${String(day).padStart(2, '0')}`,
      amount,
      text: '',
      counterparty: '',
      reference: '',
      balanceAfter: balance,
    };
  });
};
const marked = (lines: readonly StatementLine[]) => {
  const marks = lineMarks(lines);
  return lines.map((line, place) => ({ ...line, mark: marks[place] ?? '' }));
};
const june = (from: number, through: number) => ({
  from: `2025-06-${String(from).padStart(2, '0')}`,
  through: `2025-06-${String(through).padStart(2, '0')}`,
});
const codes = (problems: readonly { code: string; field: string }[]) =>
  problems.map(({ code, field }) => `${field} ${code}`);

describe('the head of a statement', () => {
  it('is told by the running balance where nothing is typed', () => {
    const { head, problems } = readHead(
      BLANK,
      linesOf(
        [
          [2, 100n],
          [9, -30n],
        ],
        1000n,
      ),
      NONE,
    );
    expect(problems).toEqual([]);
    expect(head).toEqual({ from: '2025-06-02', through: '2025-06-09', opening: 1000n, closing: 1070n });
  });

  it('follows the statement before it when its opening balance does', () => {
    const earlier = { heads: [{ ...june(1, 10), opening: 0n, closing: 1000n }], lines: [] };
    expect(readHead(BLANK, linesOf([[15, 1n]], 1000n), earlier).head?.from).toBe('2025-06-11');
    expect(readHead(BLANK, linesOf([[15, 1n]], 1001n), earlier).head?.from).toBe('2025-06-15');
    expect(readHead(BLANK, linesOf([[10, 1n]], 1000n), earlier).head?.from).toBe('2025-06-10');
  });

  it('wants what neither the file nor the person says', () => {
    const { head, problems } = readHead(BLANK, linesOf([[2, 100n]]), NONE);
    expect(head).toBeUndefined();
    expect(codes(problems)).toEqual(['opening form.missing', 'closing form.missing']);
  });

  it('may be of an account on which nothing happened', () => {
    const form = { from: '2025-06-01', through: '2025-06-30', opening: '5', closing: '5.00' };
    const { head } = readHead(form, [], NONE);
    expect(head).toEqual({ ...june(1, 30), opening: 500n, closing: 500n });
  });

  it('names every field that cannot be read', () => {
    const form = { from: '6-1', through: '2025-06-31', opening: 'x', closing: '1.234' };
    expect(codes(readHead(form, [], NONE).problems)).toEqual([
      'opening money.notAnAmount',
      'from calendar.notADay',
      'through calendar.notADay',
      'closing money.notAnAmount',
    ]);
  });

  it('does not end before it begins', () => {
    const form = { from: '2025-06-02', through: '2025-06-01', opening: '0', closing: '0' };
    expect(codes(readHead(form, [], NONE).problems)).toEqual(['through calendar.reversed']);
  });
});

describe('a statement in itself', () => {
  const head = { ...june(1, 30), opening: 1000n, closing: 1070n };
  const good = linesOf(
    [
      [2, 100n],
      [9, -30n],
    ],
    1000n,
  );

  it('is true when opening and lines make the closing balance', () => {
    expect(statementProblems(head, good, '2025-07-01')).toEqual([]);
  });

  it.each<{ why: string; problems: unknown[]; expected: string[] }>([
    {
      why: 'a closing balance one fen off',
      problems: statementProblems({ ...head, closing: 1071n }, good, '2025-07-01'),
      expected: ['closing bank.sumDiffers'],
    },
    {
      why: 'a line that does not lead to its balance, once, and the sum it spoils',
      problems: statementProblems(
        head,
        good.map((line, place) => (place === 0 ? { ...line, amount: 99n } : line)),
        '2025-07-01',
      ),
      expected: ['row.2.balance bank.balanceBreaks', 'closing bank.sumDiffers'],
    },
    {
      why: 'a line before the first day',
      problems: statementProblems({ ...head, from: '2025-06-03' }, good, '2025-07-01'),
      expected: ['row.2.day bank.dayOutside'],
    },
    {
      why: 'a line after the last day',
      problems: statementProblems({ ...head, through: '2025-06-08' }, good, '2025-07-01'),
      expected: ['row.3.day bank.dayOutside'],
    },
    {
      why: 'days that have not come',
      problems: statementProblems(head, good, '2025-06-29'),
      expected: ['through bank.inFuture'],
    },
  ])('refuses $why', ({ problems, expected }) => {
    expect(codes(problems as { code: string; field: string }[])).toEqual(expected);
  });

  it('says by how much it differs', () => {
    const [problem] = statementProblems({ ...head, closing: 1071n }, good, '2025-07-01');
    expect(problem?.facts).toEqual({ opening: 1000n, moved: 70n, closing: 1071n, difference: 1n });
  });
});

describe('a statement beside those before it', () => {
  const first = { ...june(1, 10), opening: 1000n, closing: 1130n };
  const firstLines = marked(
    linesOf([
      [2, 100n],
      [10, 30n],
    ]),
  );
  const earlier: EarlierStatements = { heads: [first], lines: firstLines };

  it.each<{ why: string; head: typeof first; lines: ReturnType<typeof marked>; expected: string[] }>([
    {
      why: 'follows it',
      head: { ...june(11, 20), opening: 1130n, closing: 1135n },
      lines: marked(linesOf([[12, 5n]])),
      expected: [],
    },
    {
      why: 'opens on another balance',
      head: { ...june(11, 20), opening: 1131n, closing: 1136n },
      lines: marked(linesOf([[12, 5n]])),
      expected: ['opening bank.openingDiffers'],
    },
    {
      why: 'overlaps and says the same',
      head: { ...june(5, 20), opening: 1100n, closing: 1135n },
      lines: marked(
        linesOf([
          [10, 30n],
          [12, 5n],
        ]),
      ),
      expected: [],
    },
    {
      why: 'gains a line on the day on which the earlier one ended',
      head: { ...june(5, 20), opening: 1100n, closing: 1137n },
      lines: marked(
        linesOf([
          [10, 30n],
          [10, 7n],
        ]),
      ),
      expected: [],
    },
    {
      why: 'gains a line on a day that was over',
      head: { ...june(5, 20), opening: 1100n, closing: 1137n },
      lines: marked(
        linesOf([
          [9, 7n],
          [10, 30n],
        ]),
      ),
      expected: ['row.2.day bank.lineAdded'],
    },
    {
      why: 'has lost a line',
      head: { ...june(5, 20), opening: 1100n, closing: 1100n },
      lines: [],
      expected: ['file bank.lineLost'],
    },
    {
      why: 'begins before the first one',
      head: { from: '2025-05-31', through: '2025-06-20', opening: 1000n, closing: 1130n },
      lines: firstLines,
      expected: ['from bank.beforeFirst'],
    },
  ])('$why: $expected', ({ head, lines, expected }) => {
    expect(codes(connectionProblems(head, lines, earlier))).toEqual(expected);
  });

  it('may fill a gap only with lines that make nothing', () => {
    const later = { ...june(21, 30), opening: 1130n, closing: 1130n };
    const both = { heads: [first, later], lines: firstLines };
    const fill = (amount: bigint) => {
      const head = { ...june(11, 20), opening: 1130n, closing: 1130n + amount };
      return codes(
        connectionProblems(
          head,
          marked(
            linesOf([
              [12, 5n],
              [13, amount - 5n],
            ]),
          ),
          both,
        ),
      );
    };
    expect(fill(0n)).toEqual([]);
    expect(fill(1n)).toEqual(['closing bank.nextDiffers']);
  });

  it('tells the days that no statement covers', () => {
    const head = { ...june(13, 20), opening: 1130n, closing: 1130n };
    expect(uncoveredDays(head, earlier)).toEqual({ from: '2025-06-11', through: '2025-06-12' });
    expect(uncoveredDays({ ...head, from: '2025-06-11' }, earlier)).toBeUndefined();
    expect(uncoveredDays(head, NONE)).toBeUndefined();
  });
});
