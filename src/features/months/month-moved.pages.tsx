import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';

/** A decided plan that vouchers of a month put right. */
export interface MonthMoved {
  /** 2025年上半年光伏收益方案 */
  readonly plan: string;
  readonly href: string;
  readonly vouchers: readonly string[];
  /** What they do to what may be distributed; fen. */
  readonly effect: Fen;
}

/** Vouchers named one by one; of more only how many there are. */
const MOST_NAMED = 4;

function vouchersText(numbers: readonly string[]): string {
  const named = numbers.slice(0, MOST_NAMED).join('、');
  return numbers.length > MOST_NAMED ? `${named}等${numbers.length}张` : named;
}

function effectText({ effect }: MonthMoved) {
  if (effect === 0n) return '可分配收益合计不变。';
  return (
    <>
      可分配收益{effect < 0n ? '少' : '多'} <Money fen={effect < 0n ? -effect : effect} /> 元，算进后面的账。
    </>
  );
}

/** That the sheet of a decided plan no longer says what the books say, since something of this month. */
export function MonthMovedNotes({ moved }: { moved: readonly MonthMoved[] }) {
  return (
    <>
      {moved.map((each) => (
        <p class="closing">
          {`${vouchersText(each.vouchers)} 更正了已批准的`}
          <a href={each.href}>{each.plan}</a>：{effectText(each)}方案和公示的数字不改。
        </p>
      ))}
    </>
  );
}
