import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { CostPaymentsService } from './cost-payments.service';
import { TakenCostsService } from './taken-costs.service';

/** A cost that somebody waits for the village to settle, in its books or with its money; fen. */
export interface CostToSettle {
  /** `keeper`: a keeper paid it, and the books do not have it; `creditor`: it is booked and not paid. */
  readonly by: 'keeper' | 'creditor';
  readonly id: string;
  readonly name: string;
  readonly since: CalendarDay;
  readonly amount: Fen;
}

/** What the village has to settle of costs that came about without its bank. */
@Injectable()
export class CostsToSettleService {
  constructor(
    private readonly taken: TakenCostsService,
    private readonly payments: CostPaymentsService,
  ) {}

  /** First what keepers paid, then what is owed, the oldest first. */
  async listToSettle(collectiveId: string): Promise<CostToSettle[]> {
    const waiting = await this.taken.listWaiting(collectiveId);
    const owed = (await this.payments.listOwed(collectiveId)).filter(({ open }) => open > 0n);
    return [
      ...waiting.map(({ cost: { id, name, paidOn: since }, amount }): CostToSettle => ({
        ...{ by: 'keeper', id, name, since, amount },
      })),
      ...owed.map(({ deductionId: id, name, postedOn: since, open: amount }): CostToSettle => ({
        ...{ by: 'creditor', id, name, since, amount },
      })),
    ];
  }
}
