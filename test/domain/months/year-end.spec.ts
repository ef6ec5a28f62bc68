import { join } from 'node:path';
import { withDetails } from '../../../src/domain/ledger/chart';
import {
  flowEffect,
  type Posting,
  requireBookable,
  signedAmount,
} from '../../../src/domain/ledger/journal-entry';
import { balancesAfter, type PoolBalance } from '../../../src/domain/ledger/pool-balances';
import {
  accountProblems,
  type ClosingStep,
  isClosed,
  monthProblems,
  planClosing,
  requireNextStep,
  requireReversible,
  unclosedProblems,
  type YearBooks,
} from '../../../src/domain/months/year-end';
import { ChartService } from '../../../src/features/ledger/chart.service';

const charts = new ChartService(join(__dirname, '../../../seeds'));
const PLAIN = charts.requireChart('2023');
const DETAILED = withDetails(PLAIN, [
  { code: '50101', name: 'electricity' },
  { code: '32201', name: 'undistributed', undistributed: true },
  { code: '32202', name: 'given out' },
]);

const on = (ledgerAccount: string, amount: bigint, pool: PoolBalance['pool'] = 'pv'): PoolBalance => ({
  ledgerAccount,
  pool,
  amount,
});

/** 10,000.00 of income and 500.00 of cost in fen, money on the other side. */
const YEAR = [on('102', 950_000n), on('50101', -1_000_000n), on('511', 50_000n)];

function booksOf(balances: readonly PoolBalance[], wish: Partial<YearBooks> = {}): YearBooks {
  return { balances, chart: DETAILED, booked: new Map(), reserves: [], ...wish };
}

const told = (postings: readonly Posting[]) =>
  postings.map((line) => [line.ledgerAccount, line.pool, signedAmount(line)]);

/** Books every step that can be booked, one after the other. */
function closeAll(start: YearBooks): { books: YearBooks; steps: ClosingStep[] } {
  let books = start;
  const steps: ClosingStep[] = [];
  for (;;) {
    const next = planClosing(books).find(({ state }) => state === 'ready');
    if (next === undefined) return { books, steps };
    steps.push(next.step);
    const booked = new Map([...books.booked, [next.step, next.postings] as const]);
    books = { ...books, balances: balancesAfter(books.balances, next.postings), booked };
  }
}

