import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option, UploadField } from '../../platform/views/field';
import { type ImportedRow, ImportRows } from '../../platform/views/import-rows';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';

/** A table of a portal to choose. */
export interface MeterUploadPageProps {
  readonly frame: OfficeFrameProps;
  readonly station: string;
  readonly action: string;
  readonly backHref: string;
  readonly form: FormState;
}

/** Choosing the file; what it says is shown before anything is kept. */
export function MeterUploadPage(page: MeterUploadPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          导入发电量<span class="hint">{page.station}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <PostForm action={page.action} upload entry>
          <UploadField form={page.form} label="监控平台导出的表" />
          <FormButtons submit="先看看" cancelHref={page.backHref}>
            <span class="hint">先看再导入，这一步什么都不记。</span>
          </FormButtons>
        </PostForm>
        <p class="small">
          一行一天或一行一个月，要有“日期”和“发电量”两列；单位照表头写的认，没写的会问您，不会猜。
        </p>
      </div>
    </OfficeFrame>
  );
}

export type MeterTableRow = ImportedRow<'taken' | 'known' | 'passedOver' | 'empty' | 'wrong'>;

/** A portal's table as it would be taken over. */
export interface MeterPreviewPageProps {
  readonly frame: OfficeFrameProps;
  readonly station: string;
  readonly fileName: string;
  readonly action: string;
  readonly againHref: string;
  readonly form: FormState;
  readonly sources: readonly Option[];
  /** Where the table does not say its unit. */
  readonly units: readonly Option[] | undefined;
  /** What was read; nothing where no row could be. */
  readonly told: string | undefined;
  /** kWh of all rows, with their thousands apart. */
  readonly sum: string;
  /** The days that the table leaves out. */
  readonly missing: string | undefined;
  /** The days that hold more than they gave. */
  readonly odd: string | undefined;
  readonly rows: readonly MeterTableRow[];
  readonly hidden: number;
  readonly isReady: boolean;
  readonly fresh: number;
}

const ROW_WORDS = {
  taken: '收',
  known: '已有，不再收',
  passedOver: '合计行，不收',
  empty: '没有数，不收',
  wrong: '要改',
};

const HEADS = [
  { label: '日期', isNumber: false },
  { label: '发电量', isNumber: true },
  { label: '合多少度', isNumber: true },
];

/** The rows as they would be kept, every bad cell, and one button. */
export function MeterPreviewPage(page: MeterPreviewPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          看看对不对
          <span class="hint">
            {page.station}　{page.fileName === '' ? '粘贴的表格' : page.fileName}
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.told !== undefined && <p class="verdict">{`${page.told}一共 ${page.sum} 度。`}</p>}
        {page.missing !== undefined && <p>{page.missing}</p>}
        {page.odd !== undefined && <p>{page.odd}</p>}
        {page.units !== undefined && (
          <form method="get" action={page.action}>
            <Field form={page.form} name="unit" label="单位" options={page.units} />
            <p class="buttons">
              <button type="submit">照这样再读一遍</button>
            </p>
          </form>
        )}
        <TakeOver page={page} />
        {page.rows.length > 0 && (
          <ImportRows label="表里的各行" heads={HEADS} rows={page.rows} words={ROW_WORDS} />
        )}
        {page.hidden > 0 && <p class="small">{`另有 ${page.hidden} 行没有列出。`}</p>}
      </div>
    </OfficeFrame>
  );
}

function TakeOver({ page }: { page: MeterPreviewPageProps }) {
  const { form } = page;
  if (!page.isReady || page.fresh === 0)
    return (
      <p class="buttons">
        <a href={page.againHref}>重新选</a>
        <span class="hint">
          {page.isReady ? '这张表里没有新的数，不用导入。' : '还有要改的，什么都没有记。'}
        </span>
      </p>
    );
  return (
    <PostForm action={page.action} entry>
      <input type="hidden" name="unit" value={form.values['unit'] ?? ''} />
      <Field form={form} name="meterSource" label={fieldLabel('meterSource')} options={page.sources} />
      <FormButtons submit="导入" cancelHref={page.againHref} />
    </PostForm>
  );
}
