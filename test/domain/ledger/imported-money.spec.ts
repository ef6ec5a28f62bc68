import { importedShortages } from '../../../src/domain/ledger/imported-money';
import { type Pool, type Posting, signedAmount } from '../../../src/domain/ledger/journal-entry';
import type { MoneyOnHand } from '../../../src/domain/ledger/money-on-hand';
import { FULL, RECEIPT } from './entries.fixture';

/** `102 -5` is five fen out of the bank, all of the members' own unless a pool stands before. */
const postingsOf = (text: string): Posting[] =>
  text.split(', ').map((each) => {
    const [fen = '', ledgerAccount = '', named = 'members'] = each.split(' ').reverse();
    const pool: Pool = named === 'pv' ? 'pv' : 'members';
    const amount = BigInt(fen);
    return amount < 0n
      ? { ledgerAccount, pool, side: 'credit', amount: -amount }
      : { ledgerAccount, pool, side: 'debit', amount };
  });

/** A voucher: its day, and its lines. */
type Told = readonly [day: string, lines: string];

interface Case {
  readonly why: string;
  readonly file: readonly Told[];
  readonly stood: string;
  /** What was booked before the file came. */
  readonly others?: readonly Told[];
  readonly said: string[];
}

const saidOf = ({ file, stood, others = [] }: Case): string[] => {
  const all = [...file, ...others].flatMap(([day, text]) =>
    postingsOf(text).map((line) => ({ ...line, day, amount: signedAmount(line) })),
  );
  const before = postingsOf(stood).map((line) => ({ ...line, amount: signedAmount(line) }));
  const of = (codes: string[]): MoneyOnHand => ({
    before: before.filter(({ ledgerAccount }) => codes.includes(ledgerAccount)),
    moves: all.filter(({ ledgerAccount }) => codes.includes(ledgerAccount)),
  });
  const stands = { money: of(['101', '102']), contra: of(['133', '152', '162']) };
  const entries = file.map(([postedOn, text]) => ({ ...RECEIPT, postedOn, postings: postingsOf(text) }));
  const lines = file.map((_each, index) => index + 1);
  return importedShortages({ entries, lines }, stands, FULL).map(({ code, field, facts = {} }) =>
    [code, field, facts['day'], facts['amount'], facts['left']].map(String).join(' '),
  );
};

const short = (at: string): string[] => [`money.poolShort ${at}`, `money.accountShort ${at}`];

describe('what a file of older vouchers takes', () => {
  it.each<Case>([
    { why: 'all there was', file: [['2024-03-01', '513 500, 102 -500']], stood: '102 500', said: [] },
    {
      ...{ why: 'a fen more', file: [['2024-03-01', '513 501, 102 -501']], stood: '102 500' },
      said: short('line.1 2024-03-01 501 500'),
    },
    {
      ...{ why: 'what came on the same day, behind it', stood: '102 0' },
      file: [
        ['2024-03-01', '513 9, 102 -9'],
        ['2024-03-01', '102 9, 504 -9'],
      ],
      said: [],
    },
    {
      ...{ why: 'what came the day after', stood: '102 0' },
      file: [
        ['2024-03-01', '513 9, 102 -9'],
        ['2024-03-02', '102 9, 504 -9'],
      ],
      said: short('line.1 2024-03-01 9 0'),
    },
    {
      ...{ why: 'twice what is there once', stood: '102 500' },
      file: [
        ['2024-03-01', '513 300, 102 -300'],
        ['2024-03-02', '513 201, 102 -201'],
        ['2024-03-03', '513 9, 102 -9'],
      ],
      said: short('line.2 2024-03-02 201 200'),
    },
    {
      ...{ why: 'what was paid later by what is booked already', stood: '102 500' },
      file: [['2024-03-01', '513 300, 102 -300']],
      others: [['2024-05-01', '513 201, 102 -201']],
      said: short('line.1 2024-05-01 300 299'),
    },
    {
      ...{ why: 'money of another pool', stood: '102 0, pv 102 500' },
      file: [['2024-03-01', '513 5, 102 -5']],
      said: ['money.poolShort line.1 2024-03-01 5 0'],
    },
    {
      ...{ why: 'the cash box beside a full bank', stood: '102 500, 101 4' },
      file: [['2024-03-01', '513 5, 101 -5']],
      said: ['money.accountShort line.1 2024-03-01 5 4'],
    },
    {
      ...{ why: 'a withdrawal', stood: '102 500, 101 0' },
      file: [['2024-03-01', '101 500, 102 -500']],
      said: [],
    },
    {
      ...{ why: 'amortisation that its month wears off later', stood: '162 -100' },
      file: [
        ['2024-03-05', '162 150, 161 -150'],
        ['2024-03-31', '513 50, 162 -50'],
      ],
      said: [],
    },
    {
      ...{ why: 'a fen of amortisation more', stood: '162 -100' },
      file: [
        ['2024-03-05', '162 151, 161 -151'],
        ['2024-03-31', '513 50, 162 -50'],
      ],
      said: ['money.contraShort line.1 2024-03-31 151 150'],
    },
    {
      ...{ why: 'amortisation of the month after', stood: '162 -100' },
      file: [
        ['2024-03-05', '162 101, 161 -101'],
        ['2024-04-30', '513 50, 162 -50'],
      ],
      said: ['money.contraShort line.1 2024-03-31 101 100'],
    },
  ])('is told by its line where it is not there: $why', (given) => {
    expect(saidOf(given)).toEqual(given.said);
  });

  it('is nobody’s fault in the file where the books were short before it', () => {
    const others: Told[] = [['2024-03-01', '513 9, 102 -9']];
    const file: Told[] = [['2024-03-02', '102 5, 504 -5']];
    expect(saidOf({ why: '', file, stood: '102 0', others, said: [] })).toEqual([]);
  });
});
