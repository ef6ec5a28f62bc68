import type { VNode } from 'preact';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { fullDayText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';

/** A voucher that put something right, with what it does to what may be distributed; fen. */
interface CorrectedBy {
  readonly number: string;
  readonly on: CalendarDay;
  readonly effect: Fen;
}

/** What was put right after a sheet was decided. Nothing here is about a person; fen. */
export interface MovedNote {
  /** By how much there is more or less to distribute in the days of the sheet. */
  readonly change: Fen;
  readonly within: readonly CorrectedBy[];
  /** What counts in later days. */
  readonly later: readonly CorrectedBy[];
  /** The period whose plan has the difference; absent while none is decided. */
  readonly carriedBy?: string;
}

/** That the books were put right after the sheet was decided, by which vouchers, and where it goes. */
export function MovedNoteSection({
  moved,
  distributable,
}: {
  readonly moved: MovedNote | undefined;
  /** What the sheet prints. */
  readonly distributable: Fen;
}): VNode | null {
  if (moved === undefined) return null;
  const { within, later } = moved;
  const hasWithin = within.length > 0 || moved.change !== 0n;
  return (
    <section>
      <h2>批准以后账有更正</h2>
      <p>
        公示上的数字没有改。
        {hasWithin && <Within moved={moved} distributable={distributable} />}
        {later.length > 0 && `${hasWithin ? '另有' : ''}更正算在后面的收支里。`}
      </p>
      <ul class="notes">
        {[...within, ...later].map(({ number, on, effect }) => (
          <li key={`${on} ${number}`}>
            {`${fullDayText(on)} ${number}：${effect < 0n ? '少' : '多'}`}{' '}
            <Money fen={effect < 0n ? -effect : effect} /> 元
          </li>
        ))}
      </ul>
    </section>
  );
}

function Within({ moved, distributable }: { moved: MovedNote; distributable: Fen }): VNode {
  const { change, carriedBy } = moved;
  if (change === 0n) return <>更正以后，能分的钱一样多。</>;
  return (
    <>
      更正以后，能分的是 <Money fen={distributable + change} /> 元，比公示的{change < 0n ? '少' : '多'}{' '}
      <b>
        <Money fen={change < 0n ? -change : change} /> 元
      </b>
      ，{carriedBy === undefined ? '算进下一期' : `已算进${carriedBy}`}的上期结转。
    </>
  );
}
