import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { paidOfLine, type PlanLineMoney } from '../../domain/distribution/line-money';
import { type Fen, sumFen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { DebtPaymentsService } from '../ledger/debt-payments.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { GrantedLinesService, type MadeGrant } from './granted-lines.service';
import { type SureGrants, SureGrantsService } from './sure-grants.service';

/** Plan lines by which debts arose. */
export interface LinesOfDebts {
  /** The plan line of a debt's voucher. */
  readonly lineOf: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, PlanLineMoney>;
}

/** What the grants of a village come to, as the books stand. */
interface Granted {
  readonly grants: readonly MadeGrant[];
  readonly sure: SureGrants;
  /** Payments by name whose vouchers stand. */
  readonly named: Awaited<ReturnType<DebtPaymentsService['listAll']>>;
  readonly reversed: ReadonlySet<string>;
}

/** What was paid of plan lines: no more is ever paid than was decided for them. */
@Injectable()
export class PlanLineMoneyService {
  constructor(
    private readonly database: Database,
    private readonly ofLines: GrantedLinesService,
    private readonly sure: SureGrantsService,
    private readonly names: DebtPaymentsService,
    private readonly books: LedgerReadService,
  ) {}

  /**
   * The plan lines of debts, each by its voucher, with what is promised and paid: the line that settles it,
   * of a period; of the year's use where no distribution settles it yet.
   */
  async linesOf(db: EntityManager, collectiveId: string, debtIds: readonly string[]): Promise<LinesOfDebts> {
    const ids = new Set(debtIds);
    const grants = await this.ofLines.listMade(db, collectiveId);
    const asked = grants.filter(({ entryId }) => ids.has(entryId));
    const reversed = new Set(await this.books.listReversedIds(collectiveId, db));
    const granted: Granted = {
      grants,
      sure: await this.database.readWithin(db, () => this.sure.read(collectiveId)),
      named: (await this.names.listAll(db, collectiveId)).filter(({ entryId }) => !reversed.has(entryId)),
      reversed,
    };
    const lines = new Map<string, PlanLineMoney>();
    for (const line of await this.ofLines.listLines(db, collectiveId, asked))
      lines.set(line.planLineId, { ...line, paid: paidOf(line.planLineId, line.pool, granted) });
    return { lineOf: new Map(asked.map(({ entryId, planLineId }) => [entryId, planLineId])), lines };
  }
}

function paidOf(planLineId: string, pool: string, { grants, sure, named, reversed }: Granted): Fen {
  const own = new Set(grants.filter((each) => each.planLineId === planLineId).map(({ entryId }) => entryId));
  return paidOfLine({
    standing: sure.grants
      .filter(({ voucher }) => own.has(voucher.entryId))
      .map(({ amount, standing: { state, amount: open } }) => ({
        ...{ amount, open: state === 'open' ? open : 0n },
      })),
    takenBack: named
      .filter(({ debtEntryId }) => own.has(debtEntryId) && reversed.has(debtEntryId))
      .map(({ debtEntryId: debtId, amount, paidEntryId }) => ({
        ...{ debtId, amount, isBack: paidEntryId !== null },
      })),
    over: sumFen(sure.over.filter((each) => each.pool === pool).map(({ over }) => over)),
  });
}
