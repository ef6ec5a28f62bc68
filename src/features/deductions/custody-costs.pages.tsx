import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** A cost of the asset under an agreement, and what of it the owner bears; fen. */
export interface OwnersCostRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly amount: Fen;
  readonly part: Fen;
  readonly kept: Fen;
  readonly open: Fen;
  readonly isBorne: boolean;
  /** Why nothing of it is the owner's, or not yet. */
  readonly note: string | undefined;
  readonly voucherHref: string;
}

/** What was kept back from the owner at once, or paid by him; fen. */
export interface KeptBackRow {
  readonly on: string;
  /** Which of the two. */
  readonly how: string;
  readonly name: string;
  readonly amount: Fen;
  readonly voucherHref: string;
}

/** The costs of the asset: what of each is the owner's, and what of that is still to be kept back. */
export function CostsTable({ rows }: { rows: readonly OwnersCostRow[] }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="费用和业主承担的"
      rows={rows}
      columns={[
        {
          head: '费用',
          cell: ({ name, from, to, note, voucherHref }) => (
            <>
              <a href={voucherHref}>{name}</a>
              <small>{from === to ? from : `${from} 至 ${to}`}</small>
              {note !== undefined && <small>{note}</small>}
            </>
          ),
        },
        { head: '金额（元）', numeric: true, cell: ({ amount }) => <Money fen={amount} /> },
        { head: '业主承担', numeric: true, cell: ({ part }) => <Money fen={part} /> },
        { head: '已扣、已交', numeric: true, cell: ({ kept }) => <Money fen={kept} /> },
        { head: '还没承担', numeric: true, cell: ({ open }) => <Money fen={open} /> },
      ]}
    />
  );
}

/** What was kept back or paid, each with its voucher. */
export function KeptBackTable({ rows }: { rows: readonly KeptBackRow[] }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="业主承担了的"
      rows={rows}
      columns={[
        { head: '日期', narrow: true, cell: (row) => row.on },
        {
          head: '费用',
          cell: ({ name, how }) => (
            <>
              {name}
              <small>{how}</small>
            </>
          ),
        },
        { head: '金额（元）', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '凭证', cell: (row) => <a href={row.voucherHref}>看凭证</a> },
      ]}
    />
  );
}
