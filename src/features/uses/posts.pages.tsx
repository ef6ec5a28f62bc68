import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A post in the list. */
export interface PostRow {
  readonly number: number;
  readonly name: string;
  readonly href: string;
  readonly kind: string;
  readonly place: string;
  readonly seats: number;
  /** Who is on it today. */
  readonly people: readonly string[];
  /** What it pays this month; undefined where nothing is set. */
  readonly pays: { readonly amount: Fen; readonly every: string } | undefined;
}

/** The public-welfare posts of a village. */
export interface PostsPageProps {
  readonly frame: OfficeFrameProps;
  readonly rosterHref: string;
  /** This month's attendance. */
  readonly attendanceHref: string;
  readonly rows: readonly PostRow[];
  readonly seats: number;
  readonly taken: number;
  /** What those on a post by the month cost in a whole month. */
  readonly monthly: Fen;
  readonly newHref: string | undefined;
}

function Rows({ rows }: { rows: readonly PostRow[] }) {
  return (
    <DataTable
      caption="公益性岗位"
      rows={rows}
      columns={[
        { head: '编号', narrow: true, cell: (row) => `${row.number}` },
        { head: '岗位', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
        { head: '类型', cell: (row) => row.kind },
        { head: '在哪里', cell: (row) => row.place },
        {
          head: '在岗',
          cell: (row) =>
            row.people.length === 0 ? (row.seats === 0 ? '已撤岗' : '空着') : row.people.join('、'),
        },
        { head: '定员', numeric: true, cell: (row) => `${row.seats}` },
        {
          head: '补贴（元）',
          numeric: true,
          cell: (row) =>
            row.pays === undefined ? (
              '没有定'
            ) : (
              <>
                <Money fen={row.pays.amount} />
                <small>{row.pays.every}</small>
              </>
            ),
        },
      ]}
    />
  );
}

/** The list of posts. */
export function PostsPage(page: PostsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          公益性岗位
          <span class="hint">
            {page.rows.length === 0
              ? '按需设岗、以岗聘任、在岗领补、有序退岗'
              : `${page.seats} 个岗，在岗 ${page.taken} 人`}
          </span>
          {page.newHref !== undefined && (
            <a class="button aside" href={page.newHref}>
              设一个岗
            </a>
          )}
        </h1>
        <nav class="tabs" aria-label="岗位">
          <a href={page.rosterHref}>成员名册</a>
          <a href={page.attendanceHref}>本月考勤</a>
        </nav>
        {page.rows.length === 0 ? (
          <EmptyState
            sentence="还没有设岗。"
            action={
              page.newHref === undefined
                ? undefined
                : { href: page.newHref, label: '先看村里有什么活要人做，再设岗。' }
            }
          />
        ) : (
          <>
            {page.monthly > 0n && (
              <p>
                按月领补的人全月在岗，一个月要 <Money fen={page.monthly} /> 元。
              </p>
            )}
            <Rows rows={page.rows} />
          </>
        )}
      </div>
    </OfficeFrame>
  );
}

/** The form of a new post. Field names: postKind, postName, postDuties, postPlace, seats, postFrom. */
export interface PostFormPageProps {
  readonly frame: OfficeFrameProps;
  readonly form: FormState;
  readonly kinds: readonly Option[];
  readonly action: string;
  readonly cancelHref: string;
}

/** A new post. */
export function PostFormPage({ frame, form, kinds, action, cancelHref }: PostFormPageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone">
        <h1>设一个岗</h1>
        <ErrorSummary form={form} />
        <PostForm action={action} entry>
          <Field form={form} name="postName" label={fieldLabel('postName')} hint="如 东片保洁" />
          <Field form={form} name="postKind" label={fieldLabel('postKind')} options={kinds} />
          <Field
            form={form}
            name="postDuties"
            label={fieldLabel('postDuties')}
            kind="area"
            hint="写得看得出做没做，如 每天清扫东片三条巷道，每周清一次沟"
          />
          <Field form={form} name="postPlace" label={fieldLabel('postPlace')} hint="如 东片一至三组" />
          <Field form={form} name="seats" label={fieldLabel('seats')} kind="number" unit="人" />
          <Field form={form} name="postFrom" label={fieldLabel('postFrom')} kind="day" hint="如 2025-07-01" />
          <FormButtons submit="设岗" cancelHref={cancelHref} />
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
