import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { paidAtOnce } from '../../domain/uses/open-debts';
import { paymentEvents } from '../../domain/uses/payment-events';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { TracingService } from '../ledger/tracing.service';
import { PlanApprovalService } from './plan-approval.service';
import type { DistributionPlan } from './plan-read.service';

/** A debt that a plan just granted, by its voucher. */
interface NewDebt {
  readonly entryId: string;
  readonly day: CalendarDay;
}

/**
 * What was paid before a debt arose, or on a later day than its own, pays it at once. That is as good as a
 * payment, so a plan that is not approved grants nothing that is paid already.
 */
@Injectable()
export class GrantedAheadService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanApprovalService,
    private readonly tracing: TracingService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `grant.paidAhead` */
  async requireOpen(
    tx: EntityManager,
    { collectiveId, pool }: Pick<DistributionPlan, 'collectiveId' | 'pool'>,
    { entryId, day }: NewDebt,
  ): Promise<void> {
    for (const asked of new Set([day, this.clock.today()])) {
      const waits = await this.plans.waitsOf(tx, collectiveId, { debtIds: [entryId], day: asked });
      if (waits.size === 0) continue;
      const lines = await this.database.readWithin(tx, () => this.tracing.listLines(collectiveId, pool));
      for (const events of paymentEvents(lines).values()) {
        const paid = paidAtOnce(events, entryId);
        if (paid > 0n) throw new DomainError('grant.paidAhead', { paid });
      }
      return;
    }
  }
}
