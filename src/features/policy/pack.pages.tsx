import { fieldLabel } from '../../glossary/terms';
import { quotedWithin } from '../../platform/text/quoted-within';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateChip, StateGlyph } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A number that a line of a pack uses. */
export interface LineNumber {
  /** 文件：60%, or of an open one what it is. */
  readonly text: string;
  /** Who decided it and by which paper; of a given number the stricter one in its place. */
  readonly local: string | undefined;
  /** Nobody has filled it: who would. */
  readonly open: string | undefined;
}

/** One line of a pack: what it orders, how hard, with which numbers. */
export interface PackLine {
  /** 用途, 规定 … */
  readonly part: string;
  readonly says: string;
  readonly force: 'block' | 'warn' | 'target' | undefined;
  readonly forceWord: string;
  readonly numbers: readonly LineNumber[];
  /** Its number among the rules, and how far the program is with it. */
  readonly note: string;
}

/** A clause, word for word, and the lines that rest on it. */
export interface ClauseRow {
  readonly at: string;
  /** In quotation marks, unless its text was not seen. */
  readonly text: string;
  readonly lines: readonly PackLine[];
}

/** A number of the document that the county or village fills. */
export interface NeedRow {
  readonly says: string;
  readonly decidedBy: string;
  readonly value: string | undefined;
  /** Where the village decides it; undefined for a number of the county. */
  readonly ownDecision?: string | undefined;
  readonly paper: string | undefined;
  /** Where it is entered; absent for those who only look. */
  readonly href: string | undefined;
}

/** One pack with its text beside its rules. */
export interface PackPageProps {
  readonly frame: OfficeFrameProps;
  readonly title: string;
  readonly region: string;
  /** Issuer, number, day: one line. */
  readonly source: string;
  readonly period: string;
  readonly basis: string;
  readonly kind: string;
  readonly isParaphrase: boolean;
  /** First characters of the digest that plans keep. */
  readonly digest: string;
  /** That somebody has to confirm it, or who did; undefined where nobody has to. */
  readonly confirmation: { readonly isMissing: boolean; readonly text: string } | undefined;
  /** Absent for those who only look, and where nothing is to be confirmed. */
  readonly confirmAction: string | undefined;
  /** The last day a confirmation may reach, as it is typed. */
  readonly confirmableUntil: string;
  /** Field names: until, paperTitle, reason. */
  readonly form: FormState;
  readonly needs: readonly NeedRow[];
  readonly clauses: readonly ClauseRow[];
  readonly listHref: string;
  readonly comparisonHref: string;
}

function Head({ page }: { page: PackPageProps }) {
  return (
    <>
      <p>{page.source}</p>
      <p>{`${page.period}　${page.kind}`}</p>
      <p class="small">
        {`${page.basis}。　文件指纹 `}
        <span class="digest">{page.digest}</span>
      </p>
      {page.isParaphrase && (
        <p>
          <StateChip state="attention">没有见到原文，条文是转述，只能用于演示账。</StateChip>
        </p>
      )}
    </>
  );
}

function Confirmation({ page }: { page: PackPageProps }) {
  const { confirmation, confirmAction, form } = page;
  if (confirmation === undefined) return null;
  return (
    <section>
      <h2>还有没有效</h2>
      <p>
        {confirmation.isMissing && <StateGlyph state="undecided" named />}
        {` ${confirmation.text}`}
      </p>
      {confirmAction !== undefined && (
        <PostForm action={confirmAction} entry>
          <Field
            form={form}
            name="until"
            label={fieldLabel('until')}
            kind="day"
            hint={`最晚 ${page.confirmableUntil}（两年），过了这天再问`}
          />
          <Field form={form} name="paperTitle" label="根据什么文件" hint="没有文件可以不填" />
          <Field form={form} name="reason" label="怎么确认的" kind="area" />
          <FormButtons submit="确认仍然有效" />
        </PostForm>
      )}
    </section>
  );
}

function Needs({ page }: { page: PackPageProps }) {
  if (page.needs.length === 0) return null;
  return (
    <section>
      <h2>
        文件没有给的数<span class="hint">没有人定，用到它的规定就是定不了，不算通过</span>
      </h2>
      <DataTable
        caption="文件没有给的数"
        class="stacked"
        rows={page.needs}
        columns={[
          { head: '要定什么', cell: (row) => row.says },
          { head: '谁定', cell: (row) => row.decidedBy },
          {
            head: '定了多少',
            cell: (row) => row.value ?? row.ownDecision ?? <StateChip state="undecided">还没定</StateChip>,
          },
          {
            head: '根据',
            cell: (row) => row.paper ?? (row.href !== undefined && <a href={row.href}>去填</a>),
          },
        ]}
      />
    </section>
  );
}

function Line({ line }: { line: PackLine }) {
  return (
    <li>
      <span class="part">{line.part}</span>
      <div>
        <p>
          {line.force !== undefined && <b class={`force-${line.force}`}>{line.forceWord}</b>}
          {line.says}
          {line.note !== '' && <small>{line.note}</small>}
        </p>
        {line.numbers.map((number) => (
          <p class="number">
            {number.text}
            {number.local !== undefined && <b>{number.local}</b>}
            {number.open !== undefined && <StateChip state="undecided">{number.open}</StateChip>}
          </p>
        ))}
      </div>
    </li>
  );
}

function Clauses({ page }: { page: PackPageProps }) {
  return (
    <section>
      <h2>
        条文和规定
        <span class="hint">
          {page.isParaphrase ? '左边是转述，右边是照它录的' : '左边是原文，一字不改；右边是照它录的'}
        </span>
      </h2>
      <div class="clauses">
        {page.clauses.map((clause) => (
          <article>
            <div class="clause">
              <b>{clause.at}</b>
              {page.isParaphrase ? (
                <p>{clause.text}</p>
              ) : (
                <blockquote>{`“${quotedWithin(clause.text)}”`}</blockquote>
              )}
            </div>
            <ul>
              {clause.lines.map((line) => (
                <Line line={line} />
              ))}
            </ul>
          </article>
        ))}
      </div>
    </section>
  );
}

/** A document: what it is, whether it holds, what it leaves open, then clause by clause what it orders. */
export function PackPage(page: PackPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {`《${page.title}》`}
          <span class="hint">{page.region}</span>
          <span class="aside">
            <a href={page.listHref}>全部政策</a>
            <a href={page.comparisonHref}>和别的对照</a>
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        <Head page={page} />
        <Confirmation page={page} />
        <Needs page={page} />
        <Clauses page={page} />
      </div>
    </OfficeFrame>
  );
}
