import type { Fen } from '../../domain/money/fen';
import { Citation, type Clause } from '../../platform/views/citation';
import { shortDay, spanText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';
import { Waterfall, type WaterfallRow } from '../../platform/views/waterfall';

/** One booked fact the statement counts. */
export interface SurplusEntry {
  readonly voucherNumber: string;
  readonly href: string;
  readonly postedOn: string;
  readonly summary: string;
  /** In fen; a reversal stands with its sign turned. */
  readonly amount: Fen;
}

/** One line of the statement with the facts behind it. */
export interface SurplusLine {
  /** `in` for energy fees, rent and other income, `subsidy` for the state's, `out` for necessary cost. */
  readonly kind: 'in' | 'subsidy' | 'out';
  /** 电费, 国家补贴, 土地租金 …: a word of the glossary. */
  readonly label: string;
  /** What is not said by the figure: a subsidy not paid yet, with its amount. */
  readonly note?: string | undefined;
  readonly total: Fen;
  readonly entries: readonly SurplusEntry[];
}

/** The surplus of one pool between two days. */
export interface SurplusPageProps {
  readonly frame: OfficeFrameProps;
  /** The pool's name. */
  readonly pool: string;
  readonly from: string;
  readonly through: string;
  readonly carried: Fen;
  readonly received: Fen;
  readonly deducted: Fen;
  readonly distributable: Fen;
  readonly lines: readonly SurplusLine[];
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

function Equation({ page }: { page: SurplusPageProps }) {
  const terms = [
    { sign: '', label: '上期结转', fen: page.carried },
    { sign: '+', label: '到账', fen: page.received },
    { sign: '−', label: '必要费用', fen: page.deducted },
    { sign: '=', label: '可分配收益', fen: page.distributable },
  ];
  return (
    <dl class="equation">
      {terms.map((term) => (
        <div class={term.sign === '=' ? 'result' : undefined}>
          <dt>{term.label}</dt>
          <dd>
            {term.sign !== '' && <span class="sign">{term.sign}</span>}
            <Money fen={term.fen} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EntryRows({ line }: { line: SurplusLine }) {
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
          <td class="narrow">{shortDay(entry.postedOn)}</td>
          <td>{entry.summary}</td>
          <td class="n">
            <Money fen={taken ? -entry.amount : entry.amount} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Entries({ page }: { page: SurplusPageProps }) {
  if (page.lines.length === 0) return <EmptyState sentence="这段时间没有到账，也没有费用。" />;
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
          <tr class="group">
            <th scope="row" colSpan={3}>
              上期结转
            </th>
            <td class="n">
              <Money fen={page.carried} />
            </td>
          </tr>
        </tbody>
        {page.lines.map((line) => (
          <EntryRows line={line} />
        ))}
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              可分配收益
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
    ...page.lines.map((line) => ({
      kind: line.kind,
      label: line.label,
      note: line.note ?? '',
      fen: line.total,
    })),
    { kind: 'total', label: '可分配收益', fen: page.distributable },
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
          {page.draftHref !== undefined && (
            <a class="button aside" href={page.draftHref}>
              起草分配方案
            </a>
          )}
        </h1>
        <div class="tab-rows">
          <Tabs label="哪笔钱" tabs={page.pools} />
          <Tabs label="期间" tabs={page.periods} />
        </div>
        <Equation page={page} />
        <div class="two-columns">
          <section>
            <h2>怎么来的</h2>
            <Waterfall caption="从上期结转到可分配收益" rows={waterfallRows(page)} />
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