describe('the end of a year', () => {
  it('takes every income and expense account to 321, each pool and detail account on its own', () => {
    const books = booksOf([
      ...YEAR,
      on('501', -30_000n, 'other'),
      on('504', 20n, 'other'),
      on('514', 7n, 'members'),
    ]);
    const [income] = planClosing(books);
    expect(told(income?.postings ?? [])).toEqual([
      ['50101', 'pv', 1_000_000n],
      ['321', 'pv', -1_000_000n],
      ['511', 'pv', -50_000n],
      ['321', 'pv', 50_000n],
      ['501', 'other', 30_000n],
      ['504', 'other', -20n],
      ['321', 'other', -29_980n],
      ['514', 'members', -7n],
      ['321', 'members', 7n],
    ]);
  });

  it('shows each step on the books as the step before leaves them, and waits with those after it', () => {
    const plan = planClosing(booksOf(YEAR));
    expect(plan.map(({ step, state }) => [step, state])).toEqual([
      ['income', 'ready'],
      ['surplus', 'waits'],
      ['reserve', 'open'],
      ['carryForward', 'waits'],
    ]);
    expect(told(plan[1]?.postings ?? [])).toEqual([
      ['321', 'pv', 950_000n],
      ['322', 'pv', -950_000n],
    ]);
    expect(told(plan[3]?.postings ?? [])).toEqual([
      ['322', 'pv', 950_000n],
      ['32201', 'pv', -950_000n],
    ]);
  });

  it.each<{ what: string; balances: PoolBalance[]; left: bigint }>([
    { what: 'a surplus', balances: YEAR, left: -950_000n },
    { what: 'a loss', balances: [on('102', -300n), on('511', 300n)], left: 300n },
    {
      what: 'a surplus after an earlier loss',
      balances: [on('102', 10n), on('32201', 90n), on('501', -100n)],
      left: -10n,
    },
    {
      what: 'what was given out before',
      balances: [on('102', 60n), on('32202', 40n), on('501', -100n)],
      left: -60n,
    },
  ])(
    'leaves $what on the detail that carries forward, and nothing else of the year',
    ({ balances, left }) => {
      const { books } = closeAll(booksOf(balances));
      const equity = books.balances.filter(({ ledgerAccount }) => ledgerAccount !== '102');
      expect(equity).toEqual([on('32201', left)]);
      expect(isClosed(planClosing(books))).toBe(true);
    },
  );

  it('has nothing to carry forward where 322 has no details, and nothing at all in an idle year', () => {
    const plain = planClosing(booksOf([on('102', 5n), on('501', -5n)], { chart: PLAIN }));
    expect(plan(plain)).toEqual({
      income: 'ready',
      surplus: 'waits',
      reserve: 'open',
      carryForward: 'nothing',
    });
    const idle = planClosing(booksOf([on('102', 5n), on('322', -5n)], { chart: PLAIN }));
    expect(plan(idle)).toEqual({
      income: 'nothing',
      surplus: 'nothing',
      reserve: 'open',
      carryForward: 'nothing',
    });
    expect(isClosed(idle)).toBe(true);
  });

  it('moves no money, and every voucher of it may be booked', () => {
    const { books } = closeAll(booksOf(YEAR, { reserves: [{ pool: 'pv', amount: 47_500n }] }));
    for (const postings of books.booked.values()) {
      requireBookable(entryOf(postings), DETAILED);
      expect(flowEffect(postings)).toBe(0n);
    }
    expect(books.balances).toContainEqual(on('311', -47_500n));
    expect(books.balances).toContainEqual(on('32201', -902_500n));
  });

  describe('keeps its December open', () => {
    const { books } = closeAll(booksOf(YEAR));
    const first = booksOf(YEAR);
    const after = (wish: PoolBalance, from = books) => ({ ...from, balances: [...from.balances, wish] });
    const income = planClosing(first)[0]?.postings ?? [];
    const begun = {
      ...booksOf(balancesAfter(YEAR, income)),
      booked: new Map<ClosingStep, readonly Posting[]>([['income', income]]),
    };

    it.each<{ why: string; of: YearBooks; said: string[] }>([
      { why: 'not once it is closed', of: books, said: [] },
      {
        why: 'not in a year without income and cost',
        of: booksOf([on('102', 5n), on('322', -5n)], { chart: PLAIN }),
        said: [],
      },
      { why: 'before its first step', of: first, said: ['yearEnd.notClosed'] },
      {
        why: 'with one cost of a fen',
        of: booksOf([on('102', -1n), on('511', 1n)]),
        said: ['yearEnd.notClosed'],
      },
      { why: 'between its steps', of: begun, said: ['yearEnd.notClosed'] },
      {
        why: 'where a cost came in after its first step',
        of: after(on('511', 3n), begun),
        said: ['yearEnd.enteredAfterClosing income'],
      },
      {
        why: 'where a cost came in after its last step',
        of: after(on('511', 3n)),
        said: ['yearEnd.enteredAfterClosing income'],
      },
      {
        why: 'where something came to 321',
        of: after(on('321', 3n)),
        said: ['yearEnd.enteredAfterClosing surplus'],
      },
    ])('$why', ({ of, said }) => {
      const problems = unclosedProblems(2025, of).map(({ code, facts }) =>
        [code, facts?.['step']].filter((each) => each !== undefined).join(' '),
      );
      expect(problems).toEqual(said);
    });
  });
});

