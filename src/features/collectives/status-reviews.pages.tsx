import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, FieldErrors, fieldId, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type Column, DataTable } from '../../platform/views/table';
import { UnexplainedIncomes, type UnexplainedRow } from './household-incomes.pages';

/** A status that is to be looked at again. */
export interface DueRow {
  /** By what the form names it. */
  readonly key: string;
  readonly household: string;
  readonly href: string;
  readonly words: string;
  readonly from: string;
  readonly last: string | undefined;
  readonly dueOn: string;
  /** Whether its day has come. */
  readonly due: boolean;
}

/** By when a document asks for something. */
export interface AskedDay {
  readonly dueOn: string;
  readonly isDone: boolean;
  /** Whether its day has come and it is not done. */
  readonly isDue: boolean;
  readonly says: string;
  readonly clause: string;
}

/** A household that is watched, and what documents ask for it. */
export interface WatchedRow {
  readonly household: string;
  readonly href: string;
  readonly from: string;
  /** The first day of its measures; undefined where it has none. */
  readonly firstOn: string | undefined;
  readonly measures: AskedDay | undefined;
  readonly risk: AskedDay | undefined;
}

/** Who is to be looked at again. */
export interface StatusReviewsPageProps {
  readonly frame: OfficeFrameProps;
  readonly rosterHref: string;
  /** Of how many households something is due today. */
  readonly due: number;
  readonly rows: readonly DueRow[];
  readonly watched: readonly WatchedRow[];
  /** Whose income is said to be less than what the books paid. */
  readonly incomes: readonly UnexplainedRow[];
  /** How often the region looks again, and whether it has said so. */
  readonly terms: string;
  /** Field names: reviewDay, reviewPaper, `reviewed[KEY]`. */
  readonly form: FormState;
  /** Absent for who may only look. */
  readonly action: string | undefined;
}

function Rows({ page }: { page: StatusReviewsPageProps }) {
  const tick: Column<DueRow> = {
    head: '还符合',
    cell: (row) => {
      const name = `reviewed[${row.key}]`;
      return (
        <input
          type="checkbox"
          name={name}
          value="yes"
          aria-label={`${row.household}还符合`}
          checked={page.form.values[name] === 'yes'}
        />
      );
    },
  };
  return (
    <DataTable
      caption="该复核的"
      rows={page.rows}
      columns={[
        ...(page.action === undefined ? [] : [tick]),
        { head: '哪一户', names: true, cell: (row) => <a href={row.href}>{row.household}</a> },
        { head: '帮扶身份', cell: (row) => row.words },
        { head: '从哪天起', narrow: true, cell: (row) => row.from },
        { head: '上次复核', narrow: true, cell: (row) => row.last ?? '还没有' },
        {
          head: '该复核',
          narrow: true,
          cell: (row) => (row.due ? <b>{`${row.dueOn} 到期`}</b> : row.dueOn),
        },
      ]}
    />
  );
}

function dayText(day: AskedDay | undefined, done: string) {
  if (day === undefined) return '';
  if (day.isDone) return done;
  return day.isDue ? <b>{`${day.dueOn} 到期`}</b> : day.dueOn;
}

/** Those who are watched: measures, and the look at their risk; what no document asks has no column. */
function Watched({ rows }: { rows: readonly WatchedRow[] }) {
  const asked = rows.flatMap(({ measures, risk }) => [measures, risk]);
  const lines = new Map(asked.flatMap((day) => (day === undefined ? [] : [[day.says, day.clause] as const])));
  const columns: Column<WatchedRow>[] = [
    { head: '哪一户', names: true, cell: (row) => <a href={row.href}>{row.household}</a> },
    { head: '监测起于', narrow: true, cell: (row) => row.from },
    { head: '措施起于', narrow: true, cell: (row) => row.firstOn ?? '还没有措施' },
  ];
  const due: Column<WatchedRow> = {
    head: '该定措施',
    cell: ({ measures }) => dayText(measures, '已定'),
  };
  const risk: Column<WatchedRow> = {
    head: '该评估风险',
    cell: (row) => dayText(row.risk, '已评估'),
  };
  return (
    <section>
      <h2>监测对象的帮扶措施</h2>
      {[...lines].map(([says, clause]) => (
        <p class="small">{`${says}（${clause}）`}</p>
      ))}
      <DataTable
        caption="监测对象的帮扶措施"
        rows={rows}
        columns={[
          ...columns,
          ...(rows.some(({ measures }) => measures !== undefined) ? [due] : []),
          ...(rows.some((row) => row.risk !== undefined) ? [risk] : []),
        ]}
      />
      <p class="small">
        措施点开那一户登记。风险还在的，在上面登记复核；风险没有了，到那一户结束监测对象的身份。
      </p>
    </section>
  );
}

/** Whose standing is to be looked at again, and that somebody looked. */
export function StatusReviewsPage(page: StatusReviewsPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          帮扶身份复核<span class="hint">{page.due === 0 ? '没有到期的' : `到期 ${page.due} 户`}</span>
        </h1>
        <nav class="tabs" aria-label="名册">
          <a href={page.rosterHref}>成员名册</a>
        </nav>
        <ErrorSummary form={form} />
        <p class="small">{page.terms}</p>
        {page.rows.length === 0 && <EmptyState sentence="现在没有帮扶身份，没有要复核的。" />}
        {page.rows.length > 0 && page.action === undefined && <Rows page={page} />}
        {page.rows.length > 0 && page.action !== undefined && (
          <PostForm action={page.action}>
            <div id={fieldId('reviewed')}>
              <Rows page={page} />
              <FieldErrors form={form} name="reviewed" />
            </div>
            <p class="small">看过、还符合的勾上。不符合了的不要勾，点开那一户结束身份。</p>
            <Field form={form} name="reviewDay" label={fieldLabel('reviewDay')} kind="day" />
            <Field
              form={form}
              name="reviewPaper"
              label={fieldLabel('reviewPaper')}
              hint="如 复核名单、评议记录和公示"
            />
            <FormButtons submit="登记复核" />
          </PostForm>
        )}
        {page.watched.length > 0 && <Watched rows={page.watched} />}
        <UnexplainedIncomes rows={page.incomes} />
      </div>
    </OfficeFrame>
  );
}
