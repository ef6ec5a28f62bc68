import type { Pool } from '../../domain/ledger/journal-entry';
import type { ClosingState, ClosingStep } from '../../domain/months/year-end';
import { type Fen, yuanText } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, FieldErrors, fieldId, type FormState } from '../../platform/views/error-summary';
import { Control, Field } from '../../platform/views/field';
import { Money, SideMoney } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateGlyph } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** One step of a year end, with the voucher it would book or the one it booked. */
export interface ClosingStepView {
  readonly number: number;
  readonly step: ClosingStep;
  readonly label: string;
  readonly state: ClosingState;
  readonly booked?:
    | { readonly href: string; readonly number: string; readonly amount: Fen; readonly note: string }
    | undefined;
  readonly lines: readonly {
    readonly account: string;
    readonly pool: string;
    readonly debit: Fen;
    readonly credit: Fen;
  }[];
  readonly total: Fen;
}

/** The end of a fiscal year. */
export interface YearEndPageProps {
  readonly frame: OfficeFrameProps;
  readonly year: number;
  readonly years: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  /** Field names: explanation, `reserves[<pool>]`, paper. */
  readonly form: FormState;
  /** Everything that keeps the year from being closed, each with the place where it is mended. */
  readonly problems: readonly (Problem & { readonly href?: string | undefined })[];
  /** Months of the year that have not begun and in which something falls due, the holding at least. */
  readonly monthsToCome: readonly string[];
  /** Assets nobody said of what they lose: the surplus is too great by it, and it may be closed so. */
  readonly withoutTerms: readonly { readonly name: string; readonly net: Fen; readonly href: string }[];
  readonly steps: readonly ClosingStepView[];
  readonly reserves: readonly {
    readonly pool: Pool;
    readonly label: string;
    readonly yearSurplus: Fen;
    readonly distributable: Fen;
    readonly base: Fen;
  }[];
  readonly isClosed: boolean;
  readonly isDecemberHeld: boolean;
  readonly mayClose: boolean;
  readonly correctionHref?: string | undefined;
  readonly closeAction: string;
  readonly reserveAction: string;
}

const STATE_WORDS: Readonly<Record<ClosingState, string>> = {
  booked: '已入账',
  ready: '可以记',
  waits: '等前一步',
  open: '由成员大会决定',
  nothing: '没有余额，不用记',
};

function Missing({ page }: { page: YearEndPageProps }) {
  const { monthsToCome: toCome } = page;
  const count = page.problems.length + (toCome.length > 0 ? 1 : 0);
  if (count === 0 || page.isClosed || page.form.problems.length > 0) return null;
  return (
    <section>
      <h2>{`还差 ${count} 件事，办完才能结转`}</h2>
      <ul class="blockers">
        {page.problems.map((problem) => (
          <li>
            <StateGlyph state="attention" named />
            <p>
              {page.form.sentence(problem)}
              {problem.href !== undefined && <a href={problem.href}>去处理</a>}
            </p>
          </li>
        ))}
        {toCome.length > 0 && (
          <li>
            <StateGlyph state="locked" named />
            <p>{`${toComeText(toCome)}还没到。到时候该登记、该付、该结账的，那个月的页上会列出来。`}</p>
          </li>
        )}
      </ul>
    </section>
  );
}

