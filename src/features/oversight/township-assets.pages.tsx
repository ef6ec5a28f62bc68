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
  /** Numbers nobody has settled, without which a flag is not raised. */
  readonly openNumbers: readonly string[];
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

function Unsettled({ row }: { row: TownshipAssetsRow }) {
  return (
    <>
      <StateGlyph state="undecided" /> {`还没有定：${row.openNumbers.join('；')}`}
    </>
  );
}

function Standing({ row }: { row: TownshipAssetsRow }) {
  if (row.undecided + row.overdue === 0)
    return row.openNumbers.length === 0 ? <>没有要催的</> : <Unsettled row={row} />;
  const told = [
    row.undecided > 0 ? `${row.undecided} 处还没有定办法` : '',
    row.overdue > 0 ? `${row.overdue} 处过了期限` : '',
  ].filter((each) => each !== '');
  return (
    <>
      <StateGlyph state="attention" /> {told.join('，')}
      {row.openNumbers.length > 0 && (
        <div>
          <Unsettled row={row} />
        </div>
      )}
    </>
  );
}

function headline(rows: readonly TownshipAssetsRow[]): string {
  const waiting = rows.filter(({ undecided, overdue }) => undecided + overdue > 0).length;
  const unsettled = rows.filter(({ openNumbers }) => openNumbers.length > 0).length;
  if (waiting + unsettled === 0) return '各村都没有要催的';
  return [
    waiting === 0 ? '' : `${waiting} 个村要催`,
    unsettled === 0 ? '' : `${unsettled} 个村还有数没有定，没有定的不算`,
  ]
    .filter((each) => each !== '')
    .join('，');
}

/** The villages where something is to be done first. */
export function TownshipAssetsPage(page: TownshipAssetsPageProps) {
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
              <b>{headline(page.rows)}</b>
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
