import type { Fen } from '../../domain/money/fen';
import { Citation, type Clause } from '../../platform/views/citation';
import { listedDay, type ListedSpan, spanText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { Equation, type EquationTerm } from '../../platform/views/equation';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';
import { Waterfall, type WaterfallRow } from '../../platform/views/waterfall';
import { CorrectionRows, type CorrectionsShown, type DecidedShown } from './surplus-decided.pages';
import {
  type FreeToday,
  Further,
  type FurtherHrefs,
  Meaning,
  type ReservedShown,
} from './surplus-meaning.pages';

/** One booked fact the statement counts. */
export interface SurplusEntry {
  readonly voucherNumber: string;
  readonly href: string;
  readonly postedOn: string;
  readonly summary: string;
  /** What a document calls it, and why a line of the document is not followed. */
  readonly called?: string;
  /** In fen; a reversal stands with its sign turned. */
  readonly amount: Fen;
}

/** One line of the statement with the facts behind it. */
export interface SurplusLine {
  /** `in` for fees, rent, other income and the tax owed of it, `subsidy` for the state's, `out` for cost. */
  readonly kind: 'in' | 'subsidy' | 'out';
  /** 电费, 国家补贴, 土地租金 …: a word of the glossary. */
  readonly label: string;
  /** What is not said by the figure: a subsidy not paid yet, with its amount. */
  readonly note?: string | undefined;
  readonly total: Fen;
  readonly entries: readonly SurplusEntry[];
}

/** A part of what was carried over, with the statement, voucher or plan that says more of it. */
export interface CarriedPart {
  readonly label: string;
  readonly href?: string | undefined;
  /** In fen; what was spent or is planned stands below zero. */
  readonly fen: Fen;
}

/** The surplus of one pool between two days. */
export interface SurplusPageProps {
  readonly frame: OfficeFrameProps;
  /** The pool's name. */
  readonly pool: string;
  /** Whether distributions split this pool; earmarked money and the members' own they do not. */
  readonly isSplit: boolean;
  readonly from: string;
  readonly through: string;
  readonly carried: Fen;
  readonly received: Fen;
  readonly deducted: Fen;
  readonly distributable: Fen;
  /** Today: what approved distributions still have to grant, and what is free beside it. */
  readonly free?: FreeToday | undefined;
  /** Tax that was paid and is owed no more today. */
  readonly taxAhead?: Fen;
  /** The day on which the books begin, where the statement ends before it. */
  readonly beforeBooks?: string | undefined;
  /** What of the result stands set aside on the last day, and the page that says more. */
  readonly reserved?: ReservedShown | undefined;
  readonly reservesHref?: string | undefined;
  /** What of the last settled period was put right since; absent where nothing was. */
  readonly corrections?: CorrectionsShown | undefined;
  /** What of the result is decided already; absent where nothing of these days is. */
  readonly decided?: DecidedShown | undefined;
  readonly carriedParts: readonly CarriedPart[];
  readonly lines: readonly SurplusLine[];
  readonly further?: FurtherHrefs | undefined;
  /** The same statement on paper and as a workbook. */
  readonly sheetHref: string;
  readonly workbookHref: string;
  /** Where other days are asked for, and of which pool. */
  readonly span: { readonly action: string; readonly pool: string };
  /** Cost goes off first: the clause that says so. */
  readonly clause?: Clause | undefined;
  /** Where a distribution of this period is drafted; absent while it cannot be. */
  readonly draftHref?: string | undefined;
  /** Other pools and other periods to look at. */
  readonly pools: readonly { readonly label: string; readonly href: string; readonly current?: boolean }[];
  readonly periods: readonly { readonly label: string; readonly href: string; readonly current?: boolean }[];
}

function Tabs({ label, tabs }: { label: string; tabs: SurplusPageProps['periods'] }) {
  if (tabs.length < 2) return null;
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  );
}

/** What is left at the end, by its name: only what may be split is called distributable. */
function resultOf({ isSplit }: SurplusPageProps): string {
  return isSplit ? '可分配收益' : '结余';
}

/** Days that are no half-year; folded away, since the half-years are what a village goes by. */
function Span({ page }: { page: SurplusPageProps }) {
  const isHalfYear = page.periods.some(({ current }) => current === true);
  return (
    <details class="fold" open={!isHalfYear}>
      <summary>别的日期</summary>
      <form method="get" action={page.span.action} class="report-choice">
        <input type="hidden" name="pool" value={page.span.pool} />
        <label>
          <span>从</span>
          <input type="text" name="from" value={page.from} class="in-day" placeholder="2025-01-01" />
        </label>
        <label>
          <span>到</span>
          <input type="text" name="to" value={page.through} class="in-day" placeholder="2025-06-30" />
        </label>
        <button type="submit">查看</button>
      </form>
    </details>
  );
}

