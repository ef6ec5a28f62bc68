import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateGlyph } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A village with what is wrong with its assets. */
export interface TownshipAssetsRow {
  readonly village: string;
  readonly href: string;
  readonly assets: number;
  readonly idle: number;
  readonly lowYield: number;
  readonly loss: number;
  /** Flagged, and nothing decided about it; decided, and past its day. */
  readonly undecided: number;
  readonly overdue: number;
}

/** Assets that stand idle, bring too little or lose money, over the villages of a township. */
export interface TownshipAssetsPageProps {
  readonly frame: OfficeFrameProps;
  readonly today: string;
  readonly rows: readonly TownshipAssetsRow[];
  readonly homeHref: string;
}

function countText(count: number): string {
  return count === 0 ? '' : String(count);
}

function Standing({ row }: { row: TownshipAssetsRow }) {
  if (row.undecided + row.overdue === 0) return <>没有要催的</>;
  const told = [
    row.undecided > 0 ? `${row.undecided} 处还没有定办法` : '',
    row.overdue > 0 ? `${row.overdue} 处过了期限` : '',
  ].filter((each) => each !== '');
  return (
    <>
      <StateGlyph state="attention" /> {told.join('，')}
    </>
  );
}

/** The villages where something is to be done first. */
export function TownshipAssetsPage(page: TownshipAssetsPageProps) {
  const waiting = page.rows.filter(({ undecided, overdue }) => undecided + overdue > 0).length;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          各村资产<span class="hint">{`闲置、低效、亏损　${fullDayText(page.today)}`}</span>
          <a class="aside" href={page.homeHref}>
            各村
          </a>
        </h1>
        {page.rows.length === 0 ? (
          <EmptyState sentence="还没有村。" />
        ) : (
          <>
            <p>
              <b>{waiting === 0 ? '各村都没有要催的' : `${waiting} 个村要催`}</b>
            </p>
            <DataTable
              caption="各村资产"
              rows={page.rows}
              columns={[
                { head: '村', names: true, cell: ({ village, href }) => <a href={href}>{village}</a> },
                { head: '经营性', numeric: true, cell: ({ assets }) => String(assets) },
                { head: '闲置', numeric: true, cell: ({ idle }) => countText(idle) },
                { head: '效益差', numeric: true, cell: ({ lowYield }) => countText(lowYield) },
                { head: '亏损', numeric: true, cell: ({ loss }) => countText(loss) },
                { head: '办法', cell: (row) => <Standing row={row} /> },
              ]}
            />
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
