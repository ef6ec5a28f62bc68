import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A list beside what was entered of it. */
export interface NationalListRow {
  readonly name: string;
  readonly href: string;
  readonly paid: string;
  readonly paidOn: string;
  /** Blank where nothing was entered. */
  readonly entered: string;
  readonly enteredOn: string;
  readonly who: string;
  readonly state: GlyphState;
  readonly stateWord: string;
  /** By how much they differ; blank where they do not. */
  readonly why: string;
  readonly reason: string;
}

/** What was paid beside what was entered in the national system. */
export interface NationalEntriesPageProps {
  readonly frame: OfficeFrameProps;
  readonly listsHref: string;
  readonly fileAction: string;
  /** Absent for who may not note anything, or where nothing was paid. */
  readonly action: string | undefined;
  readonly form: FormState;
  readonly options: readonly Option[];
  readonly forms: readonly Option[];
  /** Whether a document names columns and days. */
  readonly confirmed: boolean;
  readonly enterWithin: number;
  readonly rows: readonly NationalListRow[];
}

function Note({ page, action }: { readonly page: NationalEntriesPageProps; readonly action: string }) {
  const { form, options } = page;
  return (
    <section>
      <h2>
        记一笔录入<span class="hint">照系统里显示的填；后来在系统里改过，就再记一次</span>
      </h2>
      <PostForm action={action} entry>
        <Field form={form} name="listId" label={fieldLabel('listId')} options={options} />
        <Field form={form} name="enteredOn" label={fieldLabel('enteredOn')} kind="day" hint="如 2025-07-11" />
        <Field form={form} name="enteredTotal" label={fieldLabel('enteredTotal')} hint="元" />
        <Field form={form} name="enteredCount" label={fieldLabel('enteredCount')} kind="number" />
        <Field form={form} name="enteredWhy" label={fieldLabel('enteredWhy')} hint="和付的不一样才写" />
        <FormButtons submit="记下" />
      </PostForm>
    </section>
  );
}

function File({ page }: { readonly page: NationalEntriesPageProps }) {
  const { form, options, forms } = page;
  return (
    <section>
      <h2>
        导出付了的<span class="hint">照着往系统里录；退回来的不在里面</span>
      </h2>
      <form class="entry" method="get" action={page.fileAction}>
        <Field
          form={form}
          name="list"
          label={fieldLabel('list')}
          options={[{ value: '', label: '不挑清单，按下面的日子' }, ...options]}
        />
        <Field form={form} name="from" label={fieldLabel('from')} kind="day" hint="不填就从头" />
        <Field form={form} name="to" label={fieldLabel('to')} kind="day" hint="不填就到今天" />
        <Field form={form} name="form" label={fieldLabel('form')} options={forms} />
        <div class="buttons">
          <button type="submit">导出</button>
        </div>
      </form>
      {!page.confirmed && <p class="small">列名和顺序没有见过文件，可以在配置里改。</p>}
    </section>
  );
}

/** List by list: paid, entered, alike or not. */
export function NationalEntriesPage(page: NationalEntriesPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          录入全国系统了吗
          <a class="hint" href={page.listsHref}>
            发放清单
          </a>
        </h1>
        <ErrorSummary form={page.form} />
        {page.rows.length === 0 ? (
          <EmptyState sentence="还没有付过的清单。" />
        ) : (
          <>
            <p class="small">
              {`付了以后${String(page.enterWithin)}天内录入${page.confirmed ? '' : '（这个天数没有文件依据）'}。这里只记录，不替您录入。`}
            </p>
            <DataTable
              caption="付了的和录入的"
              rows={page.rows}
              columns={[
                { head: '清单', names: true, narrow: true, cell: (row) => <a href={row.href}>{row.name}</a> },
                { head: '现在付了', narrow: true, cell: (row) => row.paid },
                { head: '开始付的', narrow: true, cell: (row) => row.paidOn },
                { head: '录入的', narrow: true, cell: (row) => row.entered },
                { head: '哪天录的', narrow: true, cell: (row) => row.enteredOn },
                { head: '谁记的', narrow: true, cell: (row) => row.who },
                {
                  head: '一样吗',
                  cell: (row) => (
                    <>
                      <StateChip state={row.state}>{row.stateWord}</StateChip>
                      {[row.why, row.reason].map((each) => each !== '' && <small>{each}</small>)}
                    </>
                  ),
                },
              ]}
            />
            {page.action !== undefined && <Note page={page} action={page.action} />}
            <File page={page} />
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
