import type { GoalOutcome } from '../../domain/oversight/goals';
import { fieldLabel } from '../../glossary/terms';
import { Citation, type Clause } from '../../platform/views/citation';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { GoalChip } from './goals.pages';

/** Something that was entered, corrected since or not. */
export interface EnteredRow {
  readonly name: string;
  readonly said: string;
  readonly on: string;
  readonly paper: string;
}

/** A goal with everything it is about, and the form of its figures. */
export interface GoalPageProps {
  readonly frame: OfficeFrameProps;
  readonly says: string;
  readonly clause: Clause;
  readonly year: string;
  readonly outcome: GoalOutcome;
  readonly word: string;
  readonly abouts: readonly {
    readonly name: string;
    readonly outcome: GoalOutcome;
    readonly word: string;
    readonly figures: readonly string[];
    /** Its list that the figures count; absent where the reader may not open it. */
    readonly href?: string | undefined;
  }[];
  /** What the books of each village have of an office's figures. */
  readonly villages: readonly { readonly name: string; readonly figures: readonly string[] }[];
  /** Figures an office has to say; none where the books know all of them. */
  readonly asked: readonly {
    readonly name: string;
    readonly label: string;
    /** Of which of many it is the figure. */
    readonly hint?: string | undefined;
  }[];
  readonly places: readonly Option[];
  readonly entered: readonly EnteredRow[];
  readonly form: FormState;
  readonly action: string;
  readonly listHref: string;
}

function Entered({ rows }: { rows: readonly EnteredRow[] }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="填过的"
      rows={rows}
      columns={[
        { head: '哪里的', names: true, cell: ({ name }) => name },
        { head: '填的什么', cell: ({ said }) => said },
        {
          head: '依据',
          cell: ({ on, paper }) => (
            <>
              {paper}
              <small>{on}</small>
            </>
          ),
        },
      ]}
    />
  );
}

function VillageParts({ rows }: { rows: GoalPageProps['villages'] }) {
  return (
    <section>
      <h2>各村账上的</h2>
      <DataTable
        caption="各村账上的"
        captionHidden
        rows={rows}
        columns={[
          { head: '村', names: true, cell: ({ name }) => name },
          { head: '数', cell: ({ figures }) => figures.map((text) => <div>{text}</div>) },
        ]}
      />
    </section>
  );
}

function FiguresFormSection({ page }: { page: GoalPageProps }) {
  const { form } = page;
  return (
    <section>
      <h2>
        填数<span class="hint">填错了再填一次，以后填的为准</span>
      </h2>
      <PostForm action={page.action} enterSubmits="记下" entry>
        <Field form={form} name="aboutId" label={fieldLabel('aboutId')} options={page.places} />
        <Field form={form} name="year" label={fieldLabel('year')} kind="number" />
        {page.asked.map(({ name, label, hint }) => (
          <Field form={form} name={`figures[${name}]`} label={label} kind="number" hint={hint} />
        ))}
        <Field form={form} name="figuresOn" label={fieldLabel('figuresOn')} kind="day" />
        <Field form={form} name="paper" label="依据" hint="哪张统计表，或者文号" />
        <FormButtons submit="记下" cancelHref={page.listHref} />
      </PostForm>
    </section>
  );
}

/** How the goal stands, by what it is about, then the form, then what was entered. */
export function GoalPage(page: GoalPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {page.says}
          <span class="hint">{`${page.year}年`}</span>
          <a class="aside" href={page.listHref}>
            目标和期限
          </a>
        </h1>
        <p>
          <GoalChip outcome={page.outcome} word={page.word} />
        </p>
        <Citation clause={page.clause} />
        <ErrorSummary form={page.form} />
        <DataTable
          caption="各处的数"
          captionHidden
          rows={page.abouts}
          columns={[
            {
              head: '哪里',
              names: true,
              cell: ({ name, href }) => (href === undefined ? name : <a href={href}>{name}</a>),
            },
            { head: '到了没有', cell: (row) => <GoalChip outcome={row.outcome} word={row.word} /> },
            { head: '数', cell: ({ figures }) => figures.map((text) => <div>{text}</div>) },
          ]}
        />
        {page.villages.length > 0 && <VillageParts rows={page.villages} />}
        {page.asked.length > 0 && <FiguresFormSection page={page} />}
        <Entered rows={page.entered} />
      </div>
    </OfficeFrame>
  );
}

/** Something due, the periods around today, and the form that it was done. */
export interface DueDaysPageProps {
  readonly frame: OfficeFrameProps;
  readonly says: string;
  readonly clause: Clause;
  readonly periods: readonly { readonly text: string; readonly state: GlyphState; readonly word: string }[];
  readonly months: readonly Option[];
  readonly entered: readonly EnteredRow[];
  readonly form: FormState;
  readonly action: string;
  readonly listHref: string;
}

/** By which day, whether it was done, then the form. */
export function DueDaysPage(page: DueDaysPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {page.says}
          <a class="aside" href={page.listHref}>
            目标和期限
          </a>
        </h1>
        {page.periods.map(({ text, state, word }) => (
          <p>
            {text}　<StateChip state={state}>{word}</StateChip>
          </p>
        ))}
        <Citation clause={page.clause} />
        <ErrorSummary form={page.form} />
        {page.months.length > 0 && (
          <section>
            <h2>办了</h2>
            <PostForm action={page.action} enterSubmits="记下" entry>
              <Field form={form} name="aboutMonth" label={fieldLabel('aboutMonth')} options={page.months} />
              <Field form={form} name="doneDay" label={fieldLabel('doneDay')} kind="day" />
              <Field form={form} name="paper" label="依据" hint="报告、通报的文号" />
              <FormButtons submit="记下" cancelHref={page.listHref} />
            </PostForm>
          </section>
        )}
        <Entered rows={page.entered} />
      </div>
    </OfficeFrame>
  );
}
