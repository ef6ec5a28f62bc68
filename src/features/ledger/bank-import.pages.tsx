import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText, spanText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option, UploadField } from '../../platform/views/field';
import { type ImportedRow, ImportRows } from '../../platform/views/import-rows';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';

/** A statement's file to choose. */
export interface StatementUploadPageProps {
  readonly frame: OfficeFrameProps;
  readonly account: string;
  readonly action: string;
  readonly form: FormState;
  readonly backHref: string;
  /** The day the statements reach so far. */
  readonly through?: string | undefined;
}

/** Choosing the file; what it says is shown before anything is taken over. */
export function StatementUploadPage(page: StatementUploadPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          导入对账单<span class="hint">{page.account}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <PostForm action={page.action} upload entry>
          <UploadField form={page.form} label="对账单" />
          <FormButtons submit="先看看" cancelHref={page.backHref}>
            <span class="hint">先看再导入，这一步什么都不存进账。</span>
          </FormButtons>
        </PostForm>
        <p class="small">
          {page.through === undefined
            ? '第一份对账单请从最早的导起：它的期初余额是核对的起点。'
            : `已导入到${fullDayText(page.through)}。重叠的天数没关系，同一笔只收一次。`}
        </p>
      </div>
    </OfficeFrame>
  );
}

/**
 * What becomes of a row: it is taken, and waits for nothing where it lies before the books; it is there
 * already, only adds up and is passed over, or has faults.
 */
type RowNote = 'taken' | 'beforeBooks' | 'known' | 'passedOver' | 'wrong';

export type PreviewRow = ImportedRow<RowNote>;

/** A file as it would be taken over. */
export interface StatementPreviewPageProps {
  readonly frame: OfficeFrameProps;
  readonly account: string;
  readonly fileName: string;
  readonly action: string;
  readonly againHref: string;
  readonly form: FormState;
  readonly layouts: readonly Option[];
  /** The layout it was read by, and whether somebody held it against a real statement. */
  readonly layout?: { readonly name: string; readonly confirmed: boolean } | undefined;
  readonly heads: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly PreviewRow[];
  /** Rows left out because nothing is wrong with them and there are too many to show. */
  readonly hidden: number;
  /** Cells of the file that are wrong, or no layout that reads it: nothing typed here mends that. */
  readonly unreadable: boolean;
  readonly totals?:
    | {
        readonly count: number;
        readonly known: number;
        /** Lines of before the books, taken and set aside. */
        readonly beforeBooks: number;
        readonly booksFrom: string;
        readonly incoming: Fen;
        readonly outgoing: Fen;
      }
    | undefined;
  /** Days that no statement covers; told only where everything else agrees. */
  readonly uncovered?: { readonly from: string; readonly through: string } | undefined;
  /** What was imported before, where this file does not go together with it. */
  readonly statementsHref?: string | undefined;
}

const ROW_WORDS = {
  taken: '收',
  beforeBooks: '收，建账前的不用对',
  known: '已有，不再收',
  passedOver: '合计行，不收',
  wrong: '要改',
};

function Totals({ totals }: { totals: NonNullable<StatementPreviewPageProps['totals']> }) {
  return (
    <p class="verdict">
      {`读到 ${totals.count} 笔`}
      {totals.known > 0 && `，其中 ${totals.known} 笔已经有了，不再收`}
      {'；收入 '}
      <Money fen={totals.incoming} />
      {'，支出 '}
      <Money fen={totals.outgoing} />。
      {totals.beforeBooks > 0 &&
        `${fullDayText(totals.booksFrom)}建账以前的 ${totals.beforeBooks} 笔已经在期初余额里，收下来放在一边，不用和账对。`}
    </p>
  );
}

/** Another layout only reads the file anew; it takes nothing over. */
function Layout({ page }: { page: StatementPreviewPageProps }) {
  const hint = page.layout && !page.layout.confirmed ? '这种格式还没有拿真的对账单核过' : undefined;
  return (
    <form method="get" action={page.action}>
      <Field
        form={page.form}
        name="layout"
        label={fieldLabel('layout')}
        options={page.layouts}
        hint={
          <>
            <button type="submit">照这种格式再读</button> {hint}
          </>
        }
      />
    </form>
  );
}

/** What the file says of itself, and the one button; a file with faults says nothing and waits. */
function TakeOver({ page }: { page: StatementPreviewPageProps }) {
  const { form } = page;
  if (page.unreadable) {
    return (
      <p class="buttons bank-head">
        <button type="button" class="waiting" disabled>
          导入
        </button>
        <span class="hint">
          对账单里有要改的，还不能导入。改好文件<a href={page.againHref}>重新选</a>，或者换一种格式。
        </span>
      </p>
    );
  }
  return (
    <PostForm action={page.action} entry class="bank-head">
      <input type="hidden" name="layout" value={form.values['layout'] ?? ''} />
      <Field form={form} name="from" label={fieldLabel('from')} kind="day" />
      <Field form={form} name="through" label={fieldLabel('through')} kind="day" />
      <Field form={form} name="opening" label={fieldLabel('opening')} kind="number" unit="元" />
      <Field form={form} name="closing" label={fieldLabel('closing')} kind="number" unit="元" />
      <FormButtons submit="导入" cancelHref={page.againHref} />
    </PostForm>
  );
}

/** The file as it would be taken over: what it says of itself, every bad cell, and one button. */
export function StatementPreviewPage(page: StatementPreviewPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          看看对不对
          <span class="hint">
            {page.account}　{page.fileName === '' ? '粘贴的表格' : page.fileName}　金额单位：元
          </span>
        </h1>
        <ErrorSummary form={form} />
        {page.totals !== undefined && !page.unreadable && <Totals totals={page.totals} />}
        {page.statementsHref !== undefined && (
          <p class="returned">
            前面的对账单要是导错了，可以撤回：<a href={page.statementsHref}>看导入过的对账单</a>
          </p>
        )}
        {page.uncovered !== undefined && (
          <p class="returned">
            {`${spanText(page.uncovered.from, page.uncovered.through)}没有对账单。余额接得上，可以导入；有那几天的请补上。`}
          </p>
        )}
        <Layout page={page} />
        <TakeOver page={page} />
        {page.rows.length > 0 && (
          <ImportRows label="对账单里的各行" heads={page.heads} rows={page.rows} words={ROW_WORDS} />
        )}
        {page.hidden > 0 && <p class="small">{`另有 ${page.hidden} 行没有毛病，没有列出。`}</p>}
      </div>
    </OfficeFrame>
  );
}
