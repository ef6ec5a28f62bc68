import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { YearFigures } from '../../domain/distribution/year-plan';
import { sumFen } from '../../domain/money/fen';
import { type NamedFigure, yearChangeRows } from '../../domain/notices/year-changes';
import type {
  YearChange,
  YearMoneyRow,
  YearPlanNotice,
  YearStepTaken,
  YearSums,
  YearUseRow,
} from '../../domain/notices/year-plan-notice';
import { bucketsOf } from '../../domain/policy/pack';
import { moneyFrom, moneyName } from '../../glossary/year-money-words';
import { yearPlanWords } from '../../glossary/year-plan-words';
import { type YearPlan, YearPlanReadService } from '../distribution/year-plan-read.service';
import { NoticeClausesService } from './notice-clauses.service';
import { issuedBy, NoticeIssueService, type Publication } from './notice-issue.service';
import { NoticeEntity } from './notice.entity';

/** Puts the canonical facts of a yearly use plan's sheet together. */
@Injectable()
export class YearPlanComposerService {
  constructor(
    private readonly issue: NoticeIssueService,
    private readonly clauses: NoticeClausesService,
    private readonly plans: YearPlanReadService,
  ) {}

  /** @throws DomainError `notices.withoutMeeting`, `notices.characterNotPrintable` */
  async compose(plan: YearPlan, publication: Publication, db: EntityManager): Promise<YearPlanNotice> {
    const { collectiveId, pool, year } = plan;
    const issuers = await this.issue.issuersOf(collectiveId);
    const { heading: issued, ...issue } = this.issue.issueOf(plan, issuers, publication);
    const days = { periodFrom: `${String(year)}-01-01`, periodTo: `${String(year)}-12-31` };
    const before = await this.plans.decidedBefore(plan, db);
    const version = (await countSheets(db, { collectiveId, pool, periodFrom: days.periodFrom })) + 1;
    const reserveFor = plan.reserveFor.trim();
    const notice: YearPlanNotice = {
      kind: 'yearly-use-plan',
      heading: { ...issuedBy(issuers), ...issued, ...days, periodKind: 'year', pool, version },
      sums: sumsOf(plan.figures),
      money: moneyOf(plan),
      uses: { rows: usesOf(plan), ...(reserveFor === '' ? {} : { reserveFor }) },
      ...(before === undefined ? {} : { change: changeOf(before, plan) }),
      ...(await this.issue.askedOf(issuers, db)),
      clauses: await this.clauses.clausesOfYear(plan),
      ...{ draftedOn: plan.draftedOn, steps: stepsOf(plan), ...issue },
    };
    this.issue.refuseUnprintable(notice, issuers);
    return notice;
  }
}

/** How many sheets of a year's plan were published before, withdrawn ones too. */
async function countSheets(
  db: EntityManager,
  { collectiveId, pool, periodFrom }: { collectiveId: string; pool: string; periodFrom: string },
): Promise<number> {
  const notices = await db.findBy(NoticeEntity, { collectiveId });
  return notices.filter(({ data: { kind, heading } }) => {
    return kind === 'yearly-use-plan' && heading.pool === pool && heading.periodFrom === periodFrom;
  }).length;
}

function sumsOf(figures: YearFigures): YearSums {
  const { carriedOver, income, costs, expected, used, reserve, left } = figures;
  return {
    ...{ carriedOver: String(carriedOver), income: String(income), costs: String(costs) },
    ...{ expected: String(expected), used: String(used), reserve: String(reserve), left: String(left) },
  };
}

/** What is carried over always stands; what is nothing and was proposed as nothing has no row. */
function moneyOf(plan: YearPlan): YearMoneyRow[] {
  return plan.content.money
    .filter(({ code, amount, proposed = 0n }) => code === CARRIED_OVER || amount !== 0n || proposed !== 0n)
    .map((each) => {
      const why = each.why.trim();
      return {
        ...{ code: each.code, name: moneyName(each.code, plan), from: moneyFrom(each, plan) },
        ...(why === '' ? {} : { why }),
        amount: String(each.amount),
      };
    });
}

const CARRIED_OVER = 'carried_over';

/** The uses in the order of the document, each line with its posts where it pays posts. */
function usesOf({ pack, pool, content }: YearPlan): YearUseRow[] {
  return bucketsOf(pack, pool).flatMap(({ id, name, mark }) =>
    content.uses
      .filter(({ bucket }) => bucket === id)
      .map(({ forWhat, posts, amount }) => ({
        ...{ bucket: id, name, description: forWhat.trim(), amount: String(amount) },
        ...(mark === undefined ? {} : { clauseMark: mark }),
        ...(posts === undefined ? {} : { posts: { ...posts, standard: String(posts.standard) } }),
      })),
  );
}

function changeOf(before: YearPlan, plan: YearPlan): YearChange {
  return { why: plan.changeWhy.trim(), rows: yearChangeRows(figuresOf(before), figuresOf(plan)) };
}

/** What a reader compares of two plans of a year. */
function figuresOf({ pack, pool, content, figures }: YearPlan): NamedFigure[] {
  const { expected, reserve, left } = figures;
  const uses = bucketsOf(pack, pool).map(({ id, name }) => {
    const own = content.uses.filter(({ bucket }) => bucket === id);
    return { key: id, name, amount: sumFen(own.map(({ amount }) => amount)) };
  });
  return [
    { key: '', name: yearPlanWords.expected, amount: expected },
    ...uses,
    { key: 'kept reserve', name: yearPlanWords.reserve, amount: reserve },
    { key: 'kept left', name: yearPlanWords.left, amount: left },
  ];
}

function stepsOf({ steps, decisions }: YearPlan): YearStepTaken[] {
  return decisions.map(({ stepId, decidedOn }) => {
    return { name: steps.find(({ id }) => id === stepId)?.name ?? stepId, on: decidedOn };
  });
}
