import { fieldLabel } from '../../glossary/terms';
import { Citation, type Clause } from '../../platform/views/citation';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, FieldErrors, type FormState } from '../../platform/views/error-summary';
import { Control, Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { RegisterDay } from './register-day.pages';

/** The classes of the document in force, in its own words. */
export interface Sorting {
  readonly pack: string;
  readonly title: string;
  readonly classes: readonly { readonly id: string; readonly name: string; readonly phrase: string }[];
  readonly clause: Clause | undefined;
}

/** A class that an asset was given. */
export interface ReviewRow {
  readonly reviewedOn: string;
  readonly asset: string;
  readonly className: string;
  readonly paper: string;
  readonly who: string;
}

/** The assets that earn, sorted, and how they were sorted before. */
export interface AssetReviewsPageProps {
  readonly frame: OfficeFrameProps;
  /** The day for which the assets are sorted. */
  readonly on: string;
  /** Undefined where no document in force that day has classes. */
  readonly sorting: Sorting | undefined;
  /** Why no document can be gone by: two are in force and nobody has chosen. */
  readonly undecided?: string | undefined;
  readonly rows: readonly SortedAsset[];
  /** Every class that was given, the latest first. */
  readonly history: readonly ReviewRow[];
  /** Field names: those of the domain's ReviewForm, a class as `classes[id]`. */
  readonly form: FormState;
  readonly assetsHref: string;
  /** Where it is kept; absent for those who only look. */
  readonly action?: string | undefined;
}

/** An asset, and the class it was given last. */
export interface SortedAsset {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly kind: string;
  readonly last:
    | {
        readonly pack: string;
        readonly classId: string;
        readonly className: string;
        readonly reviewedOn: string;
      }
    | undefined;
}

/** How many of each class there are, and how many nobody has sorted under this document. */
function countsText({ sorting, rows }: AssetReviewsPageProps): string {
  const own = rows.map(({ last }) => (last?.pack === sorting?.pack ? last?.classId : undefined));
  const classes = sorting?.classes ?? [];
  const told = classes.map(({ id, name }) => `${name} ${own.filter((each) => each === id).length}`);
  return [...told, `没有评 ${own.filter((each) => each === undefined).length}`].join('　');
}

/** A name that the box of each asset's class is read out by. */
function labelId(id: string): string {
  return `asset-${id}`;
}

/** The asset, and below it what kind of thing it is. */
function Name({ row }: { row: SortedAsset }) {
  return (
    <>
      <a id={labelId(row.id)} href={row.href}>
        {row.name}
      </a>
      <small>{row.kind}</small>
    </>
  );
}

/** The class it was given last, and below it the day. */
function Last({ last }: { last: SortedAsset['last'] }) {
  if (last === undefined) return <>没有评过</>;
  return (
    <>
      {last.className}
      <small>{last.reviewedOn}</small>
    </>
  );
}

function Classes({ page, sorting }: { page: AssetReviewsPageProps; sorting: Sorting | undefined }) {
  const options = [
    { value: '', label: '没有看' },
    ...(sorting?.classes ?? []).map(({ id, name, phrase }) => ({
      value: id,
      label: phrase === name ? name : `${name}（${phrase}）`,
    })),
  ];
  const mayChoose = sorting !== undefined && page.action !== undefined;
  return (
    <DataTable
      caption="资产的分类"
      rows={page.rows}
      columns={[
        {
          head: '资产',
          names: true,
          cell: (row) => <Name row={row} />,
        },
        ...(mayChoose
          ? [
              {
                head: '这次',
                cell: ({ id }: SortedAsset) => (
                  <>
                    <Control
                      form={page.form}
                      name={`classes[${id}]`}
                      options={options}
                      labelledBy={labelId(id)}
                    />
                    <FieldErrors form={page.form} name={`classes[${id}]`} />
                  </>
                ),
              },
            ]
          : []),
        {
          head: '上次',
          narrow: true,
          cell: ({ last }) => <Last last={last} />,
        },
      ]}
    />
  );
}

function Entry({ page, sorting, action }: { page: AssetReviewsPageProps; sorting: Sorting; action: string }) {
  const { form } = page;
  return (
    <PostForm action={action} enterSubmits="存" entry>
      <Field
        form={form}
        name="reviewedOn"
        label={fieldLabel('reviewedOn')}
        kind="day"
        hint="按这一天适用的文件分"
      />
      <Field form={form} name="paper" label="依据" hint="排查记录或会议的日期和文号" />
      <Classes page={page} sorting={sorting} />
      <p class="small">没有看过的空着。存了的不改；看错了，同一天再评一次，以后一次为准。</p>
      <FormButtons submit="存" cancelHref={page.assetsHref} />
    </PostForm>
  );
}

function History({ rows }: { rows: readonly ReviewRow[] }) {
  return (
    <section>
      <h2>评过的</h2>
      <DataTable
        caption="评过的"
        rows={rows}
        columns={[
          { head: '资产', names: true, cell: (row) => row.asset },
          { head: '分类', narrow: true, cell: (row) => row.className },
          { head: '日期', narrow: true, cell: (row) => row.reviewedOn },
          { head: '依据', cell: (row) => row.paper },
          { head: '谁', cell: (row) => row.who },
        ]}
      />
    </section>
  );
}

function Assets({ page }: { page: AssetReviewsPageProps }) {
  if (page.rows.length === 0) return <EmptyState sentence="这一天没有经营性资产。" />;
  if (page.sorting === undefined || page.action === undefined)
    return <Classes page={page} sorting={page.sorting} />;
  return <Entry page={page} sorting={page.sorting} action={page.action} />;
}

/** How many of each class first, then the table in which they are given, then how it was before. */
export function AssetReviewsPage(page: AssetReviewsPageProps) {
  const { sorting } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          资产分类<span class="hint">{`经营性资产 ${page.rows.length} 处　${fullDayText(page.on)}`}</span>
          <a class="aside" href={page.assetsHref}>
            资产台账
          </a>
        </h1>
        <RegisterDay on={page.on} />
        {sorting === undefined ? (
          <p>{page.undecided ?? '这一天适用的政策文件没有给出分类，或者没有适用的文件：不能评。'}</p>
        ) : (
          <p>
            <b>{countsText(page)}</b>
            {sorting.clause !== undefined && <Citation clause={sorting.clause} />}
          </p>
        )}
        <ErrorSummary form={page.form} />
        <Assets page={page} />
        {page.history.length > 0 && <History rows={page.history} />}
      </div>
    </OfficeFrame>
  );
}
