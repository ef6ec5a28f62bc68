import type { Fen } from '../../domain/money/fen';
import { PostForm } from '../../platform/views/csrf-field';
import { monthText, shortDay, spanText, yearMonthText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** One voucher in a list. */
export interface VoucherRow {
  /** `记-0048`. */
  readonly number: string;
  readonly href: string;
  readonly postedOn: string;
  /** The month the fact concerns. */
  readonly aboutPeriod: string;
  readonly summary: string;
  /** Sum of its debits. */
  readonly amount: Fen;
  readonly reversal?: 'reversal' | 'reversed' | undefined;
  /** Whether somebody but its maker has looked it over. */
  readonly reviewed: boolean;
}

/** Another month or page of the list. */
export interface MonthTurn {
  /** `2025-06`. */
  readonly month: string;
  readonly href: string;
}

/** The vouchers of a span of days. */
export interface VoucherListPageProps {
  readonly frame: OfficeFrameProps;
  readonly from: string;
  readonly through: string;
  readonly vouchers: readonly VoucherRow[];
  /** How many there are in all, and the sum of their debits. */
  readonly count: number;
  readonly total: Fen;
  /** The month before and the month after, where the books have them. */
  readonly older?: MonthTurn | undefined;
  readonly newer?: MonthTurn | undefined;
  /** Pages of the list where it is longer than one. */
  readonly pages?: readonly { readonly page: number; readonly href: string; readonly current: boolean }[];
  /** What the list is narrowed by, as typed. */
  readonly filter: {
    readonly action: string;
    readonly from: string;
    readonly to: string;
    readonly account: string;
    readonly text: string;
    readonly unsigned: boolean;
  };
  readonly form?: FormState | undefined;
  /** Other pages of vouchers, by their words. */
  readonly links?: readonly { readonly label: string; readonly href: string }[] | undefined;
  /** Reviews every voucher of the month; absent where the person may not or nothing is left. */
  readonly reviewing?:
    { readonly action: string; readonly month: string; readonly count: number } | undefined;
  /** The vouchers of these months as one PDF. */
  readonly printHref?: string | undefined;
}

const REVERSAL_WORDS = { reversal: '冲销', reversed: '已冲销' };

function Turning({ older, newer }: Pick<VoucherListPageProps, 'older' | 'newer'>) {
  if (older === undefined && newer === undefined) return null;
  return (
    <nav class="small tab-rows" aria-label="换月份">
      {older !== undefined && <a href={older.href}>{`← 看${monthText(older.month)}`}</a>}
      {newer !== undefined && <a href={newer.href}>{`看${monthText(newer.month)} →`}</a>}
    </nav>
  );
}

function Pages({ pages = [] }: Pick<VoucherListPageProps, 'pages'>) {
  if (pages.length < 2) return null;
  return (
    <nav class="small tab-rows" aria-label="换页">
      {pages.map(({ page, href, current }) => (
        <a href={href} aria-current={current ? 'page' : undefined}>
          {`第${page}页`}
        </a>
      ))}
    </nav>
  );
}

function Filter({ filter }: Pick<VoucherListPageProps, 'filter'>) {
  return (
    <form method="get" action={filter.action} class="filter">
      <label>
        从 <input type="text" class="in-month" name="from" value={filter.from} />
      </label>
      <label>
        到 <input type="text" class="in-month" name="to" value={filter.to} />
      </label>
      <label>
        科目 <input type="text" class="in-month" name="account" value={filter.account} placeholder="如 102" />
      </label>
      <label>
        摘要、号数或金额 <input type="text" name="text" value={filter.text} />
      </label>
      <label class="tick">
        <input type="checkbox" name="unsigned" value="1" checked={filter.unsigned} /> 只看没复核的
      </label>
      <button type="submit">找</button>
    </form>
  );
}

function marksOf(row: VoucherRow): string {
  const words = [
    row.reversal === undefined ? '' : REVERSAL_WORDS[row.reversal],
    row.reviewed ? '' : '没复核',
  ];
  return words.filter((word) => word !== '').join('　');
}

function ReviewMonth({ reviewing }: { reviewing: NonNullable<VoucherListPageProps['reviewing']> }) {
  return (
    <PostForm action={reviewing.action} class="buttons">
      <input type="hidden" name="month" value={reviewing.month} />
      <button type="submit">{`复核${yearMonthText(reviewing.month)}全部凭证`}</button>
      <span class="hint">{`${reviewing.count} 张没复核；自己填的、记的要由别人复核`}</span>
    </PostForm>
  );
}

function Vouchers({ page }: { page: VoucherListPageProps }) {
  if (page.vouchers.length === 0) return <EmptyState sentence="这段时间没有这样的凭证。" />;
  return (
    <DataTable
      caption="记账凭证"
      rows={page.vouchers}
      columns={[
        {
          head: '凭证',
          names: true,
          cell: (row) => <a href={row.href}>{row.number}</a>,
          total: '合计',
        },
        { head: '日期', narrow: true, cell: (row) => shortDay(row.postedOn), total: '' },
        {
          head: '摘要',
          cell: (row) => (
            <>
              {row.summary}
              {!row.postedOn.startsWith(row.aboutPeriod) && (
                <small>{`所属${yearMonthText(row.aboutPeriod)}`}</small>
              )}
            </>
          ),
          total: `${page.count} 张`,
        },
        { head: '状态', narrow: true, cell: (row) => <span class="word">{marksOf(row)}</span>, total: '' },
        {
          head: '借方合计',
          numeric: true,
          cell: (row) => <Money fen={row.amount} />,
          total: <Money fen={page.total} />,
        },
      ]}
    />
  );
}

/** The vouchers by number, the latest first; fifty on a page, the total of all. */
export function VoucherListPage(page: VoucherListPageProps) {
  const { links = [] } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          记账凭证
          <span class="hint">{`${spanText(page.from, page.through)}　${page.count} 张　金额单位：元`}</span>
        </h1>
        {links.length > 0 && (
          <nav class="small tab-rows" aria-label="凭证">
            {links.map(({ label, href }) => (
              <a href={href}>{label}</a>
            ))}
            {page.printHref !== undefined && page.count > 0 && <a href={page.printHref}>打印这些凭证</a>}
          </nav>
        )}
        {page.form !== undefined && <ErrorSummary form={page.form} />}
        <Filter filter={page.filter} />
        <Vouchers page={page} />
        <Pages pages={page.pages ?? []} />
        {page.reviewing !== undefined && <ReviewMonth reviewing={page.reviewing} />}
        <Turning older={page.older} newer={page.newer} />
      </div>
    </OfficeFrame>
  );
}
