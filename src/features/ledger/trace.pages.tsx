import { sumFen, type Fen } from '../../domain/money/fen';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A part of another voucher's money. */
export interface TraceRow {
  readonly number: string;
  readonly href: string;
  readonly on: string;
  readonly summary: string;
  /** Asset, income and month, as words. */
  readonly about: string;
  readonly amount: Fen;
}

/** Where a voucher's money came from and where it went. */
export interface TracePageProps {
  readonly frame: OfficeFrameProps;
  readonly number: string;
  readonly voucherHref: string;
  readonly summary: string;
  /** It was taken back, or takes back another: its money never moved. */
  readonly isCancelled: boolean;
  readonly pools: readonly {
    readonly name: string;
    readonly cameFrom: readonly TraceRow[];
    readonly wentTo: readonly TraceRow[];
    readonly left: Fen;
    readonly uncovered: Fen;
  }[];
}

function Parts({ caption, rows }: { caption: string; rows: readonly TraceRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{caption}</h2>
      <DataTable
        caption={caption}
        rows={rows}
        columns={[
          { head: '凭证', names: true, cell: (row) => <a href={row.href}>{row.number}</a>, total: '合计' },
          { head: '日期', narrow: true, cell: (row) => row.on },
          { head: '摘要', cell: (row) => row.summary },
          { head: '哪一笔', cell: (row) => row.about },
          {
            head: '金额',
            numeric: true,
            cell: (row) => <Money fen={row.amount} />,
            total: <Money fen={sumFen(rows.map((row) => row.amount))} />,
          },
        ]}
      />
    </>
  );
}

/** 这笔钱从哪里来，用到哪里: first received, first used, to the fen. */
export function TracePage(page: TracePageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <p class="small">
          <a href={page.voucherHref}>{`← ${page.number}`}</a>
        </p>
        <h1>
          钱的来龙去脉
          <span class="hint">{`${page.number}　${page.summary}　金额单位：元`}</span>
        </h1>
        <p class="hint">同一种资金，先到的先用，一分不差。</p>
        {page.isCancelled && <p class="returned">这张凭证和冲销它的凭证互相抵销，钱没有动。</p>}
        {!page.isCancelled && page.pools.length === 0 && (
          <EmptyState sentence="这张凭证没有让能分的钱多起来或少下去。" />
        )}
        {!page.isCancelled &&
          page.pools.map((pool) => (
            <section>
              <p class="small">{`资金：${pool.name}`}</p>
              <Parts caption="这笔钱从哪里来" rows={pool.cameFrom} />
              <Parts caption="这笔钱用到哪里" rows={pool.wentTo} />
              {pool.left > 0n && (
                <p>
                  还没有用掉：
                  <Money fen={pool.left} />
                </p>
              )}
              {pool.uncovered > 0n && (
                <p class="returned">
                  先用了、钱还没有到：
                  <Money fen={pool.uncovered} />
                </p>
              )}
            </section>
          ))}
      </div>
    </OfficeFrame>
  );
}
