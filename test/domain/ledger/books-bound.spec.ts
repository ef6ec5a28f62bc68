import {
  boundProblems,
  type BookedTurnover,
  isLarge,
  LARGE_TURNOVER,
} from '../../../src/domain/ledger/books-bound';
import { MAX_FEN } from '../../../src/domain/money/fen';
import { line } from './entries.fixture';

const turned = (month: string, debit: bigint, credit = 0n, wish: Partial<BookedTurnover> = {}) => ({
  ...{ month, ledgerAccount: '102', pool: 'pv' as const, debit, credit },
  ...wish,
});

/** One fen into the bank in March. */
const ONE_IN = { postedOn: '2025-03-05', postings: [line('102', 1n), line('112', -1n)] };
const ONE_OUT = { postedOn: '2025-03-05', postings: [line('511', 1n), line('102', -1n)] };
const BEYOND = ['90071992547409.92'];

describe('what the books hold', () => {
  it.each<{ what: string; entry?: typeof ONE_IN; booked: BookedTurnover[]; beyond: string[] }>([
    { what: 'a debit of a month up to the bound', booked: [turned('2025-03', MAX_FEN - 1n)], beyond: [] },
    {
      what: 'one above it, though as much went out',
      booked: [turned('2025-03', MAX_FEN, MAX_FEN)],
      beyond: BEYOND,
    },
    {
      what: 'a credit of a month up to the bound',
      entry: ONE_OUT,
      booked: [turned('2025-03', MAX_FEN, MAX_FEN - 1n)],
      beyond: [],
    },
    {
      what: 'one above it',
      entry: ONE_OUT,
      booked: [turned('2025-03', MAX_FEN, MAX_FEN)],
      beyond: BEYOND,
    },
    { what: 'a balance up to the bound', booked: [turned('2025-01', MAX_FEN - 1n)], beyond: [] },
    { what: 'a balance above it', booked: [turned('2025-01', MAX_FEN)], beyond: BEYOND },
    {
      what: 'a credit balance above it',
      entry: ONE_OUT,
      booked: [turned('2025-01', 0n, MAX_FEN)],
      beyond: ['-90071992547409.92'],
    },
    {
      what: 'a balance that a later month brings above it',
      booked: [turned('2025-01', 5n), turned('2025-05', MAX_FEN - 5n)],
      beyond: BEYOND,
    },
    {
      what: 'a balance that a later month brought to the bound after one took out',
      booked: [turned('2025-04', 0n, 1n), turned('2025-05', MAX_FEN)],
      beyond: [],
    },
    {
      what: 'an earlier month at the bound, emptied since',
      booked: [turned('2025-01', MAX_FEN), turned('2025-02', 0n, 1n)],
      beyond: [],
    },
    {
      what: 'the same in another pool',
      booked: [turned('2025-03', MAX_FEN, 0n, { pool: 'other' })],
      beyond: [],
    },
    {
      what: 'the same on a detail account',
      booked: [turned('2025-03', MAX_FEN, 0n, { ledgerAccount: '10201' })],
      beyond: [],
    },
    {
      what: 'both lines of the entry, told once',
      booked: [turned('2025-03', MAX_FEN), turned('2025-03', 0n, MAX_FEN, { ledgerAccount: '112' })],
      beyond: BEYOND,
    },
  ])('$what', ({ entry = ONE_IN, booked, beyond }) => {
    const problems = boundProblems(entry, booked);
    expect(problems).toEqual(beyond.map((value) => ({ code: 'money.tooLarge', field: 'amount', value })));
  });

  it('adds up two lines of one account, and red letters below zero', () => {
    const half = MAX_FEN / 2n + 1n;
    const twice = { ...ONE_IN, postings: [line('102', half), line('102', half), line('112', -1n)] };
    expect(boundProblems(twice, [])).toHaveLength(1);
    const red = { ...line('102', 1n), amount: -1n };
    const least = turned('2025-03', -MAX_FEN);
    expect(boundProblems({ ...ONE_IN, postings: [red] }, [least])).toMatchObject([
      { value: '-90071992547409.92' },
    ]);
  });

  it('is asked for when an entry alone is large', () => {
    expect(isLarge({ ...ONE_IN, postings: [line('102', LARGE_TURNOVER)] })).toBe(false);
    expect(isLarge({ ...ONE_IN, postings: [line('102', LARGE_TURNOVER), line('112', -1n)] })).toBe(true);
  });
});
