import fc from 'fast-check';
import { matchProblems, movedProblems } from '../../../src/domain/ledger/bank-match-by-hand';
import { type MatchRules, type OpenLine, suggestMatches } from '../../../src/domain/ledger/bank-matching';
import { onlySubset } from '../../../src/domain/ledger/bank-subset';

const RULES: MatchRules = { windowDays: 5, mostCandidates: 40, mostTries: 2000 };
const BOUND = { mostCandidates: 40, mostTries: 2000 };

/** A line of July, told by id, day and amount. */
const line = (id: string, day: number, amount: bigint, wish: Partial<OpenLine> = {}): OpenLine => ({
  id,
  on: `2025-07-${String(day).padStart(2, '0')}`,
  amount,
  counterparty: '',
  reference: '',
  text: '',
  ...wish,
});

const said = (bank: readonly OpenLine[], books: readonly OpenLine[]): string[] =>
  suggestMatches(bank, books, RULES).map(
    ({ bank: one, books: other, rule, certain }) =>
      `${one.join('+')}=${other.join('+')} ${rule}${certain ? '' : '?'}`,
  );

describe('what seems to be the same money', () => {
  it.each<{ why: string; bank: OpenLine[]; books: OpenLine[]; expected: string[] }>([
    {
      why: 'one amount on either side',
      bank: [line('a', 2, 5n)],
      books: [line('x', 2, 5n)],
      expected: ['a=x amount'],
    },
    { why: 'five days apart', bank: [line('a', 7, 5n)], books: [line('x', 2, 5n)], expected: ['a=x amount'] },
    {
      why: 'booked five days later',
      bank: [line('a', 2, 5n)],
      books: [line('x', 7, 5n)],
      expected: ['a=x amount'],
    },
    { why: 'six days apart', bank: [line('a', 8, 5n)], books: [line('x', 2, 5n)], expected: [] },
    { why: 'another sign', bank: [line('a', 2, -5n)], books: [line('x', 2, 5n)], expected: [] },
    {
      why: 'two equal amounts on either side, by their days, for a person to look at',
      bank: [line('a', 2, 5n), line('b', 4, 5n)],
      books: [line('x', 4, 5n), line('y', 2, 5n)],
      expected: ['a=y amount?', 'b=x amount?'],
    },
    {
      why: 'one payment twice in the books',
      bank: [line('a', 2, 5n)],
      books: [line('x', 2, 5n), line('y', 3, 5n)],
      expected: ['a=x amount?'],
    },
    {
      why: 'equal amounts told apart by counterparty',
      bank: [line('a', 2, 5n, { counterparty: 'Wang' }), line('b', 2, 5n, { counterparty: 'Li' })],
      books: [line('x', 2, 5n, { counterparty: 'Li' }), line('y', 2, 5n, { counterparty: 'Wang' })],
      expected: ['a=y reference', 'b=x reference'],
    },
    {
      why: 'equal amounts told apart by reference',
      bank: [line('a', 2, 5n, { reference: '7' }), line('b', 2, 5n, { reference: '8' })],
      books: [line('x', 2, 5n, { reference: '8' }), line('y', 2, 5n, { reference: '7' })],
      expected: ['a=y reference', 'b=x reference'],
    },
    {
      why: 'equal amounts told apart by the words of the summary',
      bank: [line('a', 2, 5n, { counterparty: 'Wang' }), line('b', 2, 5n, { reference: '77' })],
      books: [line('x', 2, 5n, { text: 'slip 77' }), line('y', 2, 5n, { text: 'rent of Wang' })],
      expected: ['a=y reference', 'b=x reference'],
    },
    {
      why: 'the lines of one voucher',
      bank: [line('a', 2, -9n)],
      books: [line('x', 2, -4n, { voucher: 'v' }), line('y', 2, -5n, { voucher: 'v' }), line('z', 2, -7n)],
      expected: ['a=x+y voucher'],
    },
    {
      why: 'several receipts in one credit, found by their sum',
      bank: [line('a', 4, 90n)],
      books: [line('x', 2, 40n), line('y', 3, 50n), line('z', 2, 70n)],
      expected: ['a=y+x sum?'],
    },
    {
      why: 'two sums that would do',
      bank: [line('a', 4, 90n)],
      books: [line('x', 1, 40n), line('y', 2, 50n), line('z', 3, 60n), line('w', 5, 30n)],
      expected: [],
    },
    {
      why: 'one voucher that the bank paid out in parts',
      bank: [line('a', 2, -40n), line('b', 3, -50n)],
      books: [line('x', 2, -90n)],
      expected: ['b+a=x sum?'],
    },
    {
      why: 'a voucher and the one that takes it back',
      bank: [],
      books: [line('x', 2, 5n, { voucher: 'v' }), line('y', 29, -5n, { voucher: 'w', reverses: 'v' })],
      expected: ['=x+y reversedPair'],
    },
    {
      why: 'the right booking behind a reversed one',
      bank: [line('a', 2, 5n)],
      books: [
        line('x', 2, 5n, { voucher: 'v' }),
        line('y', 3, -5n, { voucher: 'w', reverses: 'v' }),
        line('z', 3, 5n, { voucher: 'u' }),
      ],
      expected: ['=x+y reversedPair', 'a=z amount'],
    },
    {
      why: 'money that came and was really sent back, beside the reversal',
      bank: [line('a', 2, 5n), line('b', 29, -5n)],
      books: [line('x', 2, 5n, { voucher: 'v' }), line('y', 29, -5n, { voucher: 'w', reverses: 'v' })],
      expected: ['a=x amount?', 'b=y amount?', '=x+y reversedPair?'],
    },
    {
      why: 'money that came and is not yet back, beside the reversal',
      bank: [line('a', 7, 5n)],
      books: [line('x', 2, 5n, { voucher: 'v' }), line('y', 29, -5n, { voucher: 'w', reverses: 'v' })],
      expected: ['a=x amount?', '=x+y reversedPair?'],
    },
    {
      why: 'a reversal that no line of the bank is near to',
      bank: [line('a', 8, 5n)],
      books: [line('x', 2, 5n, { voucher: 'v' }), line('y', 29, -5n, { voucher: 'w', reverses: 'v' })],
      expected: ['=x+y reversedPair'],
    },
    {
      why: 'a second line of the bank beside the right booking behind a reversed one',
      bank: [line('a', 2, 5n), line('b', 3, 5n)],
      books: [
        line('x', 2, 5n, { voucher: 'v' }),
        line('y', 3, -5n, { voucher: 'w', reverses: 'v' }),
        line('z', 3, 5n, { voucher: 'u' }),
      ],
      expected: ['a=x amount?', 'b=z amount?', '=x+y reversedPair?'],
    },
    {
      why: 'one reversal of one of two alike lines of a voucher, whose other the bank has',
      bank: [line('a', 2, 5n)],
      books: [
        line('x', 2, 5n, { voucher: 'v' }),
        line('o', 2, 5n, { voucher: 'v' }),
        line('y', 3, -5n, { voucher: 'w', reverses: 'v' }),
      ],
      expected: ['=x+y reversedPair', 'a=o amount'],
    },
  ])('$why: $expected', ({ bank, books, expected }) => {
    expect(said(bank, books)).toEqual(expected);
  });

  it('takes a pay list of twelve for one line of the bank', () => {
    const wages = [...Array(12).keys()].map((place) =>
      line(`w${String(place)}`, 20, -80_000n, { voucher: 'pay' }),
    );
    expect(suggestMatches([line('a', 21, -960_000n)], wages, RULES)).toEqual([
      { bank: ['a'], books: wages.map(({ id }) => id), rule: 'voucher', certain: true },
    ]);
  });

  it('uses no line twice but one in doubt, and makes equal sums, whatever the lines', () => {
    const side = (prefix: string) =>
      fc
        .array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: -6, max: 6 })), { maxLength: 25 })
        .map((parts) =>
          parts
            .filter(([, amount]) => amount !== 0)
            .map(([day, amount], place) => {
              const of = { voucher: `v${String(place)}`, reverses: `v${String(place - day)}` };
              return line(`${prefix}${String(place)}`, day, BigInt(amount), prefix === 'x' ? of : {});
            }),
        );
    fc.assert(
      fc.property(side('a'), side('x'), (bank, books) => {
        const lines = new Map([...bank, ...books].map((each) => [each.id, each]));
        const suggested = suggestMatches(bank, books, RULES);
        const sum = (ids: readonly string[]) =>
          ids.reduce((all, id) => all + (lines.get(id)?.amount ?? 0n), 0n);
        for (const each of suggested) expect(sum(each.bank)).toBe(sum(each.books));
        const isDoubtful = ({ rule, certain }: (typeof suggested)[number]) =>
          rule === 'reversedPair' && !certain;
        for (const alone of [suggested.filter((each) => !isDoubtful(each)), suggested.filter(isDoubtful)]) {
          const used = alone.flatMap((each) => [...each.bank, ...each.books]);
          expect(new Set(used).size).toBe(used.length);
        }
        const doubtful = new Set(suggested.filter(isDoubtful).flatMap(({ books: ids }) => ids));
        const sure = suggested.filter(({ certain }) => certain).flatMap(({ books: ids }) => ids);
        expect(sure.filter((id) => doubtful.has(id))).toEqual([]);
      }),
      { seed: 20250702, numRuns: 300 },
    );
  });

  it.each<{ why: string; amount: (place: number) => bigint }>([
    { why: 'all of one amount', amount: () => 100n },
    { why: 'no amount twice', amount: (place) => BigInt(1_000_003 + place * 7_919) },
    { why: 'amounts that nearly add up', amount: (place) => BigInt(1 << (place % 30)) },
  ])('is found among 500 × 500 lines within a second of reckoning: $why', ({ amount }) => {
    const side = (prefix: string, shift: bigint) =>
      [...Array(500).keys()].map((place) =>
        line(`${prefix}${String(place)}`, (place % 28) + 1, amount(place) + shift),
      );
    for (const shift of [0n, 1n]) {
      const started = process.cpuUsage();
      suggestMatches(side('a', 0n), side('x', shift), RULES);
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1_000_000).toBeLessThan(1);
    }
  });
});

