import { handBoundProblems } from '../../../src/domain/ledger/hand-bounds';
import type { Pool, Posting } from '../../../src/domain/ledger/journal-entry';
import { handProblems } from '../../../src/domain/ledger/lines-by-hand';
import { FULL, line } from './entries.fixture';

/** Lines as `102 5, 504 -5`, debit above zero; of another pool than the members' as `pv 102 5`. */
export const of = (text: string): Posting[] =>
  text.split(', ').map((each) => {
    const [amount = '', account = '', pool = 'members'] = each.split(' ').reverse();
    return { ...line(account, BigInt(amount)), pool: pool as Pool };
  });
/** What is wrong with lines by themselves, each with its field. */
export const told = (lines: string) =>
  handProblems(of(lines), FULL).map(({ code, field }) => `${code} ${field}`);
/** What is wrong with lines beside what stands in the books and what people wrote. */
export const bound = (lines: string, standing = '', byPeople: readonly string[] = []) => {
  const balances = (standing === '' ? [] : of(standing)).map(({ ledgerAccount, pool, side, amount }) => {
    return { ledgerAccount, pool, amount: side === 'credit' ? -amount : amount };
  });
  // What stands came by one voucher, as an opening brings it.
  const came = { entryId: 'came', voucher: { year: 2025, number: 1 }, byPeople: false };
  const levied = standing === '' ? [] : [{ ...came, lines: of(standing) }];
  const books = { balances, owed: balances, byPeople: byPeople.map(of), levied };
  return handBoundProblems(of(lines), books, FULL).map(({ code }) => code.replace('voucher.', ''));
};
