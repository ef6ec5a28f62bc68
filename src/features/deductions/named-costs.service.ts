import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { BesideElsewhere } from '../../domain/deductions/cost-elsewhere';
import type { Pool } from '../../domain/ledger/journal-entry';
import { plainYuan } from '../../domain/money/fen';
import { judge, judgementProblems } from '../../domain/policy/judge';
import { deductionKindsOf } from '../../domain/policy/pack';
import type { Problem } from '../../domain/shared/problem';
import { CollectivesService } from '../collectives/collectives.service';
import { PackChoicesService } from '../policy/pack-choices.service';

/** Which kinds of cost the document in force names, so that they need no reason. */
@Injectable()
export class NamedCostsService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly choices: PackChoicesService,
  ) {}

  /**
   * The kinds it names for a pool on a day. Undefined where there is no document, where nobody has chosen
   * between two, or where it says nothing of the pool's costs: then only another cost needs a reason.
   */
  async namedOn(
    collectiveId: string,
    pool: Pool,
    day: CalendarDay,
  ): Promise<ReadonlySet<string> | undefined> {
    if (pool !== 'pv' && pool !== 'other') return undefined;
    const { regionPath } = await this.collectives.requireCollective(collectiveId);
    const finding = await this.choices.packFor(regionPath, day);
    if (finding.kind === 'none' || finding.kind === 'several') return undefined;
    const kinds = deductionKindsOf(finding.found.pack, pool).map(({ id }) => id);
    return kinds.length === 0 ? undefined : new Set(kinds);
  }

  /**
   * What the document in force asks of a cost that another fund pays in part, too: nothing where there is
   * none, or where it says nothing of it. Codes `policy.*`, of the field `twiceReason`.
   */
  async elsewhereProblems(
    collectiveId: string,
    at: {
      readonly pool: Pool;
      readonly day: CalendarDay;
      readonly kind: string;
      readonly twiceReason: string;
    },
    { bill, elsewhere, amount }: BesideElsewhere,
  ): Promise<Problem[]> {
    const { pool, day, kind } = at;
    const reason = at.twiceReason.trim();
    const { regionPath } = await this.collectives.requireCollective(collectiveId);
    const finding = await this.choices.packFor(regionPath, day);
    if (finding.kind === 'none' || finding.kind === 'several') return [];
    const yuan = { bill: plainYuan(bill), elsewhere: plainYuan(elsewhere), amount: plainYuan(amount) };
    const facts = { pool, kind, reason, ...yuan };
    const judged = judge(finding.found.pack, { subject: 'deduction', facts });
    return judgementProblems(judged, { field: 'twiceReason', reason });
  }
}
