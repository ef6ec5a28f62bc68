import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { FormButtons, UploadField } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { NothingTaken, RowsRead, type RowsReadProps } from '../../platform/views/rows-read';

/** Where a table of people is sent in. */
export interface RosterUploadPageProps {
  readonly frame: OfficeFrameProps;
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly templateHref: string;
  /** The headings that cannot be done without, and the others. */
  readonly needed: readonly string[];
  readonly further: readonly string[];
}

/** The upload of a table of people. */
export function RosterUploadPage(page: RosterUploadPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>导入成员名册</h1>
        <ErrorSummary form={page.form} />
        <p>
          把县里或村里的花名册一次导入。已经在名册上的人照样留着，不会改。
          <a href={page.templateHref}>下载模板</a>。
        </p>
        <PostForm action={page.action} upload entry>
          <UploadField form={page.form} label="花名册" />
          <FormButtons submit="读入并核对" cancelHref={page.cancelHref} />
        </PostForm>
        <p class="hint">读入后先核对，确认前不登记；读进来的表加密存放，一天以后删掉。</p>
        <section>
          <h2>表头</h2>
          <p>{`一定要有：${page.needed.join('、')}。`}</p>
          <p>{`可以有：${page.further.join('、')}。`}</p>
          <p class="hint">
            同一户的人写同一个户号；没有户号的，从户主那一行起算一户。“从哪天起”空着的，从今天起。
          </p>
        </section>
      </div>
    </OfficeFrame>
  );
}

/** The preview of a table of people: what was read, what is wrong with it, how many will be entered. */
export interface RosterPreviewPageProps extends RowsReadProps {
  readonly frame: OfficeFrameProps;
  /** Empty where the table was pasted. */
  readonly fileName: string;
  readonly action: string;
  readonly againHref: string;
  readonly households: number;
  readonly people: number;
  readonly standing: number;
}

/** Marks every bad cell and offers no confirmation until all is well. */
export function RosterPreviewPage(page: RosterPreviewPageProps) {
  const sound = page.form.problems.length === 0;
  const source = page.fileName === '' ? '粘贴的表格' : page.fileName;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          成员名册核对<span class="hint">{`${source}　${page.rowCount} 行`}</span>
        </h1>
        <ErrorSummary form={page.form} />
        {sound ? <Sound page={page} /> : <NothingTaken href={page.againHref} />}
        <RowsRead {...page} />
      </div>
    </OfficeFrame>
  );
}

function Sound({ page }: { page: RosterPreviewPageProps }) {
  return (
    <>
      {page.standing > 0 && <p>{`有 ${page.standing} 人已经在名册上，不再登记。`}</p>}
      {page.people === 0 ? (
        <p>
          没有要登记的人。<a href={page.againHref}>重新上传</a>
        </p>
      ) : (
        <PostForm action={page.action}>
          <div class="buttons">
            <button type="submit" class="primary">
              {`确认，登记 ${page.people} 人，其中新的 ${page.households} 户`}
            </button>
            <a href={page.againHref}>重新上传</a>
          </div>
        </PostForm>
      )}
    </>
  );
}
