import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { DataTable } from '../../platform/views/table';
import type { FormState } from '../../platform/views/error-summary';
import { Field, FileField } from '../../platform/views/field';
import { StateChip } from '../../platform/views/state-glyph';

/** Once the sheet was put up, in the office. */
export interface DisplayRow {
  readonly number: number;
  readonly displayedOn: string;
  readonly place: string;
  /** Opens its photo; absent where that was withdrawn. */
  readonly photoHref?: string | undefined;
  readonly takenDownOn: string;
  readonly isEarly: boolean;
  readonly reason: string;
}

/** Where a sheet hung, and what is to be entered of it. */
export interface DisplaysProps {
  /** Where its days stand, as a sentence. */
  readonly standing: string;
  readonly isOver: boolean;
  readonly rows: readonly DisplayRow[];
  readonly filesHref: string;
  /** What was said of it, as a sentence, and where it is answered. */
  readonly objections: { readonly words: string; readonly href: string };
  /** Absent for who may only look. */
  readonly acts?: { readonly putUp?: string; readonly form: FormState } | undefined;
  /** The displays that hang, with where it is entered that they came down. */
  readonly hanging: readonly { readonly number: number; readonly place: string; readonly action: string }[];
}

function Story({ rows }: { rows: readonly DisplayRow[] }) {
  return (
    <DataTable
      caption="张贴经过"
      rows={rows}
      columns={[
        { head: '第几次', narrow: true, cell: (row) => String(row.number) },
        { head: '贴出', narrow: true, names: true, cell: (row) => row.displayedOn },
        { head: '地点', cell: (row) => row.place },
        {
          head: '照片',
          cell: (row) => (row.photoHref === undefined ? '已撤，不算' : <a href={row.photoHref}>打开</a>),
        },
        {
          head: '揭下',
          narrow: true,
          cell: (row) => (row.isEarly ? `${row.takenDownOn} 提前` : row.takenDownOn),
        },
        { head: '原因', cell: (row) => row.reason },
      ]}
    />
  );
}

function PutUpForm({ action, form, isFirst }: { action: string; form: FormState; isFirst: boolean }) {
  return (
    <details class="fold" open={isFirst || form.values['displayPlace'] !== undefined}>
      <summary>{isFirst ? '登记张贴' : '再登记一次张贴'}</summary>
      <PostForm action={action} upload entry>
        <Field
          form={form}
          name="displayedOn"
          label={fieldLabel('displayedOn')}
          kind="day"
          hint="贴上墙的那天，天数从这天重新算"
        />
        <Field
          form={form}
          name="displayPlace"
          label={fieldLabel('displayPlace')}
          hint="如 村部村务公开栏；公开页上看得到"
        />
        <FileField
          form={form}
          label="张贴照片"
          accept="image/jpeg,image/png,image/webp"
          hint="拍到公示和公开栏，.jpg .png .webp，最大 5 MB；拍摄地点等信息存之前去掉"
        />
        <div class="buttons">
          <button type="submit" class="primary">
            登记张贴
          </button>
        </div>
      </PostForm>
    </details>
  );
}

function TakeDownForm({ page, form }: { page: DisplaysProps; form: FormState }) {
  return (
    <>
      {page.hanging.map(({ number, place, action }) => (
        <details class="fold" key={number} open={form.values['takenDownOn'] !== undefined}>
          <summary>{`第${String(number)}次（${place}）揭下了`}</summary>
          <PostForm action={action} entry>
            <Field form={form} name="takenDownOn" label={fieldLabel('takenDownOn')} kind="day" />
            <Field
              form={form}
              name="takedownReason"
              label={fieldLabel('takedownReason')}
              hint="没有贴满就揭下的要写，公开页上看得到；再贴出后天数从头算"
            />
            <div class="buttons">
              <button type="submit">登记揭下</button>
            </div>
          </PostForm>
        </details>
      ))}
    </>
  );
}

/** Proof that the sheet hangs: where its days stand, each time it was put up, what is entered next. */
export function Displays({ page }: { page: DisplaysProps }) {
  const { acts } = page;
  return (
    <section>
      <h2>
        张贴
        <a class="hint" href={page.filesHref}>
          全部照片
        </a>
      </h2>
      <p>
        <StateChip state={page.isOver ? 'done' : 'todo'}>{page.standing}</StateChip>
      </p>
      <p>
        {page.objections.words} <a href={page.objections.href}>看意见、答复</a>
      </p>
      {page.rows.length > 0 && <Story rows={page.rows} />}
      {acts !== undefined && <TakeDownForm page={page} form={acts.form} />}
      {acts?.putUp !== undefined && (
        <PutUpForm action={acts.putUp} form={acts.form} isFirst={page.rows.length === 0} />
      )}
    </section>
  );
}
