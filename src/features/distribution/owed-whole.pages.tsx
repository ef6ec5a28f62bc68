import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** A voucher to be opened. */
export interface VoucherLink {
  readonly href: string;
  readonly label: string;
}

/** A grant that is owed as one sum. */
export interface OwedWholeRow {
  readonly what: string;
  /** Why there is no list, of what was asked. */
  readonly why?: string | undefined;
  /** What of it is owed for certain. */
  readonly open: Fen;
  /** What of it may have been paid. */
  readonly unsure: Fen;
  readonly voucher: VoucherLink;
}

/** What may have been paid: a payment says neither whose nor which list it is. */
export function Unsure({ fen }: { fen: Fen }) {
  if (fen === 0n) return null;
  return (
    <small class="unsure">
      另有 <Money fen={fen} /> 所在的名单付过一部分，付给谁没有记
    </small>
  );
}

/** What was granted as one sum, without a list. */
export function OwedWhole({ rows }: { rows: readonly OwedWholeRow[] }) {
  return (
    <section>
      <h2>
        没有名单的<span class="hint">一笔列支，账上看不出是谁的</span>
      </h2>
      <DataTable
        caption="没有名单的"
        rows={rows}
        columns={[
          {
            head: '方案里的一项',
            names: true,
            cell: (row) => (
              <>
                {row.what}
                {row.why !== undefined && <small>{`没有名单：${row.why}`}</small>}
              </>
            ),
          },
          { head: '凭证', narrow: true, cell: (row) => <a href={row.voucher.href}>{row.voucher.label}</a> },
          {
            head: '还欠',
            numeric: true,
            cell: (row) => (
              <>
                <Money fen={row.open} />
                <Unsure fen={row.unsure} />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
