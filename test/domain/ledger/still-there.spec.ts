import { requireStillOwed } from '../../../src/domain/ledger/given-up';
import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { requireStillThere } from '../../../src/domain/ledger/still-there';
import { of } from './by-hand.fixture';
import { FULL } from './entries.fixture';

/** Lines as `113 5 Qian, 102 -5`; what is owed to nobody that is named as `113 5`. */
const named = (told: string): Posting[] =>
  told.split(', ').map((each) => {
    const [account = '', amount = '', counterparty] = each.split(' ');
    const [line] = of(`${account} ${amount}`);
    if (line === undefined) throw new Error(each);
    return counterparty === undefined ? line : { ...line, counterparty };
  });
const books = (...vouchers: string[]) =>
  vouchers.map((told, index) => ({
    entryId: String(index + 1),
    voucher: { year: 2025, number: index + 1 },
    byPeople: true,
    lines: named(told),
  }));
/** What reversing the first of these vouchers meets: its code, or nothing. */
const reversing = (...vouchers: string[]): string | undefined => {
  const dealings = books(...vouchers);
  const postings = named(vouchers[0] ?? '').map((line) => ({ ...line, amount: -line.amount }));
  try {
    requireStillOwed(postings, { entryId: '1', dealings }, FULL);
    requireStillThere(postings, { entryId: '1', dealings }, FULL);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a reversal in books that name nobody on some lines', () => {
  it.each([
    ['a debt given up under no name', ['513 31, 211 -31 Yi', '211 31, 504 -31'], 'debtGivenUp'],
    ['a debt under no name, given up under one', ['513 31, 211 -31', '211 31 Yi, 504 -31'], 'debtGivenUp'],
    ['a claim moved from no name', ['113 20 Bing, 102 -20', '113 20 Ding, 113 -20'], 'turnedAway'],
    ['a claim on nobody, moved from a name', ['113 20, 102 -20', '113 20 Ding, 113 -20 Bing'], 'turnedAway'],
    [
      'a debt of a name beside one of nobody that stood before',
      ['513 31, 211 -31 Yi', '513 40, 211 -40', '211 31 Yi, 504 -31'],
      'debtGivenUp',
    ],
    ['a debt paid under no name', ['513 31, 211 -31 Yi', '211 31, 102 -31'], undefined],
    ['a claim collected under no name', ['113 20 Bing, 102 -20', '102 20, 113 -20'], undefined],
    [
      'a debt of another, given up',
      ['513 31, 211 -31 Yi', '513 31, 211 -31 Bing', '211 31 Bing, 504 -31'],
      undefined,
    ],
  ])('%s', (_what, vouchers, code) => {
    expect(reversing(...vouchers)).toBe(code === undefined ? undefined : `reversal.${code}`);
  });
});
