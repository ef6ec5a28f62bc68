import { fieldLabel } from '../../glossary/terms';
import { Citation, type Clause } from '../../platform/views/citation';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateGlyph } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { QuestionField, type QuestionRow } from '../../platform/views/question-field';

/** One line of the document and how it stands. */
export interface MatterRow {
  readonly line: string;
  readonly says: string;
  readonly clause: Clause;
  readonly glyph: GlyphState;
  readonly verdict: string;
  /** What happens where it is not kept, in words. */
  readonly force: string | undefined;
  /** What was looked at, each with where it comes from. */
  readonly facts: readonly { readonly name: string; readonly value: string; readonly from: string }[];
  readonly reason: string | undefined;
}

/** How many lines stand how. */
export interface MatterCounts {
  readonly failed: number;
  readonly undecided: number;
  readonly explained: number;
  readonly passed: number;
}

/** What the document in force says of one thing. */
export interface MattersPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly kind: string;
  readonly document: string;
  /** The last day on which it was asked about, of what has left or is over; undefined while it stands. */
  readonly lastOn: string | undefined;
  readonly counts: MatterCounts;
  /** What is not kept, what is not kept and was gone on with by a written reason, what is kept. */
  readonly broken: readonly MatterRow[];
  readonly explained: readonly MatterRow[];
  readonly settled: readonly MatterRow[];
  /** Questions nobody has answered, and those that were answered. */
  readonly questions: readonly QuestionRow[];
  readonly answered: readonly QuestionRow[];
  /** Numbers nobody has settled, each in a sentence. */
  readonly openNeeds: readonly string[];
  /** Contracts over the asset, with lines of their own. */
  readonly linked: readonly MattersLink[];
  readonly form: FormState;
  readonly action?: string | undefined;
  readonly backHref: string;
  readonly listHref: string;
}

/** A way to what the document says of something else. */
export interface MattersLink {
  readonly name: string;
  readonly href: string;
  readonly counts: MatterCounts;
}

/** The counts as a sentence: the worst first, without what is nothing. */
export function countsText({ failed, undecided, explained, passed }: MatterCounts): string {
  const told = [
    failed > 0 ? `不符合 ${failed} 条` : '',
    undecided > 0 ? `还不知道 ${undecided} 条` : '',
    explained > 0 ? `写了理由 ${explained} 条` : '',
    passed > 0 ? `符合 ${passed} 条` : '',
  ].filter((each) => each !== '');
  return told.length === 0 ? '没有说到它' : told.join('，');
}

/** What was looked at, below the line it belongs to. */
function Facts({ row }: { row: MatterRow }) {
  return (
    <>
      {row.says}
      <Citation clause={row.clause} />
      {row.facts.map(({ name, value, from }) => (
        <small>{`${name}：${value}（${from}）`}</small>
      ))}
      {row.reason !== undefined && <small>{`理由：${row.reason}`}</small>}
    </>
  );
}

function Lines({ caption, rows }: { caption: string; rows: readonly MatterRow[] }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        { head: '文件的规定', names: true, cell: (row) => <Facts row={row} /> },
        {
          head: '怎么样',
          cell: (row) => (
            <>
              <StateGlyph state={row.glyph} /> {row.verdict}
              {row.force !== undefined && <small>{row.force}</small>}
            </>
          ),
        },
      ]}
    />
  );
}

function Questions({ page, action }: { page: MattersPageProps; action: string }) {
  const { form } = page;
  return (
    <PostForm action={action} enterSubmits="记下" entry>
      {page.questions.map((question) => (
        <QuestionField form={form} question={question} />
      ))}
      {page.answered.length > 0 && (
        <details>
          <summary>{`答过的 ${page.answered.length} 条，有变化的再答一次`}</summary>
          {page.answered.map((question) => (
            <QuestionField form={form} question={question} />
          ))}
        </details>
      )}
      <Field form={form} name="fromOn" label={fieldLabel('fromOn')} kind="day" hint="从哪天起是这样" />
      <Field form={form} name="paper" label="依据" hint="文书的名称和文号，或者谁在哪天看过" />
      <p class="small">只答知道的，别的空着。答过的不改；有变化的再答一次，从新的日期起算。</p>
      <FormButtons submit="记下" cancelHref={page.backHref} />
    </PostForm>
  );
}

function OpenQuestions({ page }: { page: MattersPageProps }) {
  const { questions, answered, action } = page;
  if (questions.length + answered.length === 0) return null;
  return (
    <section>
      <h2>
        {questions.length === 0 ? '村里的回答' : '要村里回答的'}
        <span class="hint">账上看不出来的，答了才能判断</span>
      </h2>
      {action === undefined ? (
        <ul>
          {questions.map(({ label }) => (
            <li>{label}</li>
          ))}
          {answered.map(({ label, last }) => (
            <li>{`${label}：${last ?? ''}`}</li>
          ))}
        </ul>
      ) : (
        <Questions page={page} action={action} />
      )}
    </section>
  );
}

/** Contracts, projects or assets with lines of their own. */
export function LinkedMatters({ caption, rows }: { caption: string; rows: readonly MattersLink[] }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        {
          head: caption,
          names: true,
          cell: ({ name, href }) => <a href={href}>{name}</a>,
        },
        {
          head: '文件怎么说',
          cell: ({ counts }) => (
            <>
              {counts.failed > 0 && <StateGlyph state="blocked" />} {countsText(counts)}
            </>
          ),
        },
      ]}
    />
  );
}

/** Lines with nothing to be done about them, under a heading of their own. */
function Standing({ caption, rows }: { caption: string; rows: readonly MatterRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{caption}</h2>
      <Lines caption={caption} rows={rows} />
    </section>
  );
}

/** What is not kept first, then what is asked, then what is kept. */
export function MattersPage(page: MattersPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {page.name}
          <span class="hint">{`${page.kind}　对照文件`}</span>
          <a class="aside" href={page.listHref}>
            各处资产
          </a>
        </h1>
        <p>
          <b>{countsText(page.counts)}</b>
          <span class="hint">{`　《${page.document}》`}</span>
        </p>
        {page.lastOn !== undefined && (
          <p>{`已经不在了，下面是它最后一天（${fullDayText(page.lastOn)}）的情形。`}</p>
        )}
        <ErrorSummary form={page.form} />
        {page.broken.length > 0 && <Lines caption="不符合的" rows={page.broken} />}
        {page.openNeeds.map((sentence) => (
          <p>
            <StateGlyph state="undecided" /> {sentence}。<a href={page.listHref}>去看</a>
          </p>
        ))}
        <OpenQuestions page={page} />
        {page.linked.length > 0 && (
          <section>
            <h2>它的合同</h2>
            <LinkedMatters caption="合同" rows={page.linked} />
          </section>
        )}
        <Standing caption="不符合，写了理由的" rows={page.explained} />
        <Standing caption="符合的" rows={page.settled} />
        <p>
          <a href={page.backHref}>{`回${page.kind}`}</a>
        </p>
      </div>
    </OfficeFrame>
  );
}
