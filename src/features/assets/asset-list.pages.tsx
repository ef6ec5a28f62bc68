import type { StationCapacity } from '../../domain/assets/own-capacity';
import type { Fen } from '../../domain/money/fen';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { StandingLines } from './asset-standing.pages';
import type { AssetStandings } from './asset-standings.service';
import { RegisterDay } from './register-day.pages';

/** One asset in the list. Words come from the glossary, texts from the books. */
export interface AssetRow {
  readonly name: string;
  readonly href: string;
  /** 村级电站, 联村电站, 加工车间 … */
  readonly kind: string;
  /** 经营性, 公益性 or 到户类. */
  readonly assetClass: string;
  /** The day it was acquired. */
  readonly acquiredOn: string;
  /** Of the whole station, and what of it is the village's; absent for what has none. */
  readonly capacity?: StationCapacity | undefined;
  readonly titleHolder: string;
  /** Cost in fen: the village's own part for a joint asset; undefined where the owner's register has it. */
  readonly cost: Fen | undefined;
  /** The cost by the keeper's share table of the day; of stations that others keep. */
  readonly byTable?: Fen | undefined;
  /** The day it left, how, and whether by a disposal with its voucher; undefined while it stands. */
  readonly left?: { readonly on: string; readonly how: string; readonly disposed: boolean } | undefined;
  /** What flags and colours say of it. */
  readonly standing?: AssetStandings | undefined;
}

/** What stands in the village's register. */
export interface AssetListPageProps {
  readonly frame: OfficeFrameProps;
  /** The day of the register. */
  readonly on: string;
  /** What is to be said of the day that was asked for. */
  readonly said?: string | undefined;
  readonly assets: readonly AssetRow[];
  /** Where an asset is entered; absent for who may only read. */
  readonly newHref?: string | undefined;
  /** Where a county's register comes in; absent for who may only read. */
  readonly importHref?: string | undefined;
  /** The register as a file in the county's form. */
  readonly registerHref: string;
  /** The same with what had left. */
  readonly withLeftHref: string;
  readonly tablesHref: string;
  /** The public cards, to open and to print. */
  readonly cardsHref: string;
  readonly stocktakingsHref: string;
  /** Which stand idle, bring too little or lose money. */
  readonly watchHref: string;
  /** What officers hand over when they change. */
  readonly handoversHref: string;
  /** Six indicators and three colours of each. */
  readonly coloursHref: string;
  /** What the document in force says of each. */
  readonly mattersHref: string;
  /** Where the assets that earn are sorted. */
  readonly reviewsHref: string;
  /** Where the slips of stations kept for others are; absent where there are none. */
  readonly keptHref?: string | undefined;
}

/** What else there is of the register. */
function RegisterLinks(page: AssetListPageProps) {
  const {
    assets,
    tablesHref,
    registerHref,
    withLeftHref,
    cardsHref,
    reviewsHref,
    stocktakingsHref,
    mattersHref,
    watchHref,
    importHref,
    keptHref,
  } = page;
  return (
    <nav class="tabs" aria-label="台账">
      {keptHref !== undefined && <a href={keptHref}>代管电站的结算单</a>}
      <a href={tablesHref}>汇总表</a>
      <a href={mattersHref}>对照文件</a>
      <a href={watchHref}>闲置、低效、亏损</a>
      <a href={page.coloursHref}>三色监测</a>
      <a href={reviewsHref}>资产分类</a>
      <a href={cardsHref}>资产名片</a>
      <a href={stocktakingsHref}>盘点</a>
      <a href={page.handoversHref}>移交</a>
      <a href={registerHref}>下载台账（.xlsx）</a>
      {assets.some(({ left }) => left !== undefined) && <a href={withLeftHref}>连已离开的一起下载</a>}
      {importHref !== undefined && <a href={importHref}>导入县里的台账</a>}
    </nav>
  );
}

/** All assets with their cost and its total. */
export function AssetListPage(page: AssetListPageProps) {
  const { frame, assets, newHref, on } = page;
  const standing = assets.filter((row) => row.left === undefined);
  const left = assets.filter((row) => row.left !== undefined);
  return (
    <OfficeFrame frame={frame}>
      <div class="alone wide">
        <h1>
          资产<span class="hint">{`${standing.length} 处　金额单位：元`}</span>
          {newHref !== undefined && (
            <a class="button aside" href={newHref}>
              登记资产
            </a>
          )}
        </h1>
        <RegisterLinks {...page} />
        <RegisterDay on={on} said={page.said} />
        {assets.length === 0 && page.said === undefined ? (
          <EmptyState
            sentence="还没有登记资产。"
            action={newHref === undefined ? undefined : { href: newHref, label: '从第一处开始登记。' }}
          />
        ) : (
          <Standing rows={standing} />
        )}
        {left.length > 0 && <Left rows={left} />}
      </div>
    </OfficeFrame>
  );
}

function Cost({ row }: { row: AssetRow }) {
  if (row.cost === undefined) return <>不在本村</>;
  return (
    <>
      <Money fen={row.cost} />
      {row.byTable !== undefined && row.byTable !== row.cost && (
        <small>
          按份额表 <Money fen={row.byTable} />
        </small>
      )}
    </>
  );
}

/** `全站1600千瓦的6.25%，合100千瓦` of a joint station. */
function capacityText({ capacity }: AssetRow): string {
  if (capacity === undefined) return '';
  const { capacityKw, own } = capacity;
  return own === undefined
    ? `${capacityKw}千瓦`
    : `全站${capacityKw}千瓦的${own.sharePercent}%，合${own.kw}千瓦`;
}

/** What belongs together stands together, so that a telephone has room for all of it. */
function Name({ row }: { row: AssetRow }) {
  return (
    <>
      <a href={row.href}>{row.name}</a>
      <small>{row.titleHolder}</small>
      <StandingLines standing={row.standing} />
    </>
  );
}

function Kind({ row }: { row: AssetRow }) {
  return (
    <>
      {row.kind}
      <small>{`${row.assetClass}　${row.acquiredOn}`}</small>
      {row.capacity !== undefined && <small>{capacityText(row)}</small>}
    </>
  );
}

function Standing({ rows }: { rows: readonly AssetRow[] }) {
  return (
    <DataTable
      caption="资产"
      rows={rows}
      columns={[
        { head: '名称和产权', names: true, cell: (row) => <Name row={row} />, total: '合计' },
        { head: '种类、取得、容量', cell: (row) => <Kind row={row} /> },
        {
          head: '原值',
          numeric: true,
          cell: (row) => <Cost row={row} />,
          total: <Money fen={rows.reduce((sum, row) => sum + (row.cost ?? 0n), 0n)} />,
        },
      ]}
    />
  );
}

/** What had left by the day: no longer in the sums. */
function Left({ rows }: { rows: readonly AssetRow[] }) {
  return (
    <section>
      <h2>
        已离开台账<span class="hint">{`${rows.length} 处　不在合计里`}</span>
      </h2>
      <DataTable
        caption="已离开台账的资产"
        rows={rows}
        columns={[
          { head: '名称', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
          { head: '怎么离开', narrow: true, cell: (row) => row.left?.how },
          { head: '哪一天', narrow: true, cell: (row) => row.left?.on },
          { head: '原值', numeric: true, cell: (row) => <Cost row={row} /> },
          { head: '种类', cell: (row) => row.kind },
        ]}
      />
    </section>
  );
}