function WithoutTerms({ page }: { page: YearEndPageProps }) {
  if (page.withoutTerms.length === 0 || page.isClosed) return null;
  return (
    <section>
      <h2>没提折旧的资产</h2>
      <ul class="blockers">
        {page.withoutTerms.map(({ name, net, href }) => (
          <li>
            <StateGlyph state="attention" named />
            <p>
              {`“${name}”账上还有 ${yuanText(net)} 元，折旧年限没登记，本年收益多算了它该提的折旧。`}
              <a href={href}>去登记</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function toComeText(months: readonly string[]): string {
  const named = [months[0], months.at(-1)].map((month = '') => `${String(Number(month.slice(5)))}月`);
  return months.length === 1 ? (named[0] ?? '') : named.join('到');
}

function Preview({ step }: { step: ClosingStepView }) {
  if (step.lines.length === 0) return null;
  return (
    <DataTable
      caption={`${step.label}的凭证`}
      rows={step.lines}
      class="year-voucher"
      columns={[
        { head: '科目', names: true, cell: (line) => line.account, total: '合计' },
        { head: '资金类别', cell: (line) => line.pool },
        {
          head: '借方金额',
          numeric: true,
          cell: (line) => <SideMoney fen={line.debit} />,
          total: <Money fen={step.total} />,
        },
        {
          head: '贷方金额',
          numeric: true,
          cell: (line) => <SideMoney fen={line.credit} />,
          total: <Money fen={step.total} />,
        },
      ]}
    />
  );
}

/** Whether something is missing that no word of explanation mends. */
function isKept(page: YearEndPageProps): boolean {
  return page.monthsToCome.length > 0 || page.problems.some(({ code }) => code !== 'yearEnd.unexplained');
}

function CloseForm({ page, step }: { page: YearEndPageProps; step: ClosingStepView }) {
  if (!page.mayClose || step.state !== 'ready' || step.step === 'reserve' || isKept(page)) return null;
  const asksWhy = page.problems.some(({ code }) => code === 'yearEnd.unexplained');
  const typed = page.form.values['explanation'] ?? '';
  return (
    <PostForm action={page.closeAction}>
      <input type="hidden" name="year" value={String(page.year)} />
      <input type="hidden" name="step" value={step.step} />
      {(asksWhy || typed !== '') && (
        <Field
          form={page.form}
          name="explanation"
          label={fieldLabel('explanation')}
          kind="area"
          hint="写明还没办完的是什么，打算哪天办完"
        />
      )}
      <div class="buttons">
        <button type="submit" class="primary">
          照这样入账
        </button>
      </div>
    </PostForm>
  );
}

function ReserveRows({ page }: { page: YearEndPageProps }) {
  return (
    <DataTable
      caption="可以提取多少"
      rows={page.reserves}
      columns={[
        { head: '资金类别', names: true, cell: (row) => row.label },
        // Beside its name, so that it is in sight in a hand, too.
        {
          head: '提取（比例或金额）',
          numeric: true,
          cell: (row) => (
            <>
              <label class="read-aloud" for={fieldId(`reserves[${row.pool}]`)}>
                {`${row.label}提取`}
              </label>
              <Control form={page.form} name={`reserves[${row.pool}]`} kind="number" />
              <FieldErrors form={page.form} name={`reserves[${row.pool}]`} />
            </>
          ),
        },
        { head: '本年收益', numeric: true, cell: (row) => <Money fen={row.yearSurplus} /> },
        { head: '弥补亏损后可分配', numeric: true, cell: (row) => <Money fen={row.distributable} /> },
        { head: '比例按此计算', numeric: true, cell: (row) => <Money fen={row.base} /> },
      ]}
    />
  );
}

function ReserveForm({ page, step }: { page: YearEndPageProps; step: ClosingStepView }) {
  const asks = step.step === 'reserve' && (step.state === 'open' || step.lines.length > 0);
  if (!asks || page.reserves.length === 0) return null;
  if (!page.mayClose) return null;
  return (
    <PostForm action={page.reserveAction} class="reserve-form">
      <input type="hidden" name="year" value={String(page.year)} />
      <ReserveRows page={page} />
      <p class="small">写 5% 或 475.00。比例算到分，四舍五入；不提的空着。结转未分配收益以后就不能再提。</p>
      <Field form={page.form} name="paper" label={fieldLabel('paper')} hint="哪次会议、哪一天、第几号" />
      <div class="buttons">
        <button type="submit" name="preview" value="yes">
          先看凭证
        </button>
        <button type="submit" class={isKept(page) ? 'waiting' : 'primary'} disabled={isKept(page)}>
          照决议入账
        </button>
        {isKept(page) && <span class="hint">上面的事办完才能记。</span>}
      </div>
    </PostForm>
  );
}

function Step({ page, step }: { page: YearEndPageProps; step: ClosingStepView }) {
  return (
    <section class={`year-step is-${step.state}`} id={`step-${step.step}`}>
      <h2>
        {`${step.number}　${step.label}`}
        <span class="hint">
          {step.state === 'ready' && isKept(page) ? '上面的事办完才能记' : STATE_WORDS[step.state]}
        </span>
      </h2>
      {step.booked !== undefined && (
        <p>
          凭证 <a href={step.booked.href}>{step.booked.number}</a>，<Money fen={step.booked.amount} /> 元。
          {step.booked.note !== '' && `（${step.booked.note}）`}
        </p>
      )}
      <Preview step={step} />
      <CloseForm page={page} step={step} />
      <ReserveForm page={page} step={step} />
    </section>
  );
}

/** What is missing first, then the steps in their order, each with its voucher before it is booked. */
export function YearEndPage(page: YearEndPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide year-end">
        <h1>
          {`${page.year}年年终结转`}
          <span class="hint">{`凭证都记在${page.year}年12月31日　金额单位：元`}</span>
        </h1>
        {page.years.length > 1 && (
          <nav class="small tab-rows" aria-label="年度">
            {page.years.map((year) =>
              year.current ? (
                <b aria-current="page">{`${year.label}年`}</b>
              ) : (
                <a href={year.href}>{`${year.label}年`}</a>
              ),
            )}
          </nav>
        )}
        {page.isClosed && (
          <p class="verdict">
            收入、支出和本年收益都已结转完。
            {page.isDecemberHeld ? '12月也已结账，这一年的账结完了。' : '12月结账以后，这一年的账才算结完。'}
          </p>
        )}
        <ErrorSummary form={page.form} />
        <Missing page={page} />
        <WithoutTerms page={page} />
        {page.steps.map((step) => (
          <Step page={page} step={step} />
        ))}
        {page.correctionHref !== undefined && (
          <p class="small">
            结转以后才发现那一年的收支有错：<a href={page.correctionHref}>更正以前年度</a>。
          </p>
        )}
      </div>
    </OfficeFrame>
  );
}