describe('the order of a year end', () => {
  const { books } = closeAll(booksOf(YEAR));
  const untouched = planClosing(booksOf(YEAR));

  it.each<{ why: string; from: ReturnType<typeof planClosing>; step: ClosingStep; code: string }>([
    { why: 'a step before its turn', from: untouched, step: 'surplus', code: 'yearEnd.stepNotNext' },
    { why: 'carrying forward first', from: untouched, step: 'carryForward', code: 'yearEnd.stepNotNext' },
    { why: 'a step twice', from: planClosing(books), step: 'income', code: 'yearEnd.stepBooked' },
    {
      why: 'a reserve after the rest was carried',
      from: planClosing(books),
      step: 'reserve',
      code: 'yearEnd.laterBooked',
    },
    { why: 'nothing', from: planClosing(booksOf([])), step: 'income', code: 'yearEnd.nothingToClose' },
  ])('refuses $why', ({ from, step, code }) => {
    expect(() => requireNextStep(from, step)).toThrow(code);
  });

  it.each<{ step: ClosingStep; standing: ClosingStep[]; on: string; code?: string }>([
    { step: 'carryForward', standing: ['income', 'surplus', 'carryForward'], on: '2025-12-31' },
    { step: 'surplus', standing: ['income', 'surplus'], on: '2025-12-31' },
    { step: 'income', standing: ['income', 'surplus'], on: '2025-12-31', code: 'yearEnd.laterBooked' },
    { step: 'income', standing: ['income'], on: '2026-01-01', code: 'yearEnd.reversedInOtherYear' },
  ])(
    'is undone from the end, and within its year: $step of $standing on $on',
    ({ step, standing, on: postedOn, code }) => {
      const undo = () => {
        requireReversible(step, standing, { year: 2025, postedOn });
      };
      if (code === undefined) undo();
      else expect(undo).toThrow(code);
    },
  );
});

describe('what keeps a year from being closed', () => {
  const months = (open: readonly string[], held: readonly string[]) => [
    ...held.map((month) => ({ month, state: 'held' as const })),
    ...open.map((month) => ({ month, state: 'open' as const })),
  ];

  it.each([
    { what: 'nothing', rows: months(['2025-12'], ['2025-10', '2025-11']), codes: [] },
    {
      what: 'November open',
      rows: months(['2025-11', '2025-12'], ['2025-10']),
      codes: ['yearEnd.monthOpen'],
    },
    { what: 'November not begun', rows: months([], ['2025-10']), codes: ['yearEnd.monthOpen'] },
    { what: 'December held', rows: months(['2026-01'], ['2025-11', '2025-12']), codes: ['period.held'] },
    { what: 'a year before the books', rows: months(['2026-01'], []), codes: ['period.beforeBooks'] },
  ])('$what among its months', ({ rows, codes }) => {
    expect(monthProblems(2025, rows).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    { account: '181', explanation: 'found at the count', codes: ['yearEnd.suspense'] },
    { account: '154', explanation: ' ', codes: ['yearEnd.unexplained'] },
    { account: '154', explanation: 'the sale is under way', codes: [] },
    { account: '401', explanation: '', codes: ['yearEnd.unexplained'] },
    { account: '153', explanation: '', codes: [] },
  ])('$account with “$explanation”', ({ account, explanation, codes }) => {
    const given = { year: 2025, chart: PLAIN, balances: [on(account, 1n)], before: [], explanation };
    expect(accountProblems(given).map(({ code }) => code)).toEqual(codes);
  });

  it('a year before it that was never closed', () => {
    const given = { year: 2025, chart: PLAIN, balances: [], before: [on('501', -1n)], explanation: '' };
    expect(accountProblems(given)).toMatchObject([
      { code: 'yearEnd.earlierYearOpen', facts: { earlier: 2024 } },
    ]);
  });
});

function plan(steps: ReturnType<typeof planClosing>): Record<string, string> {
  return Object.fromEntries(steps.map(({ step, state }) => [step, state]));
}

function entryOf(postings: readonly Posting[]) {
  const source = { kind: 'yearClosing', id: '2025' };
  const day = '2025-12-31';
  return {
    event: 'e',
    postedOn: day,
    aboutPeriod: '2025-12',
    statementOn: day,
    summary: 's',
    source,
    postings,
  };
}
