import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FileField, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A file that stands. */
export interface FileRow {
  readonly id: string;
  readonly href: string;
  /** 照片, 合同 … */
  readonly kind: string;
  readonly datedOn: string;
  readonly remark: string;
  /** `320 KB`. */
  readonly size: string;
  readonly keptBy: string;
  /** The public sees it, too. */
  readonly isPublic: boolean;
  /** Of a picture how large it is drawn in a list. */
  readonly thumbnail?: { readonly width: number; readonly height: number } | undefined;
}

/** A file that was taken away. */
export interface WithdrawnRow {
  readonly kind: string;
  readonly datedOn: string;
  readonly reason: string;
  readonly who: string;
  readonly at: string;
}

/** The files of one thing, and a form for the next. */
export interface FilesPageProps {
  readonly frame: OfficeFrameProps;
  /** What they belong to. */
  readonly owner: string;
  readonly backHref: string;
  readonly files: readonly FileRow[];
  readonly withdrawn: readonly WithdrawnRow[];
  /** Field names: those of the domain's KeptFileForm, and `fileId`, `withdrawalReason`. */
  readonly form: FormState;
  /** Absent for those who only look. */
  readonly acts?:
    | {
        readonly action: string;
        readonly withdrawal: string;
        readonly kinds: readonly Option[];
        /** Absent where nothing of it is ever public. */
        readonly audiences?: readonly Option[] | undefined;
      }
    | undefined;
}

function Opened({ file }: { file: FileRow }) {
  const { href, kind, thumbnail, remark } = file;
  if (thumbnail === undefined) return <a href={href}>{kind}</a>;
  return (
    <a href={href}>
      <img src={href} alt={remark === '' ? kind : remark} loading="lazy" {...thumbnail} />
    </a>
  );
}

function Files({ files }: { files: readonly FileRow[] }) {
  return (
    <DataTable
      caption="照片和材料"
      rows={files}
      columns={[
        { head: '打开', names: true, cell: (row) => <Opened file={row} /> },
        { head: '日期', narrow: true, cell: (row) => row.datedOn },
        { head: '是什么', cell: (row) => row.kind },
        { head: '说明', cell: (row) => row.remark },
        { head: '大小', narrow: true, cell: (row) => row.size },
        { head: '给谁看', cell: (row) => (row.isPublic ? '公开' : '办公') },
        { head: '谁存的', cell: (row) => row.keptBy },
      ]}
    />
  );
}

function AddForm({ page, acts }: { page: FilesPageProps; acts: NonNullable<FilesPageProps['acts']> }) {
  const { form } = page;
  return (
    <section>
      <h2>添加</h2>
      <PostForm action={acts.action} upload entry>
        <FileField
          form={form}
          label="文件"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          hint="照片 .jpg .png .webp，材料也可以是 .pdf，最大 5 MB"
        />
        <Field form={form} name="paperKind" label={fieldLabel('paperKind')} options={acts.kinds} />
        <Field
          form={form}
          name="datedOn"
          label={fieldLabel('datedOn')}
          kind="day"
          hint="拍照或者签字的那天"
        />
        <Field form={form} name="remark" label="说明" hint="如 车间正门；不写个人号码" />
        {acts.audiences === undefined ? (
          <input type="hidden" name="audience" value="office" />
        ) : (
          <Field
            form={form}
            name="audience"
            label={fieldLabel('audience')}
            options={acts.audiences}
            hint="公开的只能是资产照片，不超过 500 KB，不要拍到人脸和证件"
          />
        )}
        <FormButtons submit="存" cancelHref={page.backHref} />
      </PostForm>
      <p class="small">照片里带的拍摄地点、时间和相机信息存之前去掉，只留画面。PDF 原样存。</p>
    </section>
  );
}

/** A file taken away stays in the books with its reason, and opens no more. */
function WithdrawForm({ page, acts }: { page: FilesPageProps; acts: NonNullable<FilesPageProps['acts']> }) {
  if (page.files.length === 0) return null;
  const options = page.files.map(({ id, datedOn, kind, remark }) => {
    return { value: id, label: `${datedOn} ${kind} ${remark}`.trim() };
  });
  return (
    <details class="fold" open={page.form.values['fileId'] !== undefined}>
      <summary>撤掉一份</summary>
      <PostForm action={acts.withdrawal}>
        <Field form={page.form} name="fileId" label={fieldLabel('fileId')} options={options} />
        <Field
          form={page.form}
          name="withdrawalReason"
          label={fieldLabel('withdrawalReason')}
          hint="撤掉以后谁也打不开，登记和原因留着"
        />
        <div class="buttons">
          <button type="submit">撤掉</button>
        </div>
      </PostForm>
    </details>
  );
}

function Withdrawn({ rows }: { rows: readonly WithdrawnRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>撤掉的</h2>
      <DataTable
        caption="撤掉的"
        rows={rows}
        columns={[
          { head: '日期', narrow: true, cell: (row) => row.datedOn },
          { head: '是什么', names: true, cell: (row) => row.kind },
          { head: '原因', cell: (row) => row.reason },
          { head: '谁撤的', cell: (row) => row.who },
          { head: '撤于', narrow: true, cell: (row) => row.at },
        ]}
      />
    </section>
  );
}

/** What is kept of one thing, what is to be added, what was taken away. */
export function FilesPage(page: FilesPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          照片和材料<span class="hint">{page.owner}</span>
          <a class="aside" href={page.backHref}>
            回去
          </a>
        </h1>
        <ErrorSummary form={page.form} />
        {page.files.length === 0 ? (
          <EmptyState sentence="还没有照片和材料。" />
        ) : (
          <Files files={page.files} />
        )}
        {page.acts !== undefined && <AddForm page={page} acts={page.acts} />}
        {page.acts !== undefined && <WithdrawForm page={page} acts={page.acts} />}
        <Withdrawn rows={page.withdrawn} />
      </div>
    </OfficeFrame>
  );
}

/** The photos of an asset on its card, and where all its files are. */
export interface PhotoStripProps {
  readonly href: string;
  readonly photos: readonly FileRow[];
  /** All files that stand. */
  readonly count: number;
  readonly mayAdd: boolean;
}

/** A few photos; the rest, and the form, stand on their own page. */
export function PhotoStrip({ href, photos, count, mayAdd }: PhotoStripProps) {
  return (
    <section>
      <h2>
        照片和材料
        <span class="hint">{count === 0 ? '还没有' : `${String(count)} 份`}</span>
        <a class="aside" href={href}>
          {mayAdd ? '添加、查看' : '查看'}
        </a>
      </h2>
      {photos.length > 0 && (
        <p>
          {photos.map((photo) => (
            <>
              <Opened file={photo} />{' '}
            </>
          ))}
        </p>
      )}
    </section>
  );
}
