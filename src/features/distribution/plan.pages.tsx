import type { Fen } from '../../domain/money/fen';
import { CheckCounts, CheckList, type CheckView } from '../../platform/views/check-result';
import { Citation, type Clause } from '../../platform/views/citation';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { ExplainedFigures, type FigureView } from '../../platform/views/explained-figure';
import { Money } from '../../platform/views/money';
import { OfficeFrame } from '../../platform/views/office-frame';
import { StateChip, type GlyphState } from '../../platform/views/state-glyph';
import { type MovedShown, MovedSheetSection } from './moved-sheet.pages';
import { type HeldNumber, HeldNumbers } from './draft-numbers.pages';
import {
  Difference,
  type LastYear,
  LastYearHint,
  PlanStatement,
  PlanTitle,
  ShareBar,
  type PlanPageHead,
  type UseBound,
} from './plan-parts.pages';
import { Claim, type ClaimView } from './plan-claim.pages';
import { type PlanOnward, PlanOnwardLinks } from './plan-onward.pages';
import { PlanRevisions, type RevisionsView } from './plan-revisions.pages';
import { PlanSettling, type PlanSettlingProps } from './plan-settling.pages';
import { PlanStory, type PlanStoryProps } from './plan-story.pages';
import { PlanActs, type PlanActsProps } from './plan-acts.pages';
import { type YearFloorRow, YearFloors } from './year-floors.pages';
import { YearBeside, type YearBesideView } from './year-beside.pages';

/** One line of a plan that can no longer be typed into. */
export interface PlanUse {
  readonly name: string;
  readonly clause: Clause | undefined;
  readonly amount: Fen;
  /** Its share of the distributable surplus, `59.36%`. */
  readonly share: string;
  readonly reason?: string | undefined;
  readonly bound?: UseBound | undefined;
  /** What it got a year before. */
  readonly lastYear?: LastYear | undefined;
  readonly claims: readonly ClaimView[];
}

/** A plan on its route or at its end. */
export interface PlanPageProps extends PlanPageHead, PlanOnward, PlanStoryProps, PlanSettlingProps {
  readonly state: GlyphState;
  /** The state in a word of the glossary: 待镇审核, 已同意, 已退回. */
  readonly stateWord: string;
  readonly uses: readonly PlanUse[];
  readonly carryOver: Fen;
  readonly carryOverShare: string;
  /** What was left a year before, and all there was then; absent where no plan of those days was approved. */
  readonly lastYear?: (LastYear & { readonly distributable: Fen }) | undefined;
  /** The numbers the plan is judged by beside the document's own. */
  readonly numbers?: readonly HeldNumber[];
  readonly checks: readonly CheckView[];
  /** How each figure came about. */
  readonly figures: readonly FigureView[];
  readonly acts: PlanActsProps;
  /** What is different from the draft before it, where one was submitted. */
  readonly revisions?: RevisionsView | undefined;
  /** Where what will never be granted is released; absent while nothing is approved. */
  readonly releasesHref?: string | undefined;
  /** The floors and caps over the year as they stand with it. */
  readonly floors?: readonly YearFloorRow[];
  /** The year's decided plan beside it. */
  readonly year?: YearBesideView | undefined;
  /** What of its figures the books tell otherwise since it was approved. */
  readonly moved?: MovedShown | undefined;
  /** What the money left over is kept for. */
  readonly leftOverNote?: string | undefined;
  /** An act that was refused as a whole, said on top. */
  readonly form?: FormState | undefined;
}

function UseRows({ use, page }: { use: PlanUse; page: PlanPageProps }) {
  const whole = page.plan.distributable;
  const comparesYears = page.lastYear !== undefined;
  return (
    <tbody class="use">
      <tr>
        <th scope="rowgroup">
          {use.name}
          {use.clause !== undefined && <Citation clause={use.clause} />}
          {use.reason !== undefined && <small>{`理由：${use.reason}`}</small>}
        </th>
        <td class="share-cell">
          <ShareBar amount={use.amount} whole={whole} bound={use.bound} lastShare={use.lastYear?.share} />
        </td>
        <td class="n amount">
          <Money fen={use.amount} />
        </td>
        <td class="n">{use.share}</td>
        {comparesYears && <Difference amount={use.amount} lastYear={use.lastYear} of={use.name} />}
      </tr>
      {use.claims.map((claim) => (
        <Claim claim={claim} comparesYears={comparesYears} />
      ))}
    </tbody>
  );
}

function CarryOverRows({ page }: { page: PlanPageProps }) {
  const { carryOver, lastYear, plan, uses } = page;
  const total = uses.reduce((sum, use) => sum + use.amount, carryOver);
  return (
    <tfoot>
      <tr class="carry-over">
        <th scope="row">
          留到下期
          {page.leftOverNote !== undefined && <small>{page.leftOverNote}</small>}
        </th>
        <td class="share-cell">
          <ShareBar
            amount={carryOver}
            whole={plan.distributable}
            lastShare={lastYear?.share}
            tone="carried"
          />
        </td>
        <td class="n amount">
          <Money fen={carryOver} />
        </td>
        <td class="n">{page.carryOverShare}</td>
        {lastYear !== undefined && <Difference amount={carryOver} lastYear={lastYear} of="left" />}
      </tr>
      <tr class="total">
        <th scope="row" colSpan={2}>
          合计
        </th>
        <td class="n amount">
          <Money fen={total} />
        </td>
        <td class="n">100.00%</td>
        {lastYear !== undefined && (
          <td class="n difference">
            <Money fen={total - lastYear.distributable} signed />
          </td>
        )}
      </tr>
    </tfoot>
  );
}

function Uses({ page }: { page: PlanPageProps }) {
  return (
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
        <UseRows use={use} page={page} />
      ))}
      <CarryOverRows page={page} />
    </table>
  );
}

/**
 * A plan to be read, decided, approved or granted from: the same two columns as its draft, nothing to type
 * but the act.
 */
export function PlanPage(page: PlanPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <PlanTitle plan={page.plan} />
      <div class="plan">
        <PlanStatement plan={page.plan} />
        <div class="work">
          <p class="plan-state">
            <StateChip state={page.state}>{page.stateWord}</StateChip>
            <PlanOnwardLinks {...page} />
          </p>
          {page.form !== undefined && <ErrorSummary form={page.form} />}
          <MovedSheetSection moved={page.moved} />
          <section>
            <h2>
              分到哪里
              <span class="hint">
                占比的分母：可分配收益 <Money fen={page.plan.distributable} />
                <LastYearHint lastYear={page.lastYear} />
              </span>
              {page.releasesHref !== undefined && (
                <a class="aside" href={page.releasesHref}>
                  不再发的钱
                </a>
              )}
            </h2>
            <Uses page={page} />
          </section>
          <PlanSettling {...page} />
          <YearBeside year={page.year} uses={page.uses} />
          <YearFloors floors={page.floors ?? []} heading="全年的最低和最高，算到这一期" />
          <PlanRevisions view={page.revisions} />
          <HeldNumbers numbers={page.numbers ?? []} />
          <section>
            <h2>
              查过的 <CheckCounts checks={page.checks} />
            </h2>
            <CheckList checks={page.checks} />
          </section>
          <ExplainedFigures figures={page.figures} />
          <PlanStory {...page} />
          <PlanActs {...page.acts} />
        </div>
      </div>
    </OfficeFrame>
  );
}
