import { fullDayText } from '../../platform/views/day-text';
import { DataTable } from '../../platform/views/table';

/** The dated share table of a joint station. */
export interface SharesProps {
  readonly keeper: string;
  readonly since: string;
  readonly rows: readonly { readonly owner: string; readonly share: string; readonly own?: boolean }[];
  /** Where the keeper finds his slips, and changes the shares. */
  readonly keptHref?: string | undefined;
  readonly changeHref?: string | undefined;
  /** Where an owner sees cost and funds of his part, and what is to be booked. */
  readonly ownHref?: string | undefined;
  /** Sum of all shares as printed, `100%`. */
  readonly total: string;
}

/** Who owns which part, adding up to the whole. */
export function Shares(shares: SharesProps) {
  return (
    <section>
      <h2>
        份额表
        <span class="hint">
          {shares.keptHref === undefined
            ? `${fullDayText(shares.since)}起　由${shares.keeper}代管`
            : `${fullDayText(shares.since)}起　由这里代管`}
        </span>
        {shares.changeHref !== undefined && (
          <a class="button aside" href={shares.changeHref}>
            换份额表
          </a>
        )}
      </h2>
      <DataTable
        caption="份额表"
        rows={shares.rows}
        columns={[
          {
            head: '谁的',
            names: true,
            cell: (row) => (row.own ? <b>{`${row.owner}（本村）`}</b> : row.owner),
            total: '合计',
          },
          { head: '占比', numeric: true, cell: (row) => row.share, total: shares.total },
        ]}
      />
      {shares.ownHref !== undefined && (
        <p>
          <a href={shares.ownHref}>本村的一份：原值和资金来源</a>
        </p>
      )}
      {shares.keptHref !== undefined && (
        <p>
          <a href={shares.keptHref}>结算单和各村的一份</a>
        </p>
      )}
    </section>
  );
}
