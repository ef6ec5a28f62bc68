import type { Fen } from '../../domain/money/fen';
import { spanText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateChip, type GlyphState } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { type OfferRow, Offers } from './owner-offers.pages';
import type { YearPlanListed } from './year-plan-view.service';

/** One plan in the village's list. */
export interface PlanRow {
  readonly href: string;
  readonly pool: string;
  readonly from: string;
  readonly through: string;
  readonly draftNumber: number;
  readonly distributable: Fen;
  readonly state: GlyphState;
  readonly stateWord: string;
}

/** All plans of a village, the latest first. */
export interface PlanListPageProps {
  readonly frame: OfficeFrameProps;
  readonly plans: readonly PlanRow[];
  readonly draftHref?: string | undefined;
  /** What the money of whole years is to be used for, the latest first, and where one is drafted. */
  readonly years: readonly YearPlanListed[];
  readonly draftYearHref?: string | undefined;
  /** What keepers of joint stations propose to the village, the latest year first. */
  readonly offers: readonly OfferRow[];
  readonly worksHref: string;
  readonly aidHref: string;
  readonly stateAidHref: string;
  readonly noticesHref: string;
  readonly industryHref: string;
  readonly bodyRollHref: string;
}

/** The yearly plans, before the periods that give out the money. */
function YearPlans({ years, draftYearHref }: Pick<PlanListPageProps, 'years' | 'draftYearHref'>) {
  return (
    <section>
      <h2>
        年度使用计划
        <span class="hint">先定一年的钱怎么用，再一期一期按到账的钱分</span>
        {draftYearHref !== undefined && (
          <a class="aside" href={draftYearHref}>
            起草年度计划
          </a>
        )}
      </h2>
      {years.length === 0 ? (
        <p class="word">还没有年度使用计划。</p>
      ) : (
        <DataTable
          caption="年度使用计划"
          rows={years}
          columns={[
            {
              head: '年度',
              names: true,
              cell: (row) => <a href={row.href}>{`${String(row.year)}年`}</a>,
            },
            { head: '哪笔钱', cell: (row) => row.pool },
            { head: '稿', cell: (row) => `第${String(row.draftNumber)}稿` },
            { head: '预计能用', numeric: true, cell: (row) => <Money fen={row.figures.expected} /> },
            { head: '用途', numeric: true, cell: (row) => <Money fen={row.figures.used} /> },
            { head: '走到哪里', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
          ]}
        />
      )}
    </section>
  );
}

type OtherHref = 'worksHref' | 'aidHref' | 'stateAidHref' | 'industryHref' | 'noticesHref' | 'bodyRollHref';
type OtherHrefs = Pick<PlanListPageProps, OtherHref>;

function OtherLists(to: OtherHrefs) {
  return (
    <nav class="tabs" aria-label="方案">
      <a href={to.worksHref}>小型公益事业</a>
      <a href={to.aidHref}>奖励补助</a>
      <a href={to.stateAidHref}>政府补助</a>
      <a href={to.industryHref}>产业项目</a>
      <a href={to.noticesHref}>公示</a>
      <a href={to.bodyRollHref}>会议名册</a>
    </nav>
  );
}

/** The list, or one sentence where there is none yet. */
export function PlanListPage(page: PlanListPageProps) {
  const { frame, plans, draftHref } = page;
  return (
    <OfficeFrame frame={frame}>
      <div class="alone wide">
        <h1>
          分配方案
          {draftHref !== undefined && (
            <a class="button aside" href={draftHref}>
              起草方案
            </a>
          )}
        </h1>
        <OtherLists {...page} />
        <YearPlans {...page} />
        <Offers offers={page.offers} />
        <section>
          <h2>各期分配方案</h2>
          {plans.length === 0 ? (
            <EmptyState
              sentence="还没有分配方案。"
              action={
                draftHref === undefined ? undefined : { href: draftHref, label: '从可分配收益起草一份。' }
              }
            />
          ) : (
            <DataTable
              caption="分配方案"
              rows={plans}
              columns={[
                {
                  head: '期间',
                  names: true,
                  cell: (row) => <a href={row.href}>{spanText(row.from, row.through)}</a>,
                },
                { head: '哪笔钱', cell: (row) => row.pool },
                { head: '稿', cell: (row) => `第${row.draftNumber}稿` },
                { head: '可分配收益', numeric: true, cell: (row) => <Money fen={row.distributable} /> },
                { head: '走到哪里', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
              ]}
            />
          )}
        </section>
      </div>
    </OfficeFrame>
  );
}
