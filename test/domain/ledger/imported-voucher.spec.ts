import { readImported } from '../../../src/domain/ledger/imported-voucher';
import { wrongFileText } from '../../../src/glossary/import-words';
import { typedLine, typedVoucher } from '../../support/vouchers';
import { FULL, OLD } from './entries.fixture';
import { codesOf } from './imported-codes.fixture';

const REGISTERS = { chart: FULL, assetIds: new Set<string>(), counterparties: new Map<string, string>() };

const NOTHING = { known: new Set<string>(), balances: [] };

interface Case {
  readonly why: string;
  readonly debit: string;
  readonly pool: string;
  readonly credit: string;
}

const problemsOf = ({ debit, pool, credit }: Omit<Case, 'why'>) => {
  const lines = [
    typedLine({ ledgerAccount: debit, debit: '5.00', pool }),
    typedLine({ ledgerAccount: credit, credit: '5.00' }),
  ];
  return readImported([{ line: 7, id: 'a', form: typedVoucher({ lines }) }], REGISTERS, NOTHING).problems;
};

describe('a voucher of older books', () => {
  it.each<Case>([
    { why: 'income owed by the grid', debit: '112', pool: 'pv', credit: '501' },
    { why: 'a subsidy owed', debit: '112', pool: 'pv', credit: '503' },
    { why: 'income of another asset owed', debit: '112', pool: 'other', credit: '504' },
    { why: 'income a household owes', debit: '113', pool: 'pv', credit: '501' },
    { why: 'income of the members’ own owed', debit: '112', pool: 'members', credit: '501' },
    { why: 'a claim against what is being cleared up', debit: '113', pool: 'pv', credit: '181' },
    { why: 'a claim against stores', debit: '113', pool: 'members', credit: '121' },
    { why: 'a claim against capital', debit: '113', pool: 'members', credit: '301' },
    { why: 'tax that nobody owed', debit: '214', pool: 'pv', credit: '504' },
    { why: 'tax of the members’ own that nobody owed', debit: '214', pool: 'members', credit: '504' },
    { why: 'a debt that nobody is known to have owed', debit: '211', pool: 'pv', credit: '504' },
    { why: 'a loan that is let off', debit: '201', pool: 'other', credit: '503' },
    { why: 'an asset for income of a shown pool', debit: '141', pool: 'pv', credit: '502' },
  ])('never shows as received: $why', ({ debit, pool, credit }) => {
    const field = 'line.7.lines.0.ledgerAccount';
    expect(problemsOf({ debit, pool, credit })).toEqual([
      { code: 'import.incomeOwed', field, value: debit, facts: { pool } },
    ]);
  });

  it('says by line what to write instead', () => {
    const told = wrongFileText(problemsOf({ debit: '112', pool: 'pv', credit: '501' }));
    expect(told).toContain('第 7 行：');
    expect(told).toContain('请改在到账那天借记库存现金或银行存款、贷记收入');
  });

  it.each<Case>([
    { why: 'income that came', debit: '102', pool: 'pv', credit: '501' },
    { why: 'an advance to be got back', debit: '112', pool: 'pv', credit: '102' },
    { why: 'tax that is paid', debit: '214', pool: 'members', credit: '102' },
    { why: 'an advance for what is owed to another', debit: '113', pool: 'members', credit: '211' },
  ])('is taken: $why', (given) => expect(problemsOf(given)).toEqual([]));

  it.each<{ why: string; vouchers: string[]; owed?: bigint; codes?: string[] }>([
    { why: 'was owed before', vouchers: ['211 5, 504 -5'], owed: 500n },
    { why: 'and a fen less', vouchers: ['211 5, 504 -5'], owed: 499n, codes: ['1 debtNotThere'] },
    { why: 'was owed by the file itself', vouchers: ['513 5, 211 -5', '211 5, 504 -5'] },
    { why: 'is owed later only', vouchers: ['211 5, 504 -5', '513 5, 211 -5'], codes: ['1 debtNotThere'] },
    {
      why: 'was given up before',
      vouchers: ['211 5, 504 -5', '211 1, 504 -1'],
      owed: 500n,
      codes: ['2 debtNotThere'],
    },
    { why: 'is paid, whatever stands', vouchers: ['211 5, 102 -5'] },
    { why: 'is another’s from then on', vouchers: ['211 5, 211 -4, 102 -1'] },
    {
      why: 'is of another pool',
      vouchers: ['earmarked 211 5, earmarked 504 -5'],
      owed: 500n,
      codes: ['1 debtNotThere'],
    },
  ])('gives up a debt that $why', ({ vouchers, owed = 0n, codes = [] }) =>
    expect(codesOf(vouchers, owed)).toEqual(codes),
  );

  it.each<{ lines: string; codes: string[] }>([
    { lines: 'earmarked 241 4, earmarked 102 -4, 102 4, 504 -4', codes: ['1 coloursMixed'] },
    { lines: 'earmarked 231 4, earmarked 504 -4', codes: ['1 fundsAsIncome'] },
    { lines: '311 4, 504 -4', codes: ['1 fundsAsIncome'] },
    { lines: 'earmarked 241 4, earmarked 102 -4', codes: [] },
    { lines: '513 4, 102 -4, earmarked 102 4, earmarked 241 -4', codes: [] },
    // What a second voucher would give up as income.
    { lines: '102 5, 211 -5, pv 113 5, pv 102 -5', codes: ['1 coloursMixed'] },
    { lines: '102 5, 211 -5, earmarked 113 5, earmarked 102 -5', codes: ['1 coloursMixed'] },
    { lines: '102 5, 211 -5, earmarked 241 5, earmarked 102 -5', codes: ['1 coloursMixed'] },
    { lines: 'earmarked 241 5, earmarked 211 -5', codes: ['1 fundsElsewhere'] },
    { lines: 'earmarked 231 5, earmarked 113 -5', codes: ['1 fundsElsewhere'] },
    { lines: '301 5, 181 -5', codes: ['1 fundsElsewhere'] },
    { lines: 'earmarked 241 5, earmarked 301 -5', codes: ['1 fundsElsewhere'] },
    // A whole day in one voucher: what was paid covers the fund to the fen, and a fen less does not.
    { lines: 'earmarked 241 5, earmarked 511 4, earmarked 102 -5, earmarked 211 -4', codes: [] },
    { lines: 'earmarked 241 5, earmarked 102 -4, earmarked 211 -1', codes: ['1 fundsElsewhere'] },
    { lines: 'earmarked 241 5, earmarked 311 -5', codes: [] },
    { lines: 'earmarked 241 5, earmarked 231 -5', codes: [] },
    { lines: '301 5, 102 -5', codes: [] },
    // A levy that members owe; an income that they owe is none.
    { lines: 'earmarked 113 5, earmarked 231 -5', codes: [] },
    { lines: 'earmarked 113 5, earmarked 102 1, earmarked 231 -6', codes: [] },
    { lines: 'earmarked 113 5, earmarked 231 -4, earmarked 504 -1', codes: ['1 incomeOwed'] },
    { lines: 'earmarked 112 5, earmarked 231 -5', codes: ['1 incomeOwed'] },
    { lines: 'earmarked 113 5, earmarked 241 -5', codes: ['1 incomeOwed'] },
    { lines: '113 5, 231 -5', codes: ['1 incomeOwed'] },
  ])('keeps the colour of money: $lines', ({ lines, codes }) => expect(codesOf([lines], 0n)).toEqual(codes));

  it.each<{ why: string; vouchers: string[]; codes?: string[] }>([
    { why: 'lent', vouchers: ['113 5, 102 -5, pv 102 5, pv 211 -5', 'pv 211 5, pv 102 -5, 102 5, 113 -5'] },
    {
      why: 'lent, and a fen more',
      vouchers: ['113 4, 102 -4, pv 102 4, pv 211 -4', 'pv 211 5, pv 102 -5, 102 5, 113 -5'],
      codes: ['2 coloursMixed'],
    },
    {
      why: 'built first',
      vouchers: ['153 5, 102 -5', 'earmarked 153 5, earmarked 102 -5, 102 5, 153 -5'],
    },
    {
      why: 'never lent',
      vouchers: ['pv 211 5, pv 102 -5, 102 5, 113 -5'],
      codes: ['1 coloursMixed'],
    },
  ])('lets a pool pay back what another $why', ({ vouchers, codes = [] }) =>
    expect(codesOf(vouchers, 0n)).toEqual(codes),
  );

  it('takes a levy under the chart of 2004, and no grant that has not come', () => {
    const of = (fund: string) => {
      const lines = [
        typedLine({ ledgerAccount: '113', debit: '40.00', pool: 'earmarked' }),
        typedLine({ ledgerAccount: fund, credit: '40.00', pool: 'earmarked' }),
      ];
      const form = typedVoucher({ lines });
      const registers = { ...REGISTERS, chart: OLD };
      return readImported([{ line: 1, id: 'a', form }], registers, NOTHING).problems.map(({ code }) => code);
    };
    expect([of('231'), of('241')]).toEqual([[], ['import.incomeOwed']]);
  });

  it.each([
    { id: '110105194912310021', wrong: true },
    { id: '138-1234-5678', wrong: true },
    { id: '2023-000138', wrong: false },
    { id: '20230115000138', wrong: false },
  ])('goes by the id of the older books, unless it is a number of a person: $id', ({ id, wrong }) => {
    const lines = [
      typedLine({ ledgerAccount: '102', debit: '5.00', pool: 'pv' }),
      typedLine({ ledgerAccount: '501', credit: '5.00' }),
    ];
    const { problems } = readImported([{ line: 7, id, form: typedVoucher({ lines }) }], REGISTERS, NOTHING);
    expect(problems).toEqual(wrong ? [{ code: 'form.privateNumber', field: 'line.7.id' }] : []);
  });

  describe('stands in the order of the days', () => {
    const lines = [
      typedLine({ ledgerAccount: '102', debit: '5.00', pool: 'pv' }),
      typedLine({ ledgerAccount: '501', credit: '5.00' }),
    ];
    const of = (...days: string[]) => {
      const vouchers = days.map((given, index) => {
        // `=` stands a second time in the file, under the id and with the body of the first.
        const [id, postedOn] = given === '=' ? ['1', days[0] ?? ''] : [String(index + 1), given];
        return { line: index + 1, id, form: typedVoucher({ postedOn, lines }) };
      });
      const { problems } = readImported(vouchers, REGISTERS, NOTHING);
      return problems.filter(({ code }) => code === 'import.outOfOrder');
    };

    it.each<{ why: string; days: string[]; told: [number, string, string][] }>([
      { why: 'one voucher', days: ['2023-03-15'], told: [] },
      { why: 'days that go on, two of one day', days: ['2023-03-15', '2023-03-15', '2023-03-16'], told: [] },
      { why: 'a day too early', days: ['2023-03-15', '2023-03-14'], told: [[2, '2023-03-14', '2023-03-15']] },
      {
        why: 'the first of several, by the one before it',
        days: ['2023-02-15', '2023-03-15', '2023-02-28', '2023-01-15'],
        told: [[3, '2023-02-28', '2023-03-15']],
      },
      { why: 'a voucher that stands there twice', days: ['2023-02-15', '2023-03-15', '='], told: [] },
      {
        why: 'a day that is none, which is told by itself',
        days: ['2023-03-15', '2023-02-30', '2023-03-14'],
        told: [[3, '2023-03-14', '2023-03-15']],
      },
    ])('$why', ({ days, told }) => {
      expect(of(...days)).toEqual(
        told.map(([line, value, before]) => {
          const field = `line.${String(line)}.postedOn`;
          return { code: 'import.outOfOrder', field, value, facts: { before } };
        }),
      );
    });
  });

  describe('writes what came and what went apart', () => {
    const of = (...lines: [string, string, string?][]) => {
      const typed = lines.map(([ledgerAccount, signed, pool = 'pv']) => {
        const side = signed.startsWith('-') ? 'credit' : 'debit';
        return typedLine({ ledgerAccount, [side]: signed.replace('-', ''), pool });
      });
      const form = typedVoucher({ lines: typed });
      return readImported([{ line: 7, id: 'a', form }], REGISTERS, NOTHING).problems;
    };
    const netted = [{ code: 'import.netted', field: 'line.7.lines', facts: { pool: 'pv' } }];

    it.each<{ why: string; lines: [string, string, string?][]; refused: boolean }>([
      {
        why: 'income that pays a cost at once',
        lines: [
          ['102', '100'],
          ['501', '-100'],
          ['511', '100'],
          ['102', '-100'],
        ],
        refused: true,
      },
      {
        why: 'income less a cost, the rest to the bank',
        lines: [
          ['102', '60'],
          ['511', '40'],
          ['501', '-100'],
        ],
        refused: true,
      },
      {
        why: 'a thing bought of income',
        lines: [
          ['102', '100'],
          ['501', '-100'],
          ['151', '100'],
          ['102', '-100'],
        ],
        refused: true,
      },
      {
        why: 'income less the tax owed',
        lines: [
          ['102', '100'],
          ['501', '-97'],
          ['214', '-3'],
        ],
        refused: false,
      },
      {
        why: 'cash to the bank',
        lines: [
          ['102', '100'],
          ['101', '-100'],
        ],
        refused: false,
      },
      {
        why: 'the closing of a year',
        lines: [
          ['501', '100'],
          ['511', '-40'],
          ['321', '-60'],
        ],
        refused: false,
      },
      {
        why: 'a pool the wall does not show',
        lines: [
          ['102', '60', 'members'],
          ['511', '40', 'members'],
          ['501', '-100', 'members'],
        ],
        refused: false,
      },
    ])('$why', ({ lines, refused }) => expect(of(...lines)).toEqual(refused ? netted : []));
  });
});
