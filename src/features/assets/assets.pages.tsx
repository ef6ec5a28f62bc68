import type { Fen } from '../../domain/money/fen';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { RegisterDay } from './register-day.pages';
import { PhotoStrip, type PhotoStripProps } from './asset-files.pages';
import { type CorrectionsProps, CorrectionsSection } from './asset-corrections.pages';
import { Shares, type SharesProps } from './asset-shares.pages';
import { type ParticularsProps, ParticularsSection } from './asset-particulars.pages';

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
  /** `300千瓦`; absent for what has no capacity. */
  readonly capacityKw?: string | undefined;
  readonly titleHolder: string;
  /** Cost in fen: the village's own part for a joint asset; undefined where the owner's register has it. */
  readonly cost: Fen | undefined;
  /** The day it left and how; undefined while it stands. */
  readonly left?: { readonly on: string; readonly how: string } | undefined;
}

/** What stands in the village's register. */
export interface AssetListPageProps {
  readonly frame: OfficeFrameProps;
  /** The day of the register. */
  readonly on: string;
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
  /** Where the slips of stations kept for others are; absent where there are none. */
  readonly keptHref?: string | undefined;
}

/** What else there is of the register. */
function RegisterLinks(page: AssetListPageProps) {
  const { assets, cardsHref, tablesHref, registerHref, withLeftHref, importHref, keptHref } = page;
  return (
    <p>
      {keptHref !== undefined && (
        <>
          <a href={keptHref}>代管电站的结算单</a>
          {'\u3000'}
        </>
      )}
      <a href={tablesHref}>汇总表</a>　<a href={cardsHref}>资产名片</a>　
      <a href={registerHref}>下载台账（.xlsx）</a>
      {assets.some(({ left }) => left !== undefined) && (
        <>
          {'\u3000'}
          <a href={withLeftHref}>连已处置的一起下载</a>
        </>
      )}
      {importHref !== undefined && (
        <>
          {'\u3000'}
          <a href={importHref}>导入县里的台账</a>
        </>
      )}
    </p>
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
        <RegisterDay on={on} />
        {assets.length === 0 ? (
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
  return row.cost === undefined ? <>不在本村</> : <Money fen={row.cost} />;
}

function Standing({ rows }: { rows: readonly AssetRow[] }) {
  return (
    <DataTable
      caption="资产"
      rows={rows}
      columns={[
        { head: '名称', names: true, cell: (row) => <a href={row.href}>{row.name}</a>, total: '合计' },
        { head: '种类', cell: (row) => row.kind },
        {
          head: '原值',
          numeric: true,
          cell: (row) => <Cost row={row} />,
          total: <Money fen={rows.reduce((sum, row) => sum + (row.cost ?? 0n), 0n)} />,
        },
        { head: '类别', narrow: true, cell: (row) => row.assetClass },
        { head: '取得', narrow: true, cell: (row) => row.acquiredOn },
        { head: '产权', cell: (row) => row.titleHolder },
        { head: '容量', numeric: true, cell: (row) => (row.capacityKw ? `${row.capacityKw}千瓦` : '') },
      ]}
    />
  );
}

/** What had left by the day: no longer in the sums. */
function Left({ rows }: { rows: readonly AssetRow[] }) {
  return (
    <section>
      <h2>
        已处置<span class="hint">{`${rows.length} 处　不在合计里`}</span>
      </h2>
      <DataTable
        caption="已处置的资产"
        rows={rows}
        columns={[
          { head: '名称', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
          { head: '怎么处置', narrow: true, cell: (row) => row.left?.how },
          { head: '哪一天', narrow: true, cell: (row) => row.left?.on },
          { head: '处置前原值', numeric: true, cell: (row) => <Cost row={row} /> },
          { head: '种类', cell: (row) => row.kind },
        ]}
      />
    </section>
  );
}

/** One asset: what it is, whose money built it, who shares it, what it has earned. */
export interface AssetPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly kind: string;
  /** Further facts as label and text, in reading order: title, operator, capacity, meter, contract. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly cost: Fen;
  /** The day it left and how; undefined while it stands. */
  readonly left?: AssetRow['left'];
  /** How it loses its value and leaves the books; of fixed assets of the village alone. */
  readonly depreciationHref?: string | undefined;
  /** The title lies with an office above: cost and funds stand in its register. */
  readonly titledElsewhere: boolean;
  /** Money that built it, by level and year; adds up to the cost. */
  readonly funds: readonly { readonly level: string; readonly year: number; readonly amount: Fen }[];
  readonly particulars: ParticularsProps;
  readonly photos: PhotoStripProps;
  /** What was entered wrongly and put right. */
  readonly corrections?: CorrectionsProps;
  /** The dated share table of a joint station. */
  readonly shares?: SharesProps | undefined;
}

function Funds({ page }: { page: AssetPageProps }) {
  return (
    <section>
      <h2>
        钱从哪里来<span class="hint">各级加起来等于原值</span>
      </h2>
      <DataTable
        caption="资金来源"
        rows={page.funds}
        columns={[
          { head: '哪一级', names: true, cell: (fund) => fund.level, total: '合计' },
          { head: '年度', cell: (fund) => String(fund.year) },
          {
            head: '金额（元）',
            numeric: true,
            cell: (fund) => <Money fen={fund.amount} />,
            total: <Money fen={page.funds.reduce((sum, fund) => sum + fund.amount, 0n)} />,
          },
        ]}
      />
    </section>
  );
}

/** The facts of an asset, its funds, and for a joint station its share table. */
export function AssetPage(page: AssetPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {page.name}
          <span class="hint">{page.kind}</span>
          {page.depreciationHref !== undefined && (
            <a class="aside" href={page.depreciationHref}>
              折旧和处置
            </a>
          )}
        </h1>
        {page.left !== undefined && (
          <p>
            <b>{`${fullDayText(page.left.on)}已处置（${page.left.how}）`}</b>
            ，从那天起不在台账的合计里。
          </p>
        )}
        <dl class="facts">
          <dt>{page.left === undefined ? '原值' : '处置前原值'}</dt>
          <dd>{page.titledElsewhere ? '记在产权单位的台账上' : <Money fen={page.cost} />}</dd>
          {page.facts.map((fact) => (
            <>
              <dt>{fact.label}</dt>
              <dd>{fact.text}</dd>
            </>
          ))}
        </dl>
        {page.titledElsewhere ? (
          <p class="small">产权不在本村，村里登记的是收益权：没有原值，也没有资金来源。</p>
        ) : (
          <Funds page={page} />
        )}
        <PhotoStrip {...page.photos} />
        <ParticularsSection {...page.particulars} />
        {page.corrections !== undefined && <CorrectionsSection {...page.corrections} />}
        {page.shares !== undefined && <Shares {...page.shares} />}
      </div>
    </OfficeFrame>
  );
}
