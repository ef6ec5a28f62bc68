import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, fieldId, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, UploadField } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A bank's answer to choose. */
export interface PayResultUploadPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly listHref: string;
  readonly action: string;
  readonly form: FormState;
}

/** Choosing the file; what it says is shown before anything is booked. */
export function PayResultUploadPage(page: PayResultUploadPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          银行的结果文件
          <span class="hint">
            <a href={page.listHref}>{page.name}</a>
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        <PostForm action={page.action} upload entry>
          <UploadField form={page.form} label="结果文件" />
          <FormButtons submit="先看看" cancelHref={page.listHref}>
            <span class="hint">先看再记，这一步什么都不记进账。</span>
          </FormButtons>
        </PostForm>
        <p class="small">
          要有账号、金额、处理结果这几列；没付成的写着为什么。银行没提到的行照旧在途，等下一份文件。
        </p>
      </div>
    </OfficeFrame>
  );
}

/** A line of the list, and what the file says of it. */
export interface PayResultRow {
  readonly number: number;
  readonly name: string;
  readonly paidTo: string;
  readonly amount: Fen;
  readonly state: GlyphState;
  readonly said: string;
}

/** A bank's answer as it would be taken over. */
export interface PayResultPreviewPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly listHref: string;
  readonly fileName: string;
  readonly action: string;
  readonly againHref: string;
  readonly form: FormState;
  /** Where anything in the file is wrong, nothing of it is booked. */
  readonly isWrong: boolean;
  /** What is wrong in the file, row by row. */
  readonly wrong: readonly { readonly field: string; readonly sentence: string }[];
  readonly sums: readonly { readonly label: string; readonly count: number; readonly amount: Fen }[];
  readonly rows: readonly PayResultRow[];
  readonly hidden: number;
}

function Sums({ page }: { readonly page: PayResultPreviewPageProps }) {
  return (
    <DataTable
      caption="合计"
      rows={page.sums}
      columns={[
        { head: '文件说的', names: true, cell: (row) => row.label },
        { head: '行数', numeric: true, cell: (row) => `${row.count}` },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
      ]}
    />
  );
}

function TakeOver({ page }: { readonly page: PayResultPreviewPageProps }) {
  if (page.isWrong)
    return (
      <p class="buttons bank-head">
        <button type="button" class="waiting" disabled>
          照文件记
        </button>
        <span class="hint">
          文件里有对不上的，一行都不能记。问过银行，改好文件<a href={page.againHref}>重新选</a>。
        </span>
      </p>
    );
  return (
    <PostForm action={page.action} entry>
      <Field form={page.form} name="bankDay" label={fieldLabel('bankDay')} kind="day" hint="银行付款的那天" />
      <FormButtons submit="照文件记" cancelHref={page.againHref} />
    </PostForm>
  );
}

/** What the file says line by line, everything that is wrong, and one button. */
export function PayResultPreviewPage(page: PayResultPreviewPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          看看对不对
          <span class="hint">
            <a href={page.listHref}>{page.name}</a>
            {`　${page.fileName === '' ? '粘贴的表格' : page.fileName}　金额单位：元`}
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.wrong.map(({ field, sentence }) => (
          <p class="barred" id={fieldId(field)}>
            {sentence}
          </p>
        ))}
        <Sums page={page} />
        <TakeOver page={page} />
        <DataTable
          caption="清单上的各行"
          rows={page.rows}
          columns={[
            { head: '行号', narrow: true, cell: (row) => `${row.number}` },
            { head: '姓名', names: true, cell: (row) => row.name },
            { head: '发到', cell: (row) => row.paidTo },
            { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
            { head: '文件说的', cell: (row) => <StateChip state={row.state}>{row.said}</StateChip> },
          ]}
        />
        {page.hidden > 0 && <p class="small">{`另有 ${page.hidden} 行没有列出，合计里有。`}</p>}
      </div>
    </OfficeFrame>
  );
}
