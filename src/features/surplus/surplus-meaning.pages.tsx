import type { Fen } from '../../domain/money/fen';
import { fullDayText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';
import { Decided, type DecidedShown } from './surplus-decided.pages';

/** What a statement ends with. */
interface StatementResult {
  readonly pool: string;
  readonly isSplit: boolean;
  readonly distributable: Fen;
  readonly deducted: Fen;
  /** The day on which the books begin, where the statement ends before it. */
  readonly beforeBooks?: string | undefined;
  /** What of the result approved plans have decided on. */
  readonly decided?: DecidedShown | undefined;
  readonly reserved?: ReservedShown | undefined;
  readonly reservesHref?: string | undefined;
  readonly free?: FreeToday | undefined;
  /** Tax that was paid and is owed no more today: part of the result, and not at the bank. */
  readonly taxAhead?: Fen;
}

/** What of a statement's result is set aside at its end, and what for; fen. */
export interface ReservedShown {
  readonly fen: Fen;
  /** `大修 100.00 元、抢险 20.00 元`. */
  readonly purposes: string;
  readonly left: Fen;
}

/** What of the result is kept: below the equation, which stays as it is published. */
function Reserved({ reserved, href }: { reserved: ReservedShown | undefined; href: string }) {
  if (reserved === undefined) return null;
  return (
    <p>
      {reserved.left < 0n ? '已' : '其中已'}
      <a href={href}>留存</a> <Money fen={reserved.fen} /> 元（{reserved.purposes}），
      {reserved.left < 0n ? (
        '留着不动；没有能分的。'
      ) : (
        <>
          能分的 <Money fen={reserved.left} /> 元。
        </>
      )}
    </p>
  );
}

/** What approved distributions still have to grant, what is set aside, and what is free beside it; fen. */
export interface FreeToday {
  readonly promised: Fen;
  readonly reserved: Fen;
  readonly free: Fen;
}

/** What the result means, what of it is kept, and what of the pool is free today. */
export function Meaning({ page }: { page: StatementResult }) {
  return (
    <>
      {page.beforeBooks !== undefined && (
        <p class="hint">{`账从${fullDayText(page.beforeBooks)}建起，这些日子还没有账，不是没有收入。`}</p>
      )}
      <Decided decided={page.decided} result={page.distributable} />
      <Split page={page} />
      <Reserved reserved={page.reserved} href={page.reservesHref ?? ''} />
      <TaxAhead amount={page.taxAhead ?? 0n} />
      <Free free={page.free} />
    </>
  );
}

/** The money is the pool's, and the tax office has it. */
function TaxAhead({ amount }: { amount: Fen }) {
  if (amount === 0n) return null;
  return (
    <p>
      今天有多交的增值税 <Money fen={amount} /> 元算在里面：可抵以后的税，也可申请退税，钱还不在银行。
    </p>
  );
}

/** What the result means where it is not simply split. */
function Split({ page }: { page: StatementResult }) {
  if (!page.isSplit)
    return <p class="hint">{`${page.pool}不参加收益分配，专款专用；这里只看收了多少、用了多少。`}</p>;
  if (page.distributable >= 0n) return null;
  if (page.deducted <= 0n)
    return (
      <p class="blocked-text">
        前面转下来的差额还没补上，差 <Money fen={-page.distributable} /> 元。转到下一期，这一期没有可分配的。
      </p>
    );
  return (
    <p class="blocked-text">
      费用比能用的钱多 <Money fen={-page.distributable} /> 元。差的转到下一期，这一期没有可分配的。
    </p>
  );
}

/** What of the pool's money is spoken for today, and what may still pay a cost. */
function Free({ free }: { free: FreeToday | undefined }) {
  if (free === undefined || (free.promised === 0n && free.reserved === 0n)) return null;
  const isShort = free.free < 0n;
  return (
    <p class={isShort ? 'blocked-text' : 'hint'}>
      到今天
      {free.promised !== 0n && (
        <>
          ，已批准的方案还有 <Money fen={free.promised} /> 元没发
        </>
      )}
      {free.reserved !== 0n && (
        <>
          ，留存 <Money fen={free.reserved} /> 元
        </>
      )}
      {isShort ? '，能动的不够，差 ' : '，这笔钱留着；能付费用的还有 '}
      <Money fen={isShort ? -free.free : free.free} /> 元。
    </p>
  );
}

/** Where it is told why the pool's money is not what the books' surplus says, and what of it lies still. */
export interface FurtherHrefs {
  readonly bridgeHref: string;
  readonly idleHref: string;
}

/** The ways onward from a statement. */
export function Further({ further }: { further: FurtherHrefs | undefined }) {
  return further === undefined ? null : (
    <p class="small tab-rows">
      <a href={further.bridgeHref}>为什么和报表上的收益不一样</a>
      <a href={further.idleHref}>放着没动的钱</a>
    </p>
  );
}
