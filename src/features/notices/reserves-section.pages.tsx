import type { VNode } from 'preact';
import type { DistributionNotice, NoticeReserveRow } from '../../domain/notices/distribution-notice';
import { reserveSums } from '../../domain/notices/reserve-rows';
import { yuanText } from '../../domain/money/fen';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';

/** What of the money left over is set aside, what for, by which decision, and what was released. */
export function ReservesSection({
  notice: { reserves, sums },
}: {
  notice: DistributionNotice;
}): VNode | null {
  if (reserves === undefined) return null;
  const { before, kept, released, after } = reserveSums(reserves);
  return (
    <section>
      <h2>留存了多少</h2>
      <p class="note">
        留存的钱放回以前不分，也不付费用。留到下期的 <Money fen={BigInt(sums.leftOver)} /> 里，有{' '}
        <Money fen={after} /> 是留存的。
      </p>
      <ul class="rows">
        {reserves.map((row) => (
          <ReserveItem key={`${row.purpose} ${row.setOn}`} row={row} />
        ))}
        <li class="total">
          <span class="name">期末留着</span>
          <Money fen={after} />
          <span class="about">
            {`上期末 ${yuanText(before)} ＋ 本期留 ${yuanText(kept)} － 本期放回 ${yuanText(released)}`}
          </span>
        </li>
      </ul>
    </section>
  );
}

function ReserveItem({ row }: { readonly row: NoticeReserveRow }): VNode {
  const { purpose, paper, setOn, later, releases } = row;
  const [before, kept, released] = [yuan(row.before), yuan(row.kept), yuan(row.released)];
  return (
    <li>
      <span class="name">{widePunctuation(purpose)}</span>
      <Money fen={BigInt(row.after)} />
      <span class="about">{`上期末 ${before} ＋ 本期留 ${kept} － 本期放回 ${released}`}</span>
      <span class="about">{widePunctuation(`${fullDayText(setOn)}留，依据：${paper}`)}</span>
      {later !== undefined && later.kept !== '0' && (
        <span class="about">{`是期末以后留的：${yuan(later.kept)}`}</span>
      )}
      {releases.map(({ on, amount, reason }) => (
        <span class="about" key={`${on} ${amount} ${reason}`}>
          {widePunctuation(`${fullDayText(on)}放回 ${yuan(amount)}：${reason}`)}
        </span>
      ))}
    </li>
  );
}

function yuan(fen: string): string {
  return yuanText(BigInt(fen));
}
