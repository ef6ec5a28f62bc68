import type { Fen } from '../../domain/money/fen';
import { CheckCounts, CheckList, type CheckView } from '../../platform/views/check-result';
import { Citation, type Clause } from '../../platform/views/citation';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Money } from '../../platform/views/money';
import { OfficeFrame } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { WhatIfLink } from './draft-actions.pages';
import { type HeldNumber, HeldNumbers } from './draft-numbers.pages';
import { PlanActs, type PlanActsProps } from './plan-acts.pages';
import { NoticeLink, RecordLink } from './plan-onward.pages';
import { PlanRevisions, type RevisionsView } from './plan-revisions.pages';
import { PlanStory, type PlanStoryProps } from './plan-story.pages';
import { type YearFloorRow, YearFloors } from './year-floors.pages';
import { YearGiven, type YearGivenView } from './year-months.pages';
import {
  FromProposal,
  UnspentBefore,
  UseBefore,
  UsesHead,
  type YearBeforeView,
  YearEquation,
  type YearPlanPageHead,
  YearPlanTitle,
  YearTotals,
} from './year-plan-parts.pages';

/** A figure of expected money as it stands. */
export interface YearMoneyRow {
  readonly name: string;
  /** Whether it is a cost, taken off. */
  readonly isCost: boolean;
  readonly amount: Fen;
  /** Where it comes from, with what the books proposed. */
  readonly from: string;
  readonly why: string;
}

/** A use as it stands. */
export interface YearUseRow {
  /** The pack's id of the use. */
  readonly bucket: string;
  readonly name: string;
  readonly clause: Clause | undefined;
  readonly amount: Fen;
  /** For what, and how posts are reckoned: 6人 × 300.00元 × 12个月. */
  readonly lines: readonly { readonly words: string; readonly amount: Fen }[];
}

/** A yearly plan to be read and decided. */
export interface YearPlanPageProps extends YearPlanPageHead, PlanStoryProps {
  readonly state: GlyphState;
  readonly stateWord: string;
  readonly money: readonly YearMoneyRow[];
  readonly uses: readonly YearUseRow[];
  /** What each use was planned and given a year before. */
  readonly before?: YearBeforeView | undefined;
  /** What became of each use; absent while the year gave nothing. */
  readonly given?: YearGivenView | undefined;
  /** From which keeper's proposal it was drafted, in words. */
  readonly proposed?: string | undefined;
  readonly reserveFor: string;
  /** Why a decided plan is revised by this one. */
  readonly changeWhy: string;
  readonly numbers: readonly HeldNumber[];
  readonly checks: readonly CheckView[];
  /** The floors and caps over the year as they stand with it. */
  readonly floors: readonly YearFloorRow[];
  /** What is different from the draft before it, where one was submitted. */
  readonly revisions?: RevisionsView | undefined;
  readonly acts: PlanActsProps;
  /** Where it is drafted anew, by whoever keeps the books. */
  readonly draftHref?: string | undefined;
  readonly draftWord: string;
  /** Where its sheet is published and printed. */
  /** The record of how it was decided. */
  readonly recordHref: string;
  readonly noticeHref?: string | undefined;
  /** Where a copy is tried with other figures, by whoever keeps the books. */
  readonly whatIfHref?: string | undefined;
  readonly form?: FormState | undefined;
}

function MoneyTable({ rows }: { rows: readonly YearMoneyRow[] }) {
  return (
    <section>
      <h2>预计的钱从哪里来</h2>
      <DataTable
        caption="预计的收入和费用"
        class="stacked"
        rows={rows}
        columns={[
          { head: '哪一项', names: true, cell: (row) => row.name },
          { head: '从哪里来', cell: (row) => row.from },
          { head: '为什么不一样', cell: (row) => (row.why === '' ? '和账上一样' : row.why) },
          {
            head: '预计',
            numeric: true,
            cell: (row) => <Money fen={row.isCost ? -row.amount : row.amount} />,
          },
        ]}
      />
    </section>
  );
}

function UseTable({ page }: { page: YearPlanPageProps }) {
  return (
    <table class="uses">
      <UsesHead />
      {page.uses.map((use) => (
        <tbody class="use">
          <tr>
            <th scope="rowgroup">
              {use.name}
              {use.clause !== undefined && <Citation clause={use.clause} />}
              <UseBefore before={page.before} use={use.bucket} />
              {use.lines.map(({ words }) => (
                <small>{words}</small>
              ))}
            </th>
            <td class="n amount whole">
              <Money fen={use.amount} />
            </td>
          </tr>
        </tbody>
      ))}
      <YearTotals figures={page.head.figures} columns={2} />
    </table>
  );
}

/** The year's equation on the left; money, uses, checks, steps and acts on the right. */
export function YearPlanPage(page: YearPlanPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <YearPlanTitle head={page.head} />
      <div class="plan">
        <YearEquation head={page.head} />
        <div class="work">
          <p class="plan-state">
            <StateChip state={page.state}>{page.stateWord}</StateChip>
            <NoticeLink href={page.noticeHref} />
            {page.draftHref !== undefined && (
              <a class="button" href={page.draftHref}>
                {page.draftWord}
              </a>
            )}
            <RecordLink href={page.recordHref} />
            <WhatIfLink href={page.whatIfHref} />
          </p>
          {page.form !== undefined && <ErrorSummary form={page.form} />}
          <FromProposal proposed={page.proposed} />
          {page.changeWhy !== '' && <p>{`为什么改：${page.changeWhy}`}</p>}
          <section>
            <h2>
              用到哪里
              {page.before?.note !== undefined && <span class="hint">{page.before.note}</span>}
            </h2>
            <UseTable page={page} />
            {page.reserveFor !== '' && <p class="small">{`预留用来：${page.reserveFor}`}</p>}
          </section>
          <YearGiven given={page.given} />
          <MoneyTable rows={page.money} />
          <UnspentBefore before={page.before} />
          <YearFloors floors={page.floors} heading="全年的最低和最高，照这份" />
          <PlanRevisions view={page.revisions} />
          <HeldNumbers numbers={page.numbers} />
          <section>
            <h2>
              查过的 <CheckCounts checks={page.checks} />
            </h2>
            <CheckList checks={page.checks} />
            <p class="small">按全年预计的数查。钱给谁，发的时候再查。</p>
          </section>
          <PlanStory {...page} />
          <PlanActs {...page.acts} />
        </div>
      </div>
    </OfficeFrame>
  );
}
