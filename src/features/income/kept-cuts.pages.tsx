import type { Fen } from '../../domain/money/fen';
import { fullDayText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';
import { StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** What a notice takes from one owner of a kept station. */
export interface KeptCutRow {
  readonly on: string;
  readonly paper: string;
  readonly owner: string;
  readonly amount: Fen;
  readonly state: 'taken' | 'waiting' | 'before' | 'elsewhere';
  /** What becomes of it where his books began after the slip. */
  readonly note?: string | undefined;
  /** The voucher in his books. */
  readonly voucherHref?: string | undefined;
  /** Why it waits. */
  readonly why?: string | undefined;
}

/** What was cut of a slip's subsidy, and whose books have it; nothing where nothing was cut. */
export function KeptCutsTable({ cuts }: { readonly cuts: readonly KeptCutRow[] }) {
  if (cuts.length === 0) return null;
  return (
    <section>
      <h2>核减的补贴</h2>
      <DataTable
        caption="核减的补贴"
        rows={cuts}
        columns={[
          { head: '谁的', names: true, cell: (row) => row.owner, total: '合计' },
          { head: '哪一天、凭什么', cell: (row) => `${fullDayText(row.on)}　${row.paper}` },
          {
            head: '核减',
            numeric: true,
            cell: (row) => <Money fen={row.amount} />,
            total: <Money fen={cuts.reduce((sum, row) => sum + row.amount, 0n)} />,
          },
          { head: '入账', cell: (row) => <CutState row={row} /> },
        ]}
      />
      <p class="small">按同一张份额表、按累计数分；谁也不会被核减得比他还等着的多。</p>
    </section>
  );
}

/** An owner's books began after the slip: what becomes of his part. */
export function BeforeBooks({ note }: { readonly note: string | undefined }) {
  return (
    <>
      建账以前
      <div class="small">{note}</div>
    </>
  );
}

function CutState({ row }: { readonly row: KeptCutRow }) {
  if (row.state === 'elsewhere') return <span>账在别处</span>;
  if (row.state === 'before') return <BeforeBooks note={row.note} />;
  if (row.state === 'taken')
    return (
      <StateChip state="done">
        {row.voucherHref === undefined ? '已入账' : <a href={row.voucherHref}>已入账</a>}
      </StateChip>
    );
  return (
    <>
      <StateChip state="attention">还没入账</StateChip>
      {row.why !== undefined && <div class="small">{row.why}</div>}
    </>
  );
}
