import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';

/** What a statement ends with. */
interface StatementResult {
  readonly pool: string;
  readonly isSplit: boolean;
  readonly distributable: Fen;
}

/** What approved distributions still have to grant, and what is free beside it; fen. */
export interface FreeToday {
  readonly promised: Fen;
  readonly free: Fen;
}

/** What the result means where it is not simply split. */
export function Meaning({ page }: { page: StatementResult }) {
  if (!page.isSplit)
    return <p class="hint">{`${page.pool}不参加收益分配，专款专用；这里只看收了多少、用了多少。`}</p>;
  if (page.distributable >= 0n) return null;
  return (
    <p class="blocked-text">
      费用比能用的钱多 <Money fen={-page.distributable} /> 元。差的转到下一期，这一期没有可分配的。
    </p>
  );
}

/** What of the pool's money is spoken for today, and what may still pay a cost. */
export function Free({ free }: { free: FreeToday | undefined }) {
  if (free === undefined || free.promised === 0n) return null;
  const isShort = free.free < 0n;
  return (
    <p class={isShort ? 'blocked-text' : 'hint'}>
      到今天，已批准的方案还有 <Money fen={free.promised} /> 元没发
      {isShort ? '，账上不够发，差 ' : '，这笔钱留着；能付费用的还有 '}
      <Money fen={isShort ? -free.free : free.free} /> 元。
    </p>
  );
}
