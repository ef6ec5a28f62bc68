import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Somebody whose shares change. */
export interface SharePreviewRow {
  readonly number: number;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A table of shares to be looked at before it is entered. */
export interface SharePreviewPageProps {
  readonly frame: OfficeFrameProps;
  readonly from: string;
  /** `户` or `人`. */
  readonly unit: string;
  readonly why: string;
  readonly paper: string;
  readonly rows: readonly SharePreviewRow[];
  readonly before: { readonly shares: string; readonly holders: number };
  readonly after: { readonly shares: string; readonly holders: number };
  /** What is wrong with it by now. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
}

/** Who holds how many before and after, and all of them together; entered only when confirmed. */
export function SharePreviewPage(page: SharePreviewPageProps) {
  const { before, after, unit } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          先看一遍<span class="hint">{`${fullDayText(page.from)}起　确认以前什么都没有变`}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <p>
          {`全部份额：原来 ${before.holders} ${unit} ${before.shares} 份，`}
          {`以后 ${after.holders} ${unit} ${after.shares} 份。`}
        </p>
        <p class="small">{`${page.why}　${page.paper}`}</p>
        <DataTable
          caption="份额变动"
          rows={page.rows}
          columns={[
            { head: unit === '户' ? '户号' : '编号', narrow: true, cell: (row) => `${row.number}` },
            { head: unit === '户' ? '户主' : '姓名', names: true, cell: (row) => row.name },
            { head: '原来', numeric: true, cell: (row) => row.before },
            { head: '以后', numeric: true, cell: (row) => row.after },
          ]}
        />
        <PostForm action={page.action}>
          <FormButtons submit="没有错，登记" cancelHref={page.cancelHref} />
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
