import type { TabCell } from '../../domain/assets/cross-tabs';
import type { Fen } from '../../domain/money/fen';
import { CheckGlyph } from '../../platform/views/check-result';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { RegisterDay } from './register-day.pages';

/** A line of a table: what it is about, how many, how much. */
export interface NamedCell extends TabCell {
  readonly name: string;
}

/** A figure that stands in two tables and differs. */
export interface ToldDifference {
  /** Which tables, and which line of them. */
  readonly where: string;
  readonly one: TabCell;
  readonly other: TabCell;
  readonly difference: Fen;
}

/** The registers of a village, or of all villages below an office, added up three ways. */
export interface CrossTabsPageProps {
  readonly frame: OfficeFrameProps;
  readonly place: string;
  /** The day of the registers. */
  readonly on: string;
  /** What is to be said of the day that was asked for. */
  readonly said?: string | undefined;
  readonly byClass: readonly NamedCell[];
  readonly byTitle: readonly (NamedCell & { readonly kind: string })[];
  readonly years: readonly string[];
  /** Each fund level with its sum in each of the years, and in all. */
  readonly funds: readonly { readonly name: string; readonly sums: readonly Fen[]; readonly sum: Fen }[];
  readonly yearSums: readonly Fen[];
  /** The villages below an office; absent for a village. */
  readonly villages?: readonly (NamedCell & {
    readonly href?: string;
    readonly classes: readonly TabCell[];
  })[];
  readonly classNames: readonly string[];
  readonly total: TabCell;
  /** Where the tables do not agree. */
  readonly differences: readonly ToldDifference[];
  /** What was published, typed to be held against the register. */
  readonly form: FormState;
  /** What it differs in; absent while nothing was typed. */
  readonly published?: readonly ToldDifference[];
}

/** Sums first, then the tables, and whether they agree. */
export function CrossTabsPage(page: CrossTabsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          资产汇总<span class="hint">{`${page.place}　${page.total.count} 处　金额单位：元`}</span>
        </h1>
        <RegisterDay on={page.on} said={page.said} />
        {page.total.count === 0 ? (
          page.said === undefined && <EmptyState sentence="还没有登记资产。" />
        ) : (
          <>
            <Agreement differences={page.differences} sound="按类别、按产权、按资金来源汇总，合计都一样。" />
            <ByClass page={page} />
            <ByTitle page={page} />
            <ByFund page={page} />
            <Villages page={page} />
          </>
        )}
        <Published page={page} />
      </div>
    </OfficeFrame>
  );
}

function Agreement({ differences, sound }: { differences: readonly ToldDifference[]; sound: string }) {
  if (differences.length === 0)
    return (
      <p>
        <CheckGlyph outcome="passed" />
        {` ${sound}`}
      </p>
    );
  return (
    <>
      <p>
        <CheckGlyph outcome="blocked" />
        {` 有 ${differences.length} 处对不上：`}
      </p>
      <DataTable
        caption="对不上的"
        rows={differences}
        columns={[
          { head: '哪一处', names: true, cell: (row) => row.where },
          { head: '相差', numeric: true, cell: (row) => <Money fen={row.difference} signed /> },
          { head: '前者项数', numeric: true, cell: (row) => String(row.one.count) },
          { head: '前者金额', numeric: true, cell: (row) => <Money fen={row.one.sum} /> },
          { head: '后者项数', numeric: true, cell: (row) => String(row.other.count) },
          { head: '后者金额', numeric: true, cell: (row) => <Money fen={row.other.sum} /> },
        ]}
      />
    </>
  );
}

function ByClass({ page }: { page: CrossTabsPageProps }) {
  return (
    <section>
      <h2>按类别</h2>
      <DataTable
        caption="按类别"
        rows={page.byClass}
        columns={[
          { head: '资产类别', names: true, cell: (row) => row.name, total: '合计' },
          { head: '项数', numeric: true, cell: (row) => String(row.count), total: String(page.total.count) },
          {
            head: '原值',
            numeric: true,
            cell: (row) => <Money fen={row.sum} />,
            total: <Money fen={page.total.sum} />,
          },
        ]}
      />
    </section>
  );
}

function ByTitle({ page }: { page: CrossTabsPageProps }) {
  return (
    <section>
      <h2>
        按产权和种类<span class="hint">产权归乡镇、县的，原值在产权单位的台账上</span>
      </h2>
      <DataTable
        caption="按产权和种类"
        rows={page.byTitle}
        columns={[
          { head: '产权归属', names: true, cell: (row) => row.name, total: '合计' },
          { head: '种类', cell: (row) => row.kind },
          { head: '项数', numeric: true, cell: (row) => String(row.count), total: String(page.total.count) },
          {
            head: '原值',
            numeric: true,
            cell: (row) => <Money fen={row.sum} />,
            total: <Money fen={page.total.sum} />,
          },
        ]}
      />
    </section>
  );
}

function ByFund({ page }: { page: CrossTabsPageProps }) {
  return (
    <section>
      <h2>按资金来源和年度</h2>
      <DataTable
        caption="按资金来源和年度"
        class="stacked"
        rows={page.funds}
        columns={[
          { head: '资金来源', names: true, cell: (row) => row.name, total: '合计' },
          {
            head: '各年合计',
            numeric: true,
            cell: (row) => <Money fen={row.sum} />,
            total: <Money fen={page.funds.reduce((sum, row) => sum + row.sum, 0n)} />,
          },
          ...page.years.map((year, place) => ({
            head: `${year}年`,
            numeric: true,
            cell: (row: CrossTabsPageProps['funds'][number]) => <Money fen={row.sums[place] ?? 0n} />,
            total: <Money fen={page.yearSums[place] ?? 0n} />,
          })),
        ]}
      />
    </section>
  );
}

function Villages({ page }: { page: CrossTabsPageProps }) {
  if (page.villages === undefined) return null;
  return (
    <section>
      <h2>按村</h2>
      <DataTable
        caption="按村"
        rows={page.villages}
        columns={[
          {
            head: '村',
            names: true,
            cell: (row) => (row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>),
            total: '合计',
          },
          { head: '项数', numeric: true, cell: (row) => String(row.count), total: String(page.total.count) },
          {
            head: '原值',
            numeric: true,
            cell: (row) => <Money fen={row.sum} />,
            total: <Money fen={page.total.sum} />,
          },
          ...page.classNames.map((name, place) => ({
            head: name,
            numeric: true,
            cell: (row: NonNullable<CrossTabsPageProps['villages']>[number]) => (
              <Money fen={row.classes[place]?.sum ?? 0n} />
            ),
            total: <Money fen={page.byClass[place]?.sum ?? 0n} />,
          })),
        ]}
      />
    </section>
  );
}

/** A published table held against the register, without keeping anything of it. */
function Published({ page }: { page: CrossTabsPageProps }) {
  return (
    <section>
      <h2>和公布的总表对一对</h2>
      <ErrorSummary form={page.form} />
      <form method="get">
        <input type="hidden" name="on" value={page.on} />
        <Field
          form={page.form}
          name="published"
          label="公布的数"
          kind="area"
          hint="一行一项：名称、项数、万元，空格隔开，如 公益性 502 26045.5340；可以带合计，按类别和按产权都行"
        />
        <div class="buttons">
          <button type="submit">对一对</button>
        </div>
      </form>
      {page.published !== undefined && <Agreement differences={page.published} sound="和登记的都一样。" />}
    </section>
  );
}
