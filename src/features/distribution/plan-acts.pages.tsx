import { stepWords } from '../../glossary/approval-words';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { VoteFields } from '../../platform/views/vote-fields';
import { Signing, type SigningProps } from './signing.pages';
import { type AskedPapers, StepPapers } from './step-papers.pages';

/** One act on a plan: where it posts and what was typed. */
export interface PlanAct {
  readonly action: string;
  readonly form: FormState;
}

/** What is sent back, with the lines of which each may have its own reason. */
export interface ReturningAct extends PlanAct {
  readonly lines: readonly { readonly use: string; readonly name: string }[];
}

/** How a step of the village's ended: it passed, or a body said no; and what is said of its reason. */
export interface EndedChoice {
  readonly options: readonly Option[];
  readonly hint?: string | undefined;
  readonly reasonHint: string;
}

/** The step that is noted next, and what of it is asked for. */
export interface NotedStep extends PlanAct {
  /** Its name, and its place in the route, from 1. */
  readonly step: string;
  readonly number: number;
  readonly votes: boolean;
  /** Of how many the body is by its roll; absent where nobody noted one. */
  readonly roll?: string | undefined;
  /** Where a body of the village may say no: how it ended, and what its reason is for. */
  readonly ended?: EndedChoice | undefined;
  readonly hint: string;
  readonly paper: { readonly label: string; readonly hint: string };
  /** Where the meeting's papers had to be out before it: for how long. */
  readonly papersOut?: string | undefined;
  /** What its route asks for with it. */
  readonly papers: AskedPapers;
  readonly submit: string;
}

/**
 * The acts open to the person who looks; an act that the plan's state or the person does not allow is absent.
 */
export interface PlanActsProps {
  /** The digest the person has before them: approving another is refused. Posted as `digest`. */
  readonly digest: string;
  /** The village's next step: its day, its paper, of a meeting the fields of the domain's MeetingCounts. */
  readonly noting?: NotedStep | undefined;
  /** The township sends it back; fields outcome, digest, reason, lineReasons[<use>]. */
  readonly returning?: ReturningAct | undefined;
  /** The township agrees, and what that allows in words; fields outcome and digest. */
  readonly approving?: { readonly action: string; readonly words: string } | undefined;
  /** Where the sheet stands after which the next step comes; nobody agrees while it is not over. */
  readonly sheet?: { readonly isOver: boolean; readonly words: string } | undefined;
  /** Who signs the next step, where several do. */
  readonly signing?: SigningProps | undefined;
  /** Whose the next step is, where it is not the person's. */
  readonly whose?: string | undefined;
  /** Which bodies voted without a roll that their numbers are held against, to who reviews it. */
  readonly unrolled?: { readonly words: string; readonly href: string } | undefined;
  /** Where the county files it, under a number of its own. */
  readonly filing?: { readonly step: string; readonly href: string } | undefined;
  /** Why the person cannot act, as a sentence of the glossary: they drafted it themselves. */
  readonly barred?: string | undefined;
}

function Noting({ act }: { act: NotedStep }) {
  const { form, votes, roll, papersOut, paper, ended } = act;
  return (
    <section>
      <h2>
        {stepWords.noting(act.step)}
        {act.hint !== '' && <span class="hint">{act.hint}</span>}
      </h2>
      <ErrorSummary form={form} />
      <PostForm action={act.action} class="short-fields" entry>
        <input type="hidden" name="stepNumber" value={String(act.number)} />
        <Field form={form} name="heldOn" label={fieldLabel('heldOn')} kind="day" hint="如 2025-07-08" />
        {papersOut !== undefined && (
          <Field
            form={form}
            name="papersOutOn"
            label={fieldLabel('papersOutOn')}
            kind="day"
            hint={papersOut}
          />
        )}
        {votes && <VoteFields form={form} roll={roll} />}
        {ended !== undefined && <Ended form={form} ended={ended} />}
        <Field form={form} name="stepPaper" label={paper.label} hint={paper.hint} />
        <StepPapers papers={act.papers} form={form} />
        <div class="buttons">
          <button type="submit" class="primary">
            {act.submit}
          </button>
        </div>
      </PostForm>
    </section>
  );
}

function Ended({ form, ended }: { form: FormState; ended: EndedChoice }) {
  const { options, hint, reasonHint } = ended;
  return (
    <>
      <Field form={form} name="outcome" label={stepWords.ended.label} options={options} hint={hint} />
      <Field form={form} name="reason" label={fieldLabel('reason')} kind="area" hint={reasonHint} />
    </>
  );
}

function Returning({ act, digest }: { act: ReturningAct; digest: string }) {
  const wrote = act.lines.some(({ use }) => (act.form.values[`lineReasons[${use}]`] ?? '') !== '');
  return (
    <div>
      <ErrorSummary form={act.form} />
      <PostForm action={act.action} entry>
        <input type="hidden" name="digest" value={digest} />
        <input type="hidden" name="outcome" value="returned" />
        <Field form={act.form} name="reason" label={fieldLabel('reason')} kind="area" hint="村里会看到原话" />
        <details class="fold" open={wrote}>
          <summary>哪一项有问题，逐项写</summary>
          {act.lines.map(({ use, name }) => (
            <Field form={act.form} name={`lineReasons[${use}]`} label={name} />
          ))}
        </details>
        <div class="buttons">
          <button type="submit">退回修改</button>
        </div>
      </PostForm>
    </div>
  );
}

/**
 * The acts, each with its own form; approving and returning stand apart, so that neither is hit for the
 * other.
 */
export function PlanActs(props: PlanActsProps) {
  const { digest, sheet, signing, whose, noting, filing, returning, approving, barred, unrolled } = props;
  const reviewing = returning !== undefined || approving !== undefined;
  return (
    <>
      {sheet !== undefined && <p class={sheet.isOver ? 'note' : 'barred'}>{sheet.words}</p>}
      {whose !== undefined && <p class="note">{whose}</p>}
      <Signing view={signing} />
      {barred !== undefined && <p class="barred">{barred}</p>}
      {noting !== undefined && <Noting act={noting} />}
      {filing !== undefined && (
        <p>
          {stepWords.next(filing.step)}
          <a href={filing.href}>去备案，接着上一号给号</a>
        </p>
      )}
      {reviewing && (
        <section>
          <h2>审核</h2>
          {unrolled !== undefined && (
            <p class="barred">
              {unrolled.words}
              <a href={unrolled.href}>登记名册人数</a>
            </p>
          )}
          <div class="review">
            {approving !== undefined && (
              <PostForm action={approving.action}>
                <input type="hidden" name="digest" value={digest} />
                <input type="hidden" name="outcome" value="passed" />
                <p>{approving.words}</p>
                <button type="submit" class="primary">
                  同意这份方案
                </button>
              </PostForm>
            )}
            {returning !== undefined && <Returning act={returning} digest={digest} />}
          </div>
        </section>
      )}
    </>
  );
}
