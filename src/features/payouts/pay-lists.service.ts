import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { decisionProblems } from '../../domain/approvals/who-may-decide';
import { requireAct } from '../../domain/payouts/pay-list';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import {
  changeLines,
  changeList,
  digestOf,
  keepAct,
  type KeptPayList,
  requirePayList,
} from './pay-lists.store';
import { type PayCheckReasons, PayChecksService } from './pay-checks.service';
import { PayListBooksService } from './pay-list-books.service';
import { PayListGroundService } from './pay-list-ground.service';

/** A review as typed: agreed, or returned with a reason, of the bytes of this digest. */
export interface PayListReviewForm {
  readonly outcome: string;
  readonly reason: string;
  readonly digest: string;
}

/** Takes drafted lists to their approval, or calls them back. */
@Injectable()
export class PayListsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ground: PayListGroundService,
    private readonly books: PayListBooksService,
    private readonly checks: PayChecksService,
  ) {}

  /**
   * Freezes a list: from now on a digest says what is approved. What stands out on it is answered by reasons.
   * @throws FormProblems as `PayChecksService.answer` and `PayListGroundService.requireRoom`; DomainError
   *   `payouts.*`
   */
  submit(
    collectiveId: string,
    { id, reasons }: { readonly id: string; readonly reasons: PayCheckReasons },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const kept = await requirePayList(tx, collectiveId, id);
        requireAct(kept.list.state, 'submit');
        await this.ground.requireSame(tx, collectiveId, kept);
        await this.checks.answer(tx, collectiveId, { kept, reasons, by: command.by });
        await this.ground.requireRoom(tx, collectiveId, kept);
        await this.books.requireMoney(tx, collectiveId, { ...kept, on: this.clock.today() });
        const digest = digestOf(kept);
        await this.act(tx, kept, { act: 'submit', digest, by: command.by });
        await changeList(tx, kept.list, { state: 'submitted', digest });
        return { id };
      },
      onceOf(command, 'payouts.submit', [id, reasons]),
    );
  }

  /**
   * Agrees to a list in which the person had no hand, or returns it, which ends it.
   * @throws FormProblems as `decisionProblems` finds them, `approvals.reasonMissing`, `payCheck.*`, `form.*`;
   *   DomainError `payouts.*`, `approvals.bytesChanged`
   */
  review(
    collectiveId: string,
    given: { readonly id: string; readonly form: PayListReviewForm },
    command: Command,
  ): Promise<{ id: string }> {
    const { id, form } = given;
    const isReturned = form.outcome === 'returned';
    const reason = form.reason.trim();
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        refuseProblems([
          ...(isReturned || form.outcome === 'passed' ? [] : [{ code: 'form.notAllowed', field: 'outcome' }]),
          ...(isReturned && reason === '' ? [{ code: 'approvals.reasonMissing', field: 'reason' }] : []),
          ...privateNumberProblems({ reason }),
        ]);
        const kept = await requirePayList(tx, collectiveId, id);
        requireAct(kept.list.state, isReturned ? 'return' : 'approve');
        const { digest } = kept.list;
        if (digest !== form.digest || digestOf(kept) !== digest)
          throw new DomainError('approvals.bytesChanged');
        refuseProblems(
          decisionProblems(await this.ground.handsOf(tx, collectiveId, { kept, by: command.by })),
        );
        if (!isReturned) await this.ground.requireGoesOn(tx, collectiveId, kept);
        const act = isReturned ? 'return' : 'approve';
        await this.act(tx, kept, { act, digest, reason, by: command.by });
        await changeList(tx, kept.list, { state: isReturned ? 'returned' : 'approved' });
        if (isReturned) await changeLines(tx, kept.lines, 'dropped');
        return { id };
      },
      onceOf(command, 'payouts.review', [id, form]),
    );
  }

  /** Calls a whole list back before it was sent: its parts are free. @throws DomainError `payouts.*` */
  recall(
    collectiveId: string,
    given: { readonly id: string; readonly reason: string },
    command: Command,
  ): Promise<{ id: string }> {
    const { id } = given;
    const reason = given.reason.trim();
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        refuseProblems([
          ...(reason === '' ? [{ code: 'form.missing', field: 'reason' }] : []),
          ...privateNumberProblems({ reason }),
        ]);
        const kept = await requirePayList(tx, collectiveId, id);
        requireAct(kept.list.state, 'recall');
        await this.act(tx, kept, { act: 'recall', digest: null, reason, by: command.by });
        await changeList(tx, kept.list, { state: 'recalled' });
        await changeLines(tx, kept.lines, 'dropped');
        return { id };
      },
      onceOf(command, 'payouts.recall', [id, reason]),
    );
  }

  private act(
    tx: EntityManager,
    kept: KeptPayList,
    done: {
      readonly act: 'submit' | 'approve' | 'return' | 'recall';
      readonly digest: string | null;
      readonly reason?: string;
      readonly by: string;
    },
  ): Promise<number> {
    const { act, digest, reason = '', by: enteredBy } = done;
    const doneOn: CalendarDay = this.clock.today();
    const nothing = { fileDigest: null, entryId: null };
    return keepAct(tx, kept, {
      act,
      digest,
      reason,
      doneOn,
      ...nothing,
      enteredBy,
      enteredAt: this.clock.now(),
    });
  }
}
