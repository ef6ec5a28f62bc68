import { type Fen, yuanText } from '../domain/money/fen';
import { labelOf } from './terms';

/** What was paid on an account and is owed to nobody any more. */
interface Overpaid {
  readonly pool: string;
  readonly account: string;
  readonly over: Fen;
  readonly debit: Fen;
}

/** What stands where a list that was paid is owed no more, and what to do. */
export function overpaidText({ pool, account, over, debit }: Overpaid): string {
  const stands = debit === 0n ? '' : `${account} 科目不记名的部分现在在借方 ${yuanText(debit)} 元。`;
  return (
    `多付 ${yuanText(over)} 元（${labelOf(`pool.${pool}`)}）：付过以后列支收回了，或者付的比列支的多。${stands}` +
    '把钱收回来，或者重新列支。'
  );
}

/** What the month's list says of it. */
export const overpaidTask = {
  subject: '多付的钱',
  note: (over: Fen): string => `多付 ${yuanText(over)} 元，要收回来或者重新列支`,
};
