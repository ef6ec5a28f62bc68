import { sumFen } from '../../domain/money/fen';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import type { TraceCell, TraceRow } from './trace-rows';

/** Where a voucher's money came from, what it was used for and how it was paid. */
export interface TracePageProps {
  readonly frame: OfficeFrameProps;
  readonly number: string;
  readonly postedOn: string;
  readonly voucherHref: string;
  /** Where this page stands: its own voucher is no link in the table. */
  readonly ownHref: string;
  readonly summary: string;
  /** It was taken back, or takes back another: its money never moved. */
  readonly isCancelled: boolean;
  readonly pools: readonly { readonly name: string; readonly rows: readonly TraceRow[] }[];
}

function Step({ cell, ownHref }: { cell: TraceCell; ownHref: string }) {
  const { voucher, words } = cell;
  if (voucher === undefined) return <span class="hint">{words}</span>;
  return (
    <>
      {voucher.href === ownHref ? (
        <strong>{`本凭证 ${voucher.number}`}</strong>
      ) : (
        <a href={voucher.href}>{voucher.number}</a>
      )}
      <br />
      <span class="small">
        <span class="narrow">{voucher.on}</span>
        {` ${words}`}
      </span>
    </>
  );
}

function PoolRows({ pool, ownHref }: { pool: TracePageProps['pools'][number]; ownHref: string }) {
  return (
    <DataTable
      caption={pool.name}
      rows={pool.rows}
      columns={[
        {
          head: '从哪里来',
          cell: (row) => <Step cell={row.from} ownHref={ownHref} />,
          total: '合计',
        },
        { head: '用到哪里', cell: (row) => <Step cell={row.use} ownHref={ownHref} /> },
        { head: '怎样付的', cell: (row) => <Step cell={row.paid} ownHref={ownHref} /> },
        {
          head: '金额',
          numeric: true,
          cell: (row) => <Money fen={row.amount} />,
          total: <Money fen={sumFen(pool.rows.map((row) => row.amount))} />,
        },
      ]}
    />
  );
}

/** 钱的来龙去脉: from the bank to the bank, first received first used, first owed first paid, to the fen. */
export function TracePage(page: TracePageProps) {
  const { ownHref } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <p class="small">
          <a href={page.voucherHref}>{`← ${page.number}`}</a>
        </p>
        <h1>
          钱的来龙去脉
          <span class="hint">{`${page.number}　${page.summary}　金额单位：元`}</span>
          {page.pools.length > 0 && (
            <span class="aside">
              <a href={`${ownHref}/table.xlsx`}>导出 Excel</a>
              {'　'}
              <a href={`${ownHref}/sheet.pdf`}>打印（PDF）</a>
            </span>
          )}
        </h1>
        <p class="hint">同一种资金，先到的先用，先欠的先付，一分不差。</p>
        {page.isCancelled && <p class="returned">这张凭证和冲销它的凭证互相抵销，钱没有动。</p>}
        {!page.isCancelled && page.pools.length === 0 && (
          <EmptyState sentence="这张凭证没有动钱，也没有让能分的钱多起来或少下去。" />
        )}
        {page.pools.map((pool) => (
          <section>
            <h2>{pool.name}</h2>
            <PoolRows pool={pool} ownHref={ownHref} />
          </section>
        ))}
      </div>
    </OfficeFrame>
  );
}
