import type { Fen } from '../../domain/money/fen';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A list of a village that is not over. */
export interface OfficePayListRow {
  readonly village: string;
  readonly name: string;
  readonly href: string;
  readonly channel: string;
  readonly people: number;
  readonly amount: Fen;
  readonly state: GlyphState;
  readonly stateWord: string;
  readonly waits: string;
}

/** A list that is not in the national system as it was paid. */
export interface NationalUnlikeRow {
  readonly village: string;
  readonly name: string;
  readonly href: string;
  readonly paid: string;
  readonly paidOn: string;
  readonly state: GlyphState;
  readonly stateWord: string;
}

/** The lists of an office's villages: those that wait for its review first. */
export interface OfficePayListsPageProps {
  readonly frame: OfficeFrameProps;
  readonly review: readonly OfficePayListRow[];
  readonly others: readonly OfficePayListRow[];
  /** Paid, and not entered in the national system in time or as it was paid; the oldest first. */
  readonly unlike: readonly NationalUnlikeRow[];
}

function Rows({ caption, rows }: { readonly caption: string; readonly rows: readonly OfficePayListRow[] }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        { head: '村', narrow: true, cell: (row) => row.village },
        { head: '清单', names: true, narrow: true, cell: (row) => <a href={row.href}>{row.name}</a> },
        { head: '怎么发', narrow: true, cell: (row) => row.channel },
        { head: '人数', numeric: true, cell: (row) => `${row.people}` },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '现在', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
        { head: '等了', narrow: true, cell: (row) => row.waits },
      ]}
    />
  );
}

function Unlike({ rows }: { readonly rows: readonly NationalUnlikeRow[] }) {
  return (
    <section>
      <h2>
        付了，没按付的录入全国系统<span class="hint">先付的在前</span>
      </h2>
      <DataTable
        caption="没有按付的录入全国系统的清单"
        rows={rows}
        columns={[
          { head: '村', narrow: true, cell: (row) => row.village },
          { head: '清单', names: true, narrow: true, cell: (row) => <a href={row.href}>{row.name}</a> },
          { head: '现在付了', narrow: true, cell: (row) => row.paid },
          { head: '开始付的', narrow: true, cell: (row) => row.paidOn },
          { head: '录入', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
        ]}
      />
    </section>
  );
}

/** What the office has to review, and what else is under way in its villages. */
export function OfficePayListsPage(page: OfficePayListsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          各村发放清单<span class="hint">金额单位：元</span>
        </h1>
        <section>
          <h2>
            等镇里审核<span class="hint">等得最久的在前</span>
          </h2>
          {page.review.length === 0 ? (
            <EmptyState sentence="没有等审核的清单。" />
          ) : (
            <Rows caption="等镇里审核的清单" rows={page.review} />
          )}
        </section>
        {page.others.length > 0 && (
          <section>
            <h2>村里正在办的</h2>
            <Rows caption="村里正在办的清单" rows={page.others} />
          </section>
        )}
        {page.unlike.length > 0 && <Unlike rows={page.unlike} />}
      </div>
    </OfficeFrame>
  );
}