describe('the search for a sum', () => {
  const parts = (...amounts: number[]) => amounts.map((amount) => ({ amount: BigInt(amount) }));
  const found = (sum: number, ...amounts: number[]) =>
    onlySubset(parts(...amounts), BigInt(sum), BOUND)?.map(({ amount }) => Number(amount));

  it.each<{ sum: number; of: number[]; set: number[] | undefined }>([
    { sum: 9, of: [4, 5], set: [5, 4] },
    { sum: -9, of: [-4, -5, -1], set: [-5, -4] },
    { sum: 9, of: [9, 1], set: undefined },
    { sum: 9, of: [4, 5, 2, 7], set: undefined },
    { sum: 10, of: [4, 5], set: undefined },
    { sum: 9, of: [], set: undefined },
  ])('$sum of $of is $set', ({ sum, of, set }) => {
    expect(found(sum, ...of)).toEqual(set);
  });

  it('looks at forty parts and not at forty-one', () => {
    const many = (count: number) => [...Array<number>(count - 2).fill(1000), 4, 5];
    expect(found(9, ...many(40))).toEqual([5, 4]);
    expect(found(9, ...many(41))).toBeUndefined();
  });

  it('gives up rather than take long', () => {
    const hard = [...Array(40).keys()].map((place) => 2 * (1000 + place));
    expect(onlySubset(parts(...hard), 20_001n, { mostCandidates: 40, mostTries: 50 })).toBeUndefined();
  });
});

