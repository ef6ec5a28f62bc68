import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, firstDayOf, lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import { judge, type Judgement, judgementProblems } from '../../domain/policy/judge';
import { valuesById } from '../../domain/policy/local-standard';
import type { PolicyPack } from '../../domain/policy/pack';
import type { Problem } from '../../domain/shared/problem';
import { type AttendanceLine, type MonthRow, postMonthFacts } from '../../domain/uses/attendance';
import { type ReadStandard, standardAsked } from '../../domain/uses/post-standard';
import type { PostTerms } from '../../domain/uses/post-terms';
import { HouseholdsService } from '../collectives/households.service';
import { LocalStandardsService } from '../policy/local-standards.service';
import { PostTermsService } from './post-terms.service';
import type { ToldPost } from './posts.store';

/** The matter that documents leave open where they say nothing of what posts pay. */
const OPEN_WAGE = 'post_wage';

/** What a document says of the pay that it leaves open. */
export interface OpenWage {
  readonly pack: PolicyPack;
  readonly says: string;
  readonly cite: string;
}

/** What is broken asks; what a missing number leaves undecided holds back as ever. */
function askOnly(judgement: Judgement): Judgement {
  return judgement.outcome === 'failed' ? { ...judgement, force: 'warn' } : judgement;
}

/** What the document in force on a day, and the region beside it, ask of posts. */
@Injectable()
export class PostDocumentsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly local: LocalStandardsService,
    private readonly terms: PostTermsService,
  ) {}

  /**
   * What the document in force says of a standard: a change to it, the change from it to the one that
   * follows, and a month's wage. A rule that two of them break is said once.
   */
  async problemsOf(
    collectiveId: string,
    { standards, terms }: Pick<ToldPost, 'standards'> & { readonly terms: PostTerms },
    standard: ReadStandard,
  ): Promise<Problem[]> {
    const judged: Judgement[] = [];
    for (const { subject, month, facts, onlyAsks } of standardAsked(standard, standards, terms)) {
      const on = firstDayOf(month);
      const pack = await this.households.packOn(collectiveId, on);
      if (pack === undefined) continue;
      const numbers = valuesById(await this.local.numbersFor(collectiveId, pack, on));
      const found = judge(pack, { subject, facts, on }, numbers);
      judged.push(...(onlyAsks === true ? found.map(askOnly) : found));
    }
    const reason = standard.reasons['document'];
    const problems = judgementProblems(judged, { field: 'standardAmount', reason });
    const rules = problems.map(({ facts }) => facts?.['rule']);
    return problems
      .filter(({ facts }, index) => rules.indexOf(facts?.['rule']) === index)
      .map((problem) =>
        problem.code === 'policy.reasonMissing' ? { ...problem, field: 'postReasons[document]' } : problem,
      );
  }

  /** What the document in force says of each line: its days appointed, its bounds of that month. */
  async sheetProblems(
    collectiveId: string,
    sheet: {
      readonly month: Month;
      readonly rows: readonly MonthRow[];
      readonly lines: readonly AttendanceLine[];
      readonly reason: string;
    },
  ): Promise<Problem[]> {
    const { month, rows, lines, reason } = sheet;
    const on = lastDayOf(month);
    const pack = await this.households.packOn(collectiveId, on);
    if (pack === undefined) return [];
    const numbers = valuesById(await this.local.numbersFor(collectiveId, pack, on));
    return lines.flatMap((line) => {
      const row = rows.find(({ appointmentId }) => appointmentId === line.appointmentId);
      if (row === undefined || line.amount === 0n) return [];
      const facts = postMonthFacts(row, line, month);
      const judged = judge(pack, { subject: 'post_month', facts, on }, numbers);
      const field = `days[${line.appointmentId}]`;
      return judgementProblems(judged, { field, reason }).map((problem) =>
        problem.code === 'policy.reasonMissing' ? { ...problem, field: 'attendanceReason' } : problem,
      );
    });
  }

  /**
   * What the document of a day says it leaves open of what posts pay, with the document: no bound holds then
   * but the county's. Source: KZ-4-1.
   */
  async openWage(collectiveId: string, on: CalendarDay): Promise<OpenWage | undefined> {
    const pack = await this.households.packOn(collectiveId, on);
    const open = pack?.open.find(({ id }) => id === OPEN_WAGE);
    return pack === undefined || open === undefined ? undefined : { pack, says: open.says, cite: open.cite };
  }

  /** Since when people are officers or so close to one that the region bars them from posts. */
  async listBarred(collectiveId: string, db: EntityManager): Promise<ReadonlyMap<string, CalendarDay>> {
    const { barred } = await this.terms.termsOf(collectiveId);
    return this.households.listRelated(collectiveId, barred, db);
  }
}
