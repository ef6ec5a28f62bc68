import type { Fen } from '../../domain/money/fen';
import { dayText, fullDayText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** Money that came by one voucher. */
export interface IdleSumRow {
  readonly arrivedOn: string;
  readonly number: string;
  readonly voucherHref: string;
  /** Where something is said of it. */
  readonly href: string;
  readonly summary: string;
  readonly pool: string;
  readonly lies: Fen;
  readonly free: Fen;
  readonly owed: Fen;
  readonly days: number;
  readonly isOver: boolean;
  /** Whether somebody has to say why. */
  readonly isAsked: boolean;
  /** Where it lay too long before it went on, and how much of it. */
  readonly gone: readonly { readonly hop: string; readonly days: number; readonly amount: Fen }[];
  readonly why: string | undefined;
  readonly until: string | undefined;
}

/** A number of days in words. */
export function daysOf(days: number): string {
  return `${String(days)}天`;
}

function Lies({ row }: { row: IdleSumRow }) {
  const where = [row.free > 0n ? '没分' : '', row.owed > 0n ? '分了没发' : ''].filter((each) => each !== '');
  return <>{where.join('、')}</>;
}

function Why({ row }: { row: IdleSumRow }) {
  if (row.why !== undefined)
    return (
      <>
        {row.why}
        {row.until !== undefined && <small>{`，到${dayText(row.until)}`}</small>}
      </>
    );
  return <a href={row.href}>{row.isAsked ? '说明为什么' : '说明'}</a>;
}

/** What lies still, sum by sum. */
export function LyingTable({ rows }: { rows: readonly IdleSumRow[] }) {
  return (
    <DataTable
      caption="还放着的钱"
      rows={rows}
      columns={[
        { head: '到账', narrow: true, cell: ({ arrivedOn }) => fullDayText(arrivedOn) },
        {
          ...{ head: '哪笔钱', names: true },
          cell: ({ summary, number, voucherHref, pool }) => (
            <>
              {summary} <a href={voucherHref}>{number}</a> <small>{pool}</small>
            </>
          ),
        },
        { head: '还放着', numeric: true, cell: ({ lies }) => <Money fen={lies} /> },
        {
          ...{ head: '放了', numeric: true },
          cell: ({ days, isOver }) => (isOver ? <b class="blocked-text">{daysOf(days)}</b> : daysOf(days)),
        },
        { head: '在哪一步', narrow: true, cell: (row) => <Lies row={row} /> },
        { head: '为什么', cell: (row) => <Why row={row} /> },
      ]}
    />
  );
}

/** What lay too long somewhere and went on since: it is said why all the same. */
export function GoneTable({ rows }: { rows: readonly IdleSumRow[] }) {
  return (
    <section>
      <h2>
        放久了才走的<span class="hint">在县里、镇里放久了，或者发到人手里晚了</span>
      </h2>
      <DataTable
        caption="放久了才走的"
        class="stacked"
        rows={rows}
        columns={[
          { head: '到账', narrow: true, cell: ({ arrivedOn }) => fullDayText(arrivedOn) },
          { head: '哪笔钱', names: true, cell: ({ summary, href }) => <a href={href}>{summary}</a> },
          {
            head: '放了多久',
            cell: ({ gone }) =>
              gone.map(({ hop, days, amount }) => (
                <div>
                  {`${hop}${daysOf(days)}，`}
                  <Money fen={amount} />
                </div>
              )),
          },
          { head: '为什么', cell: (row) => <Why row={row} /> },
        ]}
      />
    </section>
  );
}
