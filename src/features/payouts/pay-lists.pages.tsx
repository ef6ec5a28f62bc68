import type { Fen } from '../../domain/money/fen';
import { EmptyState } from '../../platform/views/empty-state';
import { Equation } from '../../platform/views/equation';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A list in one row. */
export interface PayListRow {
  /** `2025年第3号` */
  readonly name: string;
  readonly href: string;
  readonly channel: string;
  readonly people: number;
  readonly amount: Fen;
  readonly inFlight: Fen;
  readonly state: GlyphState;
  readonly stateWord: string;
  /** What comes next and in whose hands it is; blank where nothing does. */
  readonly next: string;
  /** Since when it stands so. */
  readonly since: string;
}

/** All pay lists of a village. */
export interface PayListsPageProps {
  readonly frame: OfficeFrameProps;
  /** What people are owed for certain. */
  readonly owed: Fen;
  /** What of it stands on living lists, and what of that is with the bank. */
  readonly onLists: Fen;
  readonly inFlight: Fen;
  /** Absent where he may not open it. */
  readonly owedHref: string | undefined;
  /** Where a list is drafted; absent for who may not. */
  readonly newHref: string | undefined;
  /** What was entered in the national system; absent where he may not open it. */
  readonly nationalHref: string | undefined;
  /** Lists of which something is still to be done, the longest waiting first; then all others. */
  readonly waiting: readonly PayListRow[];
  readonly done: readonly PayListRow[];
}

function Rows({ caption, rows }: { readonly caption: string; readonly rows: readonly PayListRow[] }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        { head: '清单', names: true, narrow: true, cell: (row) => <a href={row.href}>{row.name}</a> },
        { head: '怎么发', narrow: true, cell: (row) => row.channel },
        { head: '人数', numeric: true, cell: (row) => `${row.people}` },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        {
          head: '在途',
          numeric: true,
          cell: (row) => (row.inFlight === 0n ? '—' : <Money fen={row.inFlight} />),
        },
        { head: '现在', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
        { head: '接下来', cell: (row) => row.next },
        { head: '从哪天起', narrow: true, cell: (row) => row.since },
      ]}
    />
  );
}

/** Where else is told of what is owed and paid. */
function Beside({ page: { owedHref, nationalHref } }: { readonly page: PayListsPageProps }) {
  if (owedHref === undefined && nationalHref === undefined) return null;
  return (
    <nav class="tabs" aria-label="欠款和录入">
      {owedHref !== undefined && <a href={owedHref}>还欠谁的</a>}
      {nationalHref !== undefined && <a href={nationalHref}>录入全国系统了吗</a>}
    </nav>
  );
}

/** What is owed and where it stands; lists that wait first. */
export function PayListsPage(page: PayListsPageProps) {
  const nothing = page.waiting.length + page.done.length === 0;
  const action = page.newHref === undefined ? undefined : { href: page.newHref, label: '列一张新清单' };
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          发放清单<span class="hint">把欠各人的钱列成清单，送银行发　金额单位：元</span>
          {action !== undefined && !nothing && (
            <a class="button aside" href={action.href}>
              {action.label}
            </a>
          )}
        </h1>
        <Beside page={page} />
        <Equation
          terms={[
            { sign: '', label: '确定还欠各人的', fen: page.owed },
            { sign: '−', label: '已在清单上', fen: page.onLists },
            { sign: '=', label: '还没列清单', fen: page.owed - page.onLists },
          ]}
        />
        {page.inFlight > 0n && (
          <p class="verdict">
            清单上的钱里，已经送银行、还没有回音的在途 <Money fen={page.inFlight} />。
          </p>
        )}
        {nothing && <EmptyState sentence="还没有列过发放清单。" action={action} />}
        {page.waiting.length > 0 && (
          <section>
            <h2>
              还没办完的<span class="hint">等得最久的在前</span>
            </h2>
            <Rows caption="还没办完的清单" rows={page.waiting} />
          </section>
        )}
        {page.done.length > 0 && (
          <section>
            <h2>办完的</h2>
            <Rows caption="办完的清单" rows={page.done} />
          </section>
        )}
      </div>
    </OfficeFrame>
  );
}
