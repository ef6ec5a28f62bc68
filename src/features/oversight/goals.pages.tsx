import type { GoalOutcome } from '../../domain/oversight/goals';
import { Citation, type Clause } from '../../platform/views/citation';
import { EmptyState } from '../../platform/views/empty-state';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A goal with how it stands. */
export interface GoalRow {
  readonly outcome: GoalOutcome;
  readonly word: string;
  readonly says: string;
  readonly level: string;
  readonly clause: Clause;
  /** Its figures, or how many of what it is about reach it. */
  readonly figures: readonly string[];
  readonly href: string;
}

/** Something due with the periods around today. */
export interface DueRow {
  readonly says: string;
  readonly level: string;
  readonly clause: Clause;
  readonly periods: readonly { readonly text: string; readonly state: GlyphState; readonly word: string }[];
  /** Absent where the document names no day. */
  readonly href: string | undefined;
}

/** A ladder of income with how many villages stand on each step. */
export interface BandRow {
  readonly says: string;
  readonly clause: Clause;
  readonly rows: readonly string[];
}

/** What a document sets an office as goals, and wants done by when. */
export interface GoalsPageProps {
  readonly frame: OfficeFrameProps;
  readonly year: string;
  readonly years: readonly { readonly name: string; readonly href: string; readonly isShown: boolean }[];
  /** Title of the document; undefined where none is in force or nobody has chosen. */
  readonly document: string | undefined;
  readonly goals: readonly GoalRow[];
  readonly bands: readonly BandRow[];
  readonly due: readonly DueRow[];
}

const SHAPES: Readonly<Record<GoalOutcome, GlyphState>> = {
  met: 'done',
  missed: 'attention',
  undecided: 'undecided',
  shown: 'todo',
};

/** How a goal stands, as a shape with its words. */
export function GoalChip({ outcome, word }: { readonly outcome: GoalOutcome; readonly word: string }) {
  return <StateChip state={SHAPES[outcome]}>{word}</StateChip>;
}

function headline(goals: readonly GoalRow[]): string {
  const count = (outcome: GoalOutcome): string =>
    String(goals.filter((goal) => goal.outcome === outcome).length);
  return `没有达到 ${count('missed')}　缺数 ${count('undecided')}　达到 ${count('met')}　只看增减 ${count('shown')}`;
}

function Goals({ rows }: { rows: readonly GoalRow[] }) {
  if (rows.length === 0) return <EmptyState sentence="这份文件没有给这一级定目标。" />;
  return (
    <DataTable
      caption="目标"
      captionHidden
      rows={rows}
      columns={[
        {
          head: '目标',
          names: true,
          cell: (row) => (
            <>
              <a href={row.href}>{row.says}</a>
              <small>{row.level}</small>
              <Citation clause={row.clause} />
            </>
          ),
        },
        { head: '到了没有', cell: (row) => <GoalChip outcome={row.outcome} word={row.word} /> },
        { head: '数', cell: (row) => row.figures.map((text) => <div>{text}</div>) },
      ]}
    />
  );
}

function Bands({ rows }: { rows: readonly BandRow[] }) {
  return (
    <>
      {rows.map((band) => (
        <section>
          <h2>{band.says}</h2>
          <Citation clause={band.clause} />
          {band.rows.map((text) => (
            <p>{text}</p>
          ))}
        </section>
      ))}
    </>
  );
}

function Due({ rows }: { rows: readonly DueRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>要按时做的</h2>
      <DataTable
        caption="要按时做的"
        captionHidden
        rows={rows}
        columns={[
          {
            head: '做什么',
            names: true,
            cell: (row) => (
              <>
                {row.href === undefined ? row.says : <a href={row.href}>{row.says}</a>}
                <small>{row.level}</small>
                <Citation clause={row.clause} />
              </>
            ),
          },
          {
            head: '哪一期、到哪天、办了没有',
            cell: (row) =>
              row.periods.length === 0
                ? '没有定日子，有事就办'
                : row.periods.map(({ text, state, word }) => (
                    <div>
                      {text}　<StateChip state={state}>{word}</StateChip>
                    </div>
                  )),
          },
        ]}
      />
    </section>
  );
}

/** How many goals are reached first, then each with its figures and clause, then what is due. */
export function GoalsPage(page: GoalsPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          目标和期限<span class="hint">{`${page.year}年`}</span>
        </h1>
        <nav class="tabs" aria-label="年度">
          {page.years.map(({ name, href, isShown }) => (
            <a href={href} aria-current={isShown ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        {page.document === undefined ? (
          <EmptyState sentence="现在没有适用的文件，或者有两份以上还没有选定。" />
        ) : (
          <>
            <p>
              <b>{headline(page.goals)}</b>
            </p>
            <p class="small">{`《${page.document}》。目标只看到了没有，不拦任何事。`}</p>
            <Goals rows={page.goals} />
            <Bands rows={page.bands} />
            <Due rows={page.due} />
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
