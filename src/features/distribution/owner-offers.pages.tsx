import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** What a keeper proposes to a village for a year, as a row of its plans. */
export interface OfferRow {
  readonly year: number;
  readonly station: string;
  readonly keeper: string;
  readonly amount: Fen;
  /** The village's own plan that was drafted from it. */
  readonly planHref: string | undefined;
  /** Where one is drafted from it, for whoever keeps the books. */
  readonly draftHref: string | undefined;
}

/** Proposed by the keeper; whether it is followed, the village decides on its own route. */
export function Offers({ offers }: { offers: readonly OfferRow[] }) {
  if (offers.length === 0) return null;
  return (
    <section>
      <h2>
        联村电站给本村拟的<span class="hint">只是建议；本村照不照它、改多少，照自己的程序定</span>
      </h2>
      <DataTable
        caption="联村电站给本村拟的"
        class="stacked"
        rows={offers}
        columns={[
          { head: '年度', names: true, cell: (row) => `${String(row.year)}年` },
          { head: '电站', cell: (row) => row.station },
          { head: '谁拟的', cell: (row) => row.keeper },
          { head: '分到本村（元）', numeric: true, cell: (row) => <Money fen={row.amount} /> },
          { head: '办理', cell: (row) => <Act row={row} /> },
        ]}
      />
    </section>
  );
}

function Act({ row: { planHref, draftHref } }: { row: OfferRow }) {
  if (planHref !== undefined) return <a href={planHref}>照它起草的计划</a>;
  return draftHref === undefined ? <>还没有起草</> : <a href={draftHref}>照它起草</a>;
}