describe('a match by hand', () => {
  const [five, four] = [line('a', 1, 5n), line('x', 9, 4n)];
  const none = { code: '', note: '' };

  it.each<{ why: string; form: Parameters<typeof matchProblems>[0]; codes: string[] }>([
    { why: 'equal sums', form: { bank: [five], books: [line('x', 30, 5n)], ...none }, codes: [] },
    { why: 'nothing ticked', form: { bank: [], books: [], ...none }, codes: ['bank.nothingTicked'] },
    { why: 'one side only', form: { bank: [five], books: [], ...none }, codes: ['bank.oneSided'] },
    { why: 'a pair of one side', form: { bank: [five, line('b', 2, -5n)], books: [], ...none }, codes: [] },
    { why: 'one fen off', form: { bank: [five], books: [four], ...none }, codes: ['bank.sumsDiffer'] },
    {
      why: 'an unknown reason',
      form: { bank: [five], books: [four], code: 'x', note: '' },
      codes: ['bank.codeUnknown'],
    },
    {
      why: 'a rest that is said to be on its way, and not which',
      form: { bank: [five], books: [four], code: 'timing', note: '' },
      codes: ['bank.noteOfRest'],
    },
    {
      why: 'a rest that comes with the next batch',
      form: { bank: [five], books: [four], code: 'timing', note: 'with the batch of July' },
      codes: [],
    },
    { why: 'a charge', form: { bank: [five], books: [four], code: 'charge', note: '' }, codes: [] },
    {
      why: 'an error without a word',
      form: { bank: [five], books: [four], code: 'bankError', note: ' ' },
      codes: ['bank.noteMissing'],
    },
    {
      why: 'an error in words',
      form: { bank: [five], books: [four], code: 'ourError', note: 'typo' },
      codes: [],
    },
  ])('$why: $codes', ({ form, codes }) => {
    expect(matchProblems(form).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    { why: 'what left an account that ends', isBank: true, amount: -1n, tookOver: false, found: 0 },
    { why: 'what came into the one that took over', isBank: true, amount: 1n, tookOver: true, found: 0 },
    {
      why: 'what came into one that took over from none',
      isBank: true,
      amount: 1n,
      tookOver: false,
      found: 1,
    },
    { why: 'a line of the books', isBank: false, amount: -1n, tookOver: true, found: 1 },
  ])('takes for money that passed between accounts: $why', ({ isBank, amount, tookOver, found }) => {
    expect(movedProblems({ code: 'moved', isBank, amount }, tookOver)).toHaveLength(found);
    expect(movedProblems({ code: 'timing', isBank, amount }, tookOver)).toEqual([]);
  });
});
