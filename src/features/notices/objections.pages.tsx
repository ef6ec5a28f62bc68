import { type Objection, type ObjectionState } from '../../domain/notices/objection';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';

/** An objection as the office sees it. */
export interface ObjectionRow extends Objection {
  readonly id: string;
  readonly sheet: string;
  readonly text: string;
  readonly source: string;
  readonly state: ObjectionState;
  readonly hasPhone: boolean;
  /** The telephone that was just opened. */
  readonly phone?: string | undefined;
  readonly answerAction: string;
  readonly phoneAction: string;
}

/** The objections of a village. */
export interface ObjectionsPageProps {
  readonly frame: OfficeFrameProps;
  readonly backHref: string;
  readonly rows: readonly ObjectionRow[];
  readonly action: string;
  readonly notices: readonly Option[];
  readonly form: FormState;
  /** Which objection's answer was refused. */
  readonly answering?: string | undefined;
}

function Phone({ row }: { row: ObjectionRow }) {
  if (!row.hasPhone) return <p class="small">没有留电话。</p>;
  if (row.phone !== undefined) return <p>{`回电话：${row.phone}`}</p>;
  return (
    <PostForm action={row.phoneAction}>
      <button type="submit">看电话（会记下谁看的）</button>
    </PostForm>
  );
}

function Answer({ row, form }: { row: ObjectionRow; form: FormState | undefined }) {
  const empty: FormState = { values: {}, problems: [], sentence: () => '' };
  return (
    <details class="fold" open={form !== undefined}>
      <summary>答复</summary>
      <PostForm action={row.answerAction} entry>
        <Field
          form={form ?? empty}
          name="objectionGist"
          label={fieldLabel('objectionGist')}
          hint="一句话，如 土地租金怎么算；不写人名"
        />
        <Field
          form={form ?? empty}
          name="objectionAnswer"
          label={fieldLabel('objectionAnswer')}
          kind="area"
          hint="公开，也印在下一张公示上；不写人名、电话、证件号"
        />
        <div class="buttons">
          <button type="submit" class="primary">
            答复
          </button>
        </div>
      </PostForm>
    </details>
  );
}

/** One past its day is seen at once. */
const OBJECTION_GLYPHS: Readonly<Record<ObjectionState, GlyphState>> = {
  open: 'todo',
  overdue: 'blocked',
  answered: 'done',
  answeredLate: 'attention',
};

function Item({ row, form }: { row: ObjectionRow; form: FormState | undefined }) {
  const { answer } = row;
  return (
    <section>
      <h2>{`〔${String(row.year)}〕第${String(row.number)}号`}</h2>
      <p>
        <StateChip state={OBJECTION_GLYPHS[row.state]}>{labelOf(`objectionState.${row.state}`)}</StateChip>
      </p>
      <dl class="facts">
        <dt>对哪张公示</dt>
        <dd>{row.sheet}</dd>
        <dt>收到</dt>
        <dd>{`${row.receivedOn}，${row.source}`}</dd>
        <dt>答复期限</dt>
        <dd>{row.dueOn}</dd>
        <dt>意见</dt>
        <dd>{row.text}</dd>
        {answer !== undefined && (
          <>
            <dt>答复</dt>
            <dd>{`${answer.on}：${answer.gist}。${answer.words}`}</dd>
          </>
        )}
      </dl>
      <Phone row={row} />
      {answer === undefined && <Answer row={row} form={form} />}
    </section>
  );
}

/** Every objection with its deadline, those without an answer first, and one to be typed in. */
export function ObjectionsPage(page: ObjectionsPageProps) {
  const { form, answering } = page;
  const isEntering = answering === undefined;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {labelOf('page.objections')}
          <a class="aside" href={page.backHref}>
            回到方案
          </a>
        </h1>
        <ErrorSummary form={form} />
        {page.rows.length === 0 && <EmptyState sentence="还没有收到意见。" />}
        {page.rows.map((row) => (
          <Item key={row.id} row={row} form={answering === row.id ? form : undefined} />
        ))}
        {page.notices.length > 0 && (
          <details class="fold" open={isEntering && form.problems.length > 0}>
            <summary>登记打电话、当面提的意见</summary>
            <PostForm action={page.action} entry>
              <Field form={form} name="noticeId" label={fieldLabel('noticeId')} options={page.notices} />
              <Field form={form} name="objectedOn" label={fieldLabel('objectedOn')} kind="day" />
              <Field
                form={form}
                name="objectionWords"
                label={fieldLabel('objectionWords')}
                kind="area"
                hint="只在办公系统里看；不写姓名、电话、证件号"
              />
              <Field
                form={form}
                name="objectionPhone"
                label={fieldLabel('objectionPhone')}
                hint="要回电话的才填，加密存放，谁看过都有记录"
              />
              <FormButtons submit="登记" cancelHref={page.backHref} />
            </PostForm>
          </details>
        )}
      </div>
    </OfficeFrame>
  );
}
