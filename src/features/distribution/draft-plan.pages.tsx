import type { ComponentChildren } from 'preact';
import type { Fen } from '../../domain/money/fen';
import { CheckCounts, CheckList } from '../../platform/views/check-result';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, fieldId, type FormState } from '../../platform/views/error-summary';
import { Control, type Option } from '../../platform/views/field';
import { ExplainedFigures, type FigureView } from '../../platform/views/explained-figure';
import { Money } from '../../platform/views/money';
import { OfficeFrame } from '../../platform/views/office-frame';
import {
  DraftActions,
  type DraftActionsProps,
  DraftReasons,
  type DraftReasonsProps,
} from './draft-actions.pages';
import { DraftNumbers, type DraftNumber } from './draft-numbers.pages';
import { type DraftUse, UseRows } from './draft-use-rows.pages';
import { type YearFloorRow, YearFloors } from './year-floors.pages';
import { YearBeside, type YearBesideView } from './year-beside.pages';
import {
  Difference,
  type LastYear,
  LastYearHint,
  PlanStatement,
  PlanTitle,
  ShareBar,
  type PlanPageHead,
} from './plan-parts.pages';
import { CameBack, type RevisionsView } from './plan-revisions.pages';

/** A plan being drafted. */
export interface DraftPlanPageProps extends PlanPageHead, DraftReasonsProps, DraftActionsProps {
  /**
   * Field names: pool, `claims[i][…]` with those of the domain's ClaimForm, `reasons[<check>]`, leftOverNote.
   */
  readonly form: FormState;
  /** The groups a claim may go to, by the pack's word list. */
  readonly targetGroups: readonly Option[];
  /** Why none of those who are to be helped is among them. */
  readonly groupsNote?: string | undefined;
  /** Saves the draft and checks it. A button `moreRows` = bucket asks for one more claim of
   * it, `fillUse` = bucket fills its amount up to its bound.
   */
  readonly saveAction: string;
  readonly uses: readonly DraftUse[];
  /** The numbers the document leaves open, under the rules that use them. */
  readonly numbers: readonly DraftNumber[];
  readonly planned: Fen;
  /** How each figure of the saved draft came about. */
  readonly figures?: readonly FigureView[];
  /** Left for the next period; computed, never typed. */
  readonly carryOver: Fen;
  readonly carryOverShare: string;
  /** What was left a year before, and all there was then; absent where no plan was approved. */
  /** What reserves keep from the plan, and the most its lines may take. */
  readonly reserved?: { readonly fen: Fen; readonly left: Fen; readonly href: string } | undefined;
  readonly lastYear?: (LastYear & { readonly distributable: Fen }) | undefined;
  /** When it was last saved, as printed: 7月4日 09:15. */
  readonly savedAt?: string | undefined;
  /** What stands in the form was checked as it stands, and is not saved as a draft. */
  readonly isTried?: boolean;
  /** How many boxes for amounts hold none, and what of it. */
  readonly unreadable?: string | undefined;
  /** Why the last draft came back, in the words of who returned it. */
  readonly returned?: RevisionsView['returned'];
  /** The floors and caps over the year as they stand with it. */
  readonly floors?: readonly YearFloorRow[];
  /** The year's decided plan beside it. */
  readonly year?: YearBesideView | undefined;
}

/** It stands in the row of what is left over, and stays there while that is less than nothing. */
function LeftOverNote({ form }: Pick<DraftPlanPageProps, 'form'>) {
  return (
    <label for={fieldId('leftOverNote')} class="small left-over">
      留着做什么，可不填
      <Control form={form} name="leftOverNote" />
    </label>
  );
}

/** More is planned than there is: by how much, in place of a total that could not be paid. */
function ExcessRow({ page }: { page: DraftPlanPageProps }) {
  return (
    <tfoot data-live="foot">
      <tr class="total is-short">
        <th scope="row" colSpan={2}>
          {'超出　'}
          <span class="hint">
            填了 <Money fen={page.planned} />
            ，可分配收益只有 <Money fen={page.plan.distributable} />
          </span>
          <LeftOverNote form={page.form} />
        </th>
        <td class="n amount">
          <Money fen={-page.carryOver} />
        </td>
        <td />
        {page.lastYear !== undefined && <td />}
      </tr>
    </tfoot>
  );
}

function CarryOverRows({ page }: { page: DraftPlanPageProps }) {
  if (page.carryOver < 0n) return <ExcessRow page={page} />;
  const total = page.planned + page.carryOver;
  return (
    <tfoot data-live="foot">
      <tr class="carry-over">
        <th scope="row">
          留到下期<small>自动算，不用填</small>
          <LeftOverNote form={page.form} />
        </th>
        <td class="share-cell">
          <ShareBar
            amount={page.carryOver}
            whole={page.plan.distributable}
            lastShare={page.lastYear?.share}
            tone="carried"
          />
        </td>
        <td class="n amount">
          <Money fen={page.carryOver} />
        </td>
        <td class="n">{page.carryOverShare}</td>
        {page.lastYear !== undefined && (
          <Difference amount={page.carryOver} lastYear={page.lastYear} of="left" />
        )}
      </tr>
      <tr class="total">
        <th scope="row" colSpan={2}>
          {'合计　'}
          <span class="hint">
            {total === page.plan.distributable ? '与可分配收益相等，分文不差' : '与可分配收益不相等'}
          </span>
        </th>
        <td class="n amount">
          <Money fen={total} />
        </td>
        <td class="n">100.00%</td>
        {page.lastYear !== undefined && (
          <td class="n difference">
            <Money fen={total - page.lastYear.distributable} signed />
          </td>
        )}
      </tr>
    </tfoot>
  );
}

