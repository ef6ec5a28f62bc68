import type { Fen } from '../../domain/money/fen';
import { Citation, type Clause } from '../../platform/views/citation';
import { dayText, spanText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { Waterfall, type WaterfallRow } from '../../platform/views/waterfall';

/** One step of the route a plan goes, in its order. */
export interface RouteStepView {
  /** 起草, 代表会议, 镇审核: the route's own words. */
  readonly name: string;
  readonly state: 'done' | 'current' | 'waiting';
  /** The day it closed. */
  readonly closedOn?: string | undefined;
}

/** What a draft and a decided plan show alike: the period's statement, the pack, the route. */
export interface PlanHead {
  /** Whose plan it is, and the pool's name, as in 光伏收益. */
  readonly collective: string;
  readonly pool: string;
  readonly from: string;
  readonly through: string;
  /** Which draft it is, from 1. */
  readonly draftNumber: number;
  /** The statement line by line, its last row the total. */
  readonly statement: readonly WaterfallRow[];
  readonly distributable: Fen;
  /** How it differs from a year before, and by which line most. */
  readonly difference?: string | undefined;
  /** What is not in the figure yet, a sentence of the glossary: a subsidy still to come. */
  readonly remark?: string | undefined;
  /** Cost goes off first: the clause that says so. */
  readonly clause?: Clause | undefined;
  readonly route: readonly RouteStepView[];
}

/** A plan page's frame and head. */
export interface PlanPageHead {
  readonly frame: OfficeFrameProps;
  readonly plan: PlanHead;
}

/** The plan's title, which draft it is, and where on its route it stands. */
export function PlanTitle(props: {
  readonly plan: PlanHead;
  readonly note?: string | undefined;
  /** The name under which the note is drawn again while a plan is typed. */
  readonly live?: string;
  /** It is a copy that is only tried. */
  readonly isCopy?: boolean;
}) {
  const { plan, note, live, isCopy = false } = props;
  return (
    <div class="plan-title">
      <h1>
        {isCopy && <CopyMark />}
        {`${plan.collective}${plan.pool}分配方案`}
        <span class="hint" data-live={live}>
          {spanText(plan.from, plan.through)}　{`第${plan.draftNumber}稿`}
          {note !== undefined && `　${note}`}
        </span>
      </h1>
      {!isCopy && <RouteSteps route={plan.route} />}
    </div>
  );
}

/** Says of a page, and of every sheet that is printed of it, that it is no plan. */
export function CopyMark() {
  return <strong class="copy-mark">试算</strong>;
}

/** Where a plan stands on its route, step by step. */
export function RouteSteps({ route }: Pick<PlanHead, 'route'>) {
  return (
    <ol class="route" aria-label="要走的步骤">
      {route.map((step) => (
        <li class={`step-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
          {step.name}
          {step.closedOn !== undefined && <small>{dayText(step.closedOn)}</small>}
        </li>
      ))}
    </ol>
  );
}

/** The left column: how much there is to distribute. */
export function PlanStatement({ plan }: { readonly plan: PlanHead }) {
  return (
    <section class="plan-statement">
      <h2>
        能分多少
        <span class="hint">
          单位：元{plan.statement.some(({ lastYear }) => lastYear !== undefined) && '　灰字：去年同期'}
        </span>
      </h2>
      <Waterfall caption="可分配收益怎么来的" rows={plan.statement} />
      {plan.difference !== undefined && <p class="small">{plan.difference}</p>}
      {plan.remark !== undefined && <p class="small">{plan.remark}</p>}
      {plan.clause !== undefined && (
        <div class="small">
          先扣费用，后分配：
          <Citation clause={plan.clause} />
        </div>
      )}
    </section>
  );
}

/** A lower or upper line a use is held to, already in yuan. */
export interface UseBound {
  readonly side: 'floor' | 'cap' | 'exact';
  readonly amount: Fen;
  readonly clause?: Clause | undefined;
}

/** The share of a use as a bar under the mark of its floor or cap; the numbers stand beside it. */
export function ShareBar(props: {
  readonly amount: Fen;
  readonly whole: Fen;
  readonly bound?: UseBound | undefined;
  /** What it was a year before: marked over the bar by its share of what there was then. */
  readonly lastShare?: string | undefined;
  readonly tone?: 'use' | 'short' | 'carried';
  /** The name under which it is drawn again while a plan is typed. */
  readonly live?: string;
}) {
  const { amount, whole, bound, lastShare, tone = 'use', live } = props;
  const part = (fen: Fen): number =>
    whole <= 0n || fen <= 0n ? 0 : Math.min(100, Number((fen * 10_000n) / whole) / 100);
  return (
    <svg class="share-bar" aria-hidden="true" data-live={live}>
      <rect class="track" x="0" y="9" width="100%" height="6" />
      <rect class={`share-${tone}`} x="0" y="9" width={`${part(amount)}%`} height="6" />
      {bound !== undefined && (
        <line class="bound" x1={`${part(bound.amount)}%`} x2={`${part(bound.amount)}%`} y1="3" y2="21" />
      )}
      {lastShare !== undefined && lastShare !== '' && (
        <svg x={lastShare} y="0" class="last-year-mark">
          <path d="M-5 0 L5 0 L0 7 Z" />
        </svg>
      )}
    </svg>
  );
}

/** What a use got a year before, or what was left then, and its share of what there was. */
export interface LastYear {
  readonly amount: Fen;
  readonly share: string;
  /** For how many: 11人. Absent where nobody was counted. */
  readonly people?: string | undefined;
}

/** A cell that says by how much an amount differs from a year before, and what it was then. */
export function Difference(props: {
  readonly amount: Fen;
  /** Undefined where it got nothing then. */
  readonly lastYear: LastYear | undefined;
  readonly of: string;
}) {
  const { amount, lastYear, of } = props;
  return (
    <td class="n difference" data-live={`difference ${of}`}>
      <Money fen={amount - (lastYear?.amount ?? 0n)} signed />
      {lastYear === undefined ? (
        <small class="last-year">去年没有这一项</small>
      ) : (
        <small class="last-year">
          去年 <Money fen={lastYear.amount} />
          {lastYear.share !== '' && `　${lastYear.share}`}
          {lastYear.people !== undefined && `　${lastYear.people}`}
        </small>
      )}
    </td>
  );
}

/** What stands over the uses of their year before: the mark on their bars, or that there was no plan then. */
export function LastYearHint({ lastYear }: { lastYear: LastYear | undefined }) {
  return <>{lastYear === undefined ? '　去年同期没有定过方案' : '　▽ 去年同期'}</>;
}
