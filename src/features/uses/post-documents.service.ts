import { Injectable } from '@nestjs/common';
import { firstDayOf } from '../../domain/calendar/calendar-day';
import { judge, judgementProblems } from '../../domain/policy/judge';
import { valuesById } from '../../domain/policy/local-standard';
import type { Problem } from '../../domain/shared/problem';
import { type ReadStandard, standardFacts } from '../../domain/uses/post-standard';
import { HouseholdsService } from '../collectives/households.service';
import { LocalStandardsService } from '../policy/local-standards.service';
import type { ToldPost } from './posts.store';

/** What the document in force on a day asks of posts. */
@Injectable()
export class PostDocumentsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly local: LocalStandardsService,
  ) {}

  /** What the document in force says of a standard: a change of it, and a month's wage. */
  async problemsOf(
    collectiveId: string,
    { standards }: Pick<ToldPost, 'standards'>,
    standard: ReadStandard,
  ): Promise<Problem[]> {
    const on = firstDayOf(standard.from);
    const pack = await this.households.packOn(collectiveId, on);
    if (pack === undefined) return [];
    const { change, wage } = standardFacts(standard, standards);
    const numbers = valuesById(await this.local.numbersFor(collectiveId, pack, on));
    const judged = [
      ...(change === undefined ? [] : judge(pack, { subject: 'post_standard', facts: change, on }, numbers)),
      ...(wage === undefined ? [] : judge(pack, { subject: 'post_month', facts: wage, on }, numbers)),
    ];
    const reason = standard.reasons['document'];
    return judgementProblems(judged, { field: 'standardAmount', reason }).map((problem) =>
      problem.code === 'policy.reasonMissing' ? { ...problem, field: 'postReasons[document]' } : problem,
    );
  }
}
