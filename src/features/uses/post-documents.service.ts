import { Injectable } from '@nestjs/common';
import { firstDayOf } from '../../domain/calendar/calendar-day';
import { judge, type Judgement, judgementProblems } from '../../domain/policy/judge';
import { valuesById } from '../../domain/policy/local-standard';
import type { Problem } from '../../domain/shared/problem';
import { type ReadStandard, standardAsked } from '../../domain/uses/post-standard';
import type { PostTerms } from '../../domain/uses/post-terms';
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
    for (const { subject, month, facts } of standardAsked(standard, standards, terms)) {
      const on = firstDayOf(month);
      const pack = await this.households.packOn(collectiveId, on);
      if (pack === undefined) continue;
      const numbers = valuesById(await this.local.numbersFor(collectiveId, pack, on));
      judged.push(...judge(pack, { subject, facts, on }, numbers));
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
}
