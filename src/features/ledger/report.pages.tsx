import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, fieldId, type FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { SheetPage, type SheetPageProps } from '../../platform/views/sheet-page';
import { SheetTableView } from '../../platform/views/sheet-table';

/** A span to choose with one press. */
export interface PeriodChoice {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** What a book or report is drawn by, as its form asks for it. */
export interface ReportChoiceProps {
  /** Where the choice is sent, as a query. */
  readonly action: string;
  /** A statement at the end of a day has no first one. */
  readonly isAsOfDay: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly accounts?: readonly Option[] | undefined;
  /** Whether an account must be named, or all may be shown. */
  readonly mustNameAccount?: boolean;
  /** The one other party and the one asset a ledger may be drawn of; none where its account names none. */
  readonly parties?: readonly Option[];
  readonly assets?: readonly Option[];
}

/** A book or report with what it is drawn by. */
export interface ReportPageProps extends SheetPageProps, ReportChoiceProps {
  readonly periods: readonly PeriodChoice[];
  /** The orders in which its rows may be read; none where there is one. */
  readonly orders: readonly PeriodChoice[];
  /** Which page of a long ledger, and the ones beside it. */
  readonly pages?: { readonly page: number; readonly of: number };
  readonly older?: string;
  readonly newer?: string;
}

/** A report that cannot be drawn as it was asked for. */
export interface RefusedReportProps extends ReportChoiceProps {
  readonly frame: OfficeFrameProps;
  readonly title: string;
  readonly form: FormState;
  /** The same report by 记账日期, where that is what can be drawn. */
  readonly byDayHref?: string | undefined;
}

const TIMES: readonly Option[] = [
  { value: 'postedOn', label: '记账日期' },
  { value: 'aboutPeriod', label: '所属月份' },
];
const POOLS: readonly Option[] = [
  { value: '', label: '全部' },
  { value: 'pv', label: '光伏收益' },
  { value: 'other', label: '其他经营性资产收益' },
  { value: 'members', label: '集体自有资金' },
  { value: 'earmarked', label: '专项资金' },
];

function Box({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label>
      <span>{label}</span>
      <input
        id={fieldId(name)}
        type="text"
        name={name}
        value={value}
        class="in-day"
        placeholder="2025-06-30"
      />
    </label>
  );
}

function List(props: { name: string; label: string; value: string; options: readonly Option[] }) {
  const { name, label, value, options } = props;
  return (
    <label>
      <span>{label}</span>
      <select id={fieldId(name)} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What a book is drawn of: its account, the one other party and the one asset. */
function Of({ page }: { page: ReportChoiceProps }) {
  const { values, accounts, parties = [], assets = [] } = page;
  const lists = [
    { name: 'account', label: '科目', of: accounts ?? [], mustName: page.mustNameAccount === true },
    { name: 'counterparty', label: '对方单位/个人', of: parties, mustName: false },
    { name: 'asset', label: '资产', of: assets, mustName: false },
  ];
  return (
    <>
      {lists
        .filter(({ of }) => of.length > 0)
        .map(({ name, label, of, mustName }) => (
          <List
            name={name}
            label={label}
            value={values[name] ?? ''}
            options={mustName ? of : [{ value: '', label: '全部' }, ...of]}
          />
        ))}
    </>
  );
}

function Choice({ page }: { page: ReportChoiceProps }) {
  const { values } = page;
  return (
    <form method="get" action={page.action} class="report-choice">
      {!page.isAsOfDay && <Box name="from" label="从" value={values['from'] ?? ''} />}
      <Box name="to" label={page.isAsOfDay ? '截至' : '到'} value={values['to'] ?? ''} />
      <Of page={page} />
      <List name="pool" label="资金" value={values['pool'] ?? ''} options={POOLS} />
      <List name="by" label="统计口径" value={values['by'] ?? ''} options={TIMES} />
      {(values['sort'] ?? '') !== '' && <input type="hidden" name="sort" value={values['sort']} />}
      <Box name="known" label="只算到哪天为止入账的" value={values['known'] ?? ''} />
      <button type="submit">查看</button>
    </form>
  );
}

function Turning({ page }: { page: ReportPageProps }) {
  if (page.pages === undefined) return null;
  return (
    <nav class="small tab-rows" aria-label="换页">
      {page.older !== undefined && <a href={page.older}>← 上一页</a>}
      <span>{`第 ${page.pages.page} 页，共 ${page.pages.of} 页`}</span>
      {page.newer !== undefined && <a href={page.newer}>下一页 →</a>}
    </nav>
  );
}

/** A book or report: which days, the table, and the same table on paper and as a workbook. */
export function ReportPage(page: ReportPageProps) {
  const { table } = page;
  // A ledger without lines may still bring a balance in.
  const hasLines = table.rows.some(
    ({ kind, cells }) =>
      kind === 'line' || kind === 'heading' || cells.some((cell) => typeof cell === 'bigint' && cell !== 0n),
  );
  return (
    <SheetPage page={page}>
      <Choice page={page} />
      <nav class="small tab-rows" aria-label="常用时间">
        {page.periods.map((period) => (
          <a href={period.href} aria-current={period.current ? 'page' : undefined}>
            {period.label}
          </a>
        ))}
      </nav>
      {page.orders.length > 0 && hasLines && (
        <nav class="small tab-rows" aria-label="排序">
          {page.orders.map((order) => (
            <a href={order.href} aria-current={order.current ? 'page' : undefined}>
              {order.label}
            </a>
          ))}
        </nav>
      )}
      <p class="hint">{table.remarks.join('　')}</p>
      {hasLines ? <SheetTableView table={table} /> : <EmptyState sentence="这段时间账上没有记录。" />}
      <Turning page={page} />
    </SheetPage>
  );
}

/** The form again, with what is wrong in it; no table, which would be of other days than were asked for. */
export function RefusedReportPage(page: RefusedReportProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide report">
        <h1>{page.title}</h1>
        <ErrorSummary form={page.form} />
        {page.byDayHref !== undefined && (
          <p>
            <a href={page.byDayHref}>按记账日期看这张表</a>
          </p>
        )}
        <Choice page={page} />
      </div>
    </OfficeFrame>
  );
}
