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
    `把钱收回来，或者重新列支；一时收不回、要先付别人的，把多付的记成应收款（借应收款，贷 ${account}）。`
  );
}

/** What the reversal of a grant leaves, where something of it was paid or may have been. */
interface PaidLeft {
  readonly account: string;
  readonly paid: Fen;
  readonly unsure: Fen;
  readonly over: Fen;
  readonly debit: Fen;
}

/** What is told before a grant that was paid is taken back. */
export function paidLeftText({ account, paid, unsure, over, debit }: PaidLeft): string {
  const known = paid === 0n ? '' : `这一笔已经付了 ${yuanText(paid)} 元。`;
  const maybe =
    unsure === 0n
      ? ''
      : `${account} 科目付过一部分，付给谁没有记：这一笔里最多 ${yuanText(unsure)} 元可能已经付了。`;
  const left = over === 0n ? '' : `冲销以后多付 ${yuanText(over)} 元`;
  const stands = debit === 0n ? '' : `${account} 科目不记名的部分在借方 ${yuanText(debit)} 元`;
  const after = [left, stands].filter((text) => text !== '').join('，');
  return `${known}${maybe}${after === '' ? '' : `${after}。`}`;
}

/** What was said of the money when such a grant was taken back. */
export function paidBackText(back: {
  readonly paid: Fen;
  readonly unsure: Fen;
  readonly why: string;
}): string {
  const sum = back.paid > 0n ? back.paid : back.unsure;
  return `${back.paid > 0n ? '已经付了' : '可能已经付了'} ${yuanText(sum)} 元，怎么办：${back.why}`;
}

/** A list that was paid after its last day, or is not paid though that is over. */
export function lateText(late: {
  readonly what: string;
  readonly payBy: string;
  readonly paid: { readonly on: string; readonly by: string } | undefined;
}): string {
  const { what, payBy, paid } = late;
  const how = paid === undefined ? '已经过了，还没有付' : `${paid.on} 才付（${paid.by}），晚了`;
  return `${what}：按文件最晚 ${payBy} 拨付，${how}。`;
}

/** What the month's list says of it. */
export const overpaidTask = {
  subject: '多付的钱',
  note: (over: Fen): string => `多付 ${yuanText(over)} 元，要收回来或者重新列支`,
};
