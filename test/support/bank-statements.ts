import type { BankRow } from '../../src/domain/ledger/bank-layout';
import { plainYuan } from '../../src/domain/money/fen';
import { FormProblems } from '../../src/domain/shared/problem';

const HEAD = ['交易日期', '摘要', '收入', '支出', '余额', '对方户名', '流水号'];

/** The rows of a statement that opens on a balance; each line a day, an amount and a word. */
export const rowsOf = (
  opening: bigint,
  lines: readonly [day: string, amount: bigint, text: string][],
): BankRow[] => {
  let balance = opening;
  const cells = lines.map(([day, amount, text]) => {
    balance += amount;
    const [incoming, outgoing] = amount > 0n ? [plainYuan(amount), ''] : ['', plainYuan(-amount)];
    return [day, text, incoming, outgoing, plainYuan(balance), '', ''];
  });
  return [HEAD, ...cells].map((each, place) => ({ number: place + 1, cells: each }));
};
/** What a command was refused for; nothing where it was not. */
export const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code);
      return [(error as { code: string }).code];
    },
  );
