import type { Fen } from '../../domain/money/fen';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText, yearMonthText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** What one asset loses in the month. */
export interface MonthLossRow {
  readonly name: string;
  readonly href: string;
  /** 经营用, 管理用, 公益用. */
  readonly use: string;
  /** At the end of the month, with what was improved and written down in it. */
  readonly cost: Fen;
  /** What the month changed of cost and of what was lost, beside its depreciation. */
  readonly costChange: Fen;
  readonly lossChange: Fen;
  readonly before: Fen;
  readonly amount: Fen;
  readonly net: Fen;
  /** The voucher that booked it; absent while it is due. */
  readonly voucherHref?: string | undefined;
}

/** A month's depreciation of every asset. */
export interface DepreciationPageProps {
  readonly frame: OfficeFrameProps;
  readonly month: string;
  readonly form: FormState;
  readonly rows: readonly MonthLossRow[];
  /** Assets that nobody has given terms. */
  readonly without: readonly { readonly name: string; readonly href: string; readonly cost: Fen }[];
  /** Where the month is booked; absent where nothing is due or the person only looks. */
  readonly bookAction?: string | undefined;
  /** The day on which it would be booked. */
  readonly postedOn: string;
  /** The earlier year that the month is of, where it would be booked in a later one. */
  readonly ofEarlierYear?: number | undefined;
  /** The earlier month that comes first. */
  readonly earlier?: { readonly month: string; readonly href: string } | undefined;
  /** The months before and after, where any asset loses something in them. */
  readonly near: readonly { readonly month: string; readonly href: string }[];
}

/** What improved it or was written down in the month, in small; nothing where nothing did. */
function Change({ fen, up, down }: { fen: Fen; up: string; down: string }) {
  if (fen === 0n) return null;
  return (
    <small>
      {`${fen > 0n ? up : down} `}
      <Money fen={fen > 0n ? fen : -fen} />
    </small>
  );
}

const cost = (row: MonthLossRow) => (
  <>
    <Money fen={row.cost} />
    <Change fen={row.costChange} up="本月增" down="本月减" />
  </>
);

const net = (row: MonthLossRow) => (
  <>
    <Money fen={row.net} />
    <Change fen={row.lossChange} up="本月另减值" down="本月另转出已提" />
  </>
);

function Losses({ page }: { page: DepreciationPageProps }) {
  const sum = (of: (row: MonthLossRow) => Fen) => (
    <Money fen={page.rows.reduce((total, row) => total + of(row), 0n)} />
  );
  return (
    <DataTable
      caption={`${yearMonthText(page.month)}折旧表`}
      rows={page.rows}
      columns={[
        { head: '资产', names: true, cell: (row) => <a href={row.href}>{row.name}</a>, total: '合计' },
        {
          head: '本月折旧',
          numeric: true,
          cell: (row) => (
            <b>
              <Money fen={row.amount} />
            </b>
          ),
          total: sum((row) => row.amount),
        },
        { head: '月末净值', numeric: true, cell: net, total: sum((row) => row.net) },
        {
          head: '月初已提',
          numeric: true,
          cell: (row) => <Money fen={row.before} />,
          total: sum((row) => row.before),
        },
        { head: '月末原值', numeric: true, cell: cost, total: sum((row) => row.cost) },
        { head: '用途', cell: (row) => row.use },
        {
          head: '凭证',
          cell: (row) =>
            row.voucherHref === undefined ? '还没记' : <a href={row.voucherHref}>已记，看凭证</a>,
        },
      ]}
    />
  );
}

function Booking({ page }: { page: DepreciationPageProps }) {
  if (page.earlier !== undefined) {
    return (
      <p class="closing">
        要按月份先后提，先提<a href={page.earlier.href}>{yearMonthText(page.earlier.month)}</a>的。
      </p>
    );
  }
  if (page.bookAction === undefined) return null;
  return (
    <PostForm action={page.bookAction} entry>
      <FormButtons submit="这个月一起记账" />
      <p class="small">
        {`记账日期是 ${fullDayText(page.postedOn)}：`}
        会记一张凭证，每项资产借 经营支出（管理用借 管理费用，公益用借 公益支出），贷 累计折旧。不动钱。
      </p>
      {page.ofEarlierYear !== undefined && (
        <p class="small">
          {`这个月已经结账，折旧是 ${page.ofEarlierYear} 年的：同时再记一张，转入以前年度的未分配收益，不减今年的收益。`}
        </p>
      )}
    </PostForm>
  );
}

function Without({ page }: { page: DepreciationPageProps }) {
  if (page.without.length === 0) return null;
  return (
    <section>
      <h2>
        还没定怎么提的<span class="hint">{`${page.without.length} 项`}</span>
      </h2>
      <DataTable
        caption="还没定怎么提的资产"
        rows={page.without}
        columns={[
          { head: '资产', names: true, cell: (row) => row.name },
          { head: '登记的原值', numeric: true, cell: (row) => <Money fen={row.cost} /> },
          { head: '要做什么', cell: (row) => <a href={row.href}>定年限和残值</a> },
        ]}
      />
    </section>
  );
}

/** The month's table, the one press that books it, and the assets nobody has decided about. */
export function DepreciationPage(page: DepreciationPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          资产折旧<span class="hint">{`${yearMonthText(page.month)}　金额单位：元`}</span>
          <span class="aside">
            {page.near.map(({ month, href }) => (
              <a href={href}>{`${yearMonthText(month)}　`}</a>
            ))}
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.rows.length === 0 ? (
          <EmptyState sentence={`${yearMonthText(page.month)}没有要提折旧的资产。`} />
        ) : (
          <Losses page={page} />
        )}
        <Booking page={page} />
        <Without page={page} />
      </div>
    </OfficeFrame>
  );
}