/** What the shares are of, what the marks mean, and why a list is short. */
function UsesHeading({ plan, uses, groupsNote, lastYear }: DraftPlanPageProps) {
  return (
    <h2>
      分到哪里
      <span class="hint">
        占比的分母：可分配收益 <Money fen={plan.distributable} />
        <LastYearHint lastYear={lastYear} />
        {uses.some((use) => use.bound !== undefined) && '　┃ 限额'}
      </span>
      {groupsNote !== undefined && <span class="hint">{groupsNote}</span>}
    </h2>
  );
}

/** The uses to be typed, with what stands under them in the same form. */
export function DraftUses(props: {
  readonly page: DraftPlanPageProps;
  /** What Enter does, and whether the form is a draft or only tried. */
  readonly entry?: { readonly submits: string; readonly tryOut: 'draft' | 'keep' };
  readonly children?: ComponentChildren;
}) {
  const { page, entry = { submits: '存草稿', tryOut: 'draft' }, children } = props;
  const { form, targetGroups, plan } = page;
  const comparesYears = page.lastYear !== undefined;
  const rows = { form, targetGroups, distributable: plan.distributable, comparesYears };
  return (
    <section>
      <UsesHeading {...page} />
      <PostForm action={page.saveAction} id="draft" enterSubmits={entry.submits} entry tryOut={entry.tryOut}>
        <input type="hidden" name="pool" value={page.form.values.pool ?? ''} />
        <input type="hidden" name="from" value={page.plan.from} />
        <input type="hidden" name="to" value={page.plan.through} />
        <table class="uses">
          <caption class="read-aloud">各项用途和金额</caption>
          <thead>
            <tr>
              <th scope="col">用途和依据</th>
              <th scope="col">
                <span class="read-aloud">占比图</span>
              </th>
              <th scope="col" class="n">
                金额
              </th>
              <th scope="col" class="n">
                占比
              </th>
              {page.lastYear !== undefined && (
                <th scope="col" class="n">
                  比去年
                </th>
              )}
            </tr>
          </thead>
          {page.uses.map((use) => (
            <UseRows page={rows} use={use} />
          ))}
          <CarryOverRows page={page} />
        </table>
        <DraftNumbers form={page.form} numbers={page.numbers} />
        <DraftReasons form={page.form} reasons={page.reasons} />
        {children}
      </PostForm>
    </section>
  );
}

/** What reserves keep from the plan: what is distributable is not all for it. */
function Kept({ reserved }: Pick<DraftPlanPageProps, 'reserved'>) {
  if (reserved === undefined) return null;
  return (
    <p>
      可分配收益里有 <Money fen={reserved.fen} /> 元是<a href={reserved.href}>留存</a>的，最多安排{' '}
      <Money fen={reserved.left} /> 元。
    </p>
  );
}

/** The checks on what stands in the form. */
export function LiveChecks({ page }: { page: DraftPlanPageProps }) {
  return (
    <section data-live="checks" data-tried={page.isTried ? '' : undefined}>
      <h2>
        边填边查 <CheckCounts checks={page.checks} />
      </h2>
      {page.unreadable !== undefined && <p class="blocked-text">{page.unreadable}</p>}
      {page.checks.length === 0 ? (
        <p class="word">填了就查：用途、总数、要写理由的地方。</p>
      ) : (
        <CheckList checks={page.checks} />
      )}
    </section>
  );
}

/** When it was saved or, by itself, kept. */
function savedNote({ savedAt, keptAt }: DraftPlanPageProps): string | undefined {
  if (keptAt !== undefined) return `${keptAt} 自动存，还不是草稿`;
  return savedAt === undefined ? undefined : `${savedAt} 存`;
}

/**
 * How much there is on the left, where it goes on the right, the checks below, the way onward at the foot.
 */
export function DraftPlanPage(page: DraftPlanPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <PlanTitle plan={page.plan} note={savedNote(page)} live="saved" />
      <div class="plan">
        <PlanStatement plan={page.plan} />
        <div class="work">
          <CameBack returned={page.returned} />
          <ErrorSummary form={page.form} />
          <Kept reserved={page.reserved} />
          <DraftUses page={page} />
          <YearBeside year={page.year} uses={page.uses} />
          <YearFloors floors={page.floors ?? []} heading="全年的最低和最高，算到这一期" />
          <LiveChecks page={page} />
          {page.figures !== undefined && <ExplainedFigures figures={page.figures} />}
        </div>
      </div>
      <DraftActions {...page} />
      <script src="/assets/draft-plan.js" defer />
      <script src="/assets/try-out.js" defer />
    </OfficeFrame>
  );
}