function statementTerms(page: SurplusPageProps): EquationTerm[] {
  return [
    { sign: '', label: '上期结转', fen: page.carried },
    { sign: '+', label: '到账', fen: page.received },
    { sign: '−', label: '必要费用', fen: page.deducted },
    { sign: '=', label: resultOf(page), fen: page.distributable },
  ];
}

function EntryRows({ line, span }: { line: SurplusLine; span: ListedSpan }) {
  const taken = line.kind === 'out';
  return (
    <tbody>
      <tr class="group">
        <th scope="rowgroup" colSpan={3}>
          {line.label}
          {line.note !== undefined && <small>{line.note}</small>}
        </th>
        <td class="n">
          <Money fen={taken ? -line.total : line.total} signed />
        </td>
      </tr>
      {line.entries.map((entry) => (
        <tr>
          <td>
            <a href={entry.href}>{entry.voucherNumber}</a>
          </td>
          <td class="narrow">{listedDay(entry.postedOn, span)}</td>
          <td>
            {entry.summary}
            {entry.called !== undefined && <small>{`照文件叫${entry.called}`}</small>}
          </td>
          <td class="n">
            <Money fen={taken ? -entry.amount : entry.amount} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function CarriedRows({ page }: { page: SurplusPageProps }) {
  return (
    <>
      <tr class="group">
        <th scope="row" colSpan={3}>
          上期结转
        </th>
        <td class="n">
          <Money fen={page.carried} />
        </td>
      </tr>
      {page.carriedParts.map((part) => (
        <tr>
          <td colSpan={3}>{part.href === undefined ? part.label : <a href={part.href}>{part.label}</a>}</td>
          <td class="n">
            <Money fen={part.fen} />
          </td>
        </tr>
      ))}
    </>
  );
}

function Entries({ page }: { page: SurplusPageProps }) {
  if (page.lines.length === 0 && page.carriedParts.length === 0)
    return <EmptyState sentence="这段时间没有到账，也没有费用。" />;
  const span = { from: page.from, to: page.through };
  return (
    <ScrollBox label="每一笔">
      <table class="data grouped">
        <caption class="read-aloud">每一笔到账和费用</caption>
        <thead>
          <tr>
            <th scope="col">凭证</th>
            <th scope="col">日期</th>
            <th scope="col">摘要</th>
            <th scope="col" class="n">
              金额
            </th>
          </tr>
        </thead>
        <tbody>
          <CarriedRows page={page} />
        </tbody>
        <CorrectionRows corrections={page.corrections} span={span} />
        {page.lines.map((line) => (
          <EntryRows line={line} span={span} />
        ))}
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {resultOf(page)}
            </th>
            <td class="n">
              <Money fen={page.distributable} />
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}

function waterfallRows(page: SurplusPageProps): WaterfallRow[] {
  return [
    { kind: 'carried', label: '上期结转', fen: page.carried },
    ...page.lines.map(({ kind, label, note = '', total }): WaterfallRow =>
      // Tax that is owed makes what was received less: its bar runs backwards, as that of a cost.
      total < 0n && kind === 'in'
        ? { kind: 'out', label, note, fen: -total }
        : { kind, label, note, fen: total },
    ),
    { kind: 'total', label: resultOf(page), fen: page.distributable },
  ];
}

/** The equation, the picture of it, then every fact with its voucher. */
export function SurplusPage(page: SurplusPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {page.pool}
          <span class="hint">{`${spanText(page.from, page.through)}　金额单位：元`}</span>
          <span class="aside">
            {page.reservesHref !== undefined && <a href={page.reservesHref}>留存</a>}
            <a href={page.workbookHref}>导出 Excel</a>
            <a href={page.sheetHref}>打印（PDF）</a>
            {page.draftHref !== undefined && (
              <a class="button" href={page.draftHref}>
                起草分配方案
              </a>
            )}
          </span>
        </h1>
        <div class="tab-rows">
          <Tabs label="哪笔钱" tabs={page.pools} />
          <Tabs label="期间" tabs={page.periods} />
        </div>
        <Span page={page} />
        <Equation terms={statementTerms(page)} />
        <Meaning page={page} />
        <div class="two-columns">
          <section>
            <h2>怎么来的</h2>
            <Waterfall caption={`从上期结转到${resultOf(page)}`} rows={waterfallRows(page)} />
            <Further further={page.further} />
            {page.clause !== undefined && (
              <div class="small">
                先扣费用，后分配：
                <Citation clause={page.clause} />
              </div>
            )}
          </section>
          <section>
            <h2>每一笔</h2>
            <Entries page={page} />
          </section>
        </div>
      </div>
    </OfficeFrame>
  );
}
