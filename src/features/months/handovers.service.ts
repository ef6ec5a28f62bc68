import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Handover,
  type HandoverForm,
  type HandoverLine,
  handoverLines,
  handoverText,
  readHandover,
} from '../../domain/months/handover';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { VoucherDraftsService } from '../ledger/voucher-drafts.service';
import { HandoverFactsService } from './handover-facts.service';
import { HandoverEntity, HandoverLineEntity } from './handover.entity';

/** A handover as a list shows it. */
export type HandoverHead = Handover & { readonly id: string; readonly digest: string };

/** A handover with every line as the books had it. */
export interface KeptHandover extends HandoverHead {
  readonly lines: readonly HandoverLine[];
}

/** What one officer handed to the next, kept as the books had it that day. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly facts: HandoverFactsService,
    private readonly books: LedgerReadService,
    private readonly drafts: VoucherDraftsService,
  ) {}

  /** Keeps a handover. @throws FormProblems `handover.*`, `form.*`, `calendar.*` */
  record(collectiveId: string, form: HandoverForm, command: Command): Promise<{ readonly id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { openedOn } = await this.books.requireChain(collectiveId, tx);
        const { handover, problems } = readHandover(form, { today: this.clock.today(), openedOn });
        refuseProblems(problems);
        const lines = await this.linesOn(collectiveId, handover.handedOn, tx);
        const head = {
          ...{ id: newId(), ...handover },
          ...{ enteredBy: command.by, enteredAt: this.clock.now() },
        };
        const digest = sha256(handoverText(head, lines));
        await insertRecorded(tx, HandoverEntity, { collectiveId, ...head, digest });
        await insertRecorded(
          tx,
          HandoverLineEntity,
          lines.map((line, place) => ({ collectiveId, handoverId: head.id, line: place + 1, ...line })),
        );
        return { id: head.id };
      },
      onceOf(command, 'months.handover', form),
    );
  }

  /** What would be handed over as of a day, as the books say it now. */
  async linesOn(
    collectiveId: string,
    on: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<HandoverLine[]> {
    const { length, head } = await this.books.requireChain(collectiveId, db);
    return handoverLines({
      ...(await this.facts.factsOn(db, collectiveId, on)),
      drafts: (await this.drafts.listDrafts(collectiveId)).length,
      months: await this.books.listMonths(collectiveId, db),
      chain: { length, head },
    });
  }

  /** Every handover, the latest first. */
  listHandovers(collectiveId: string): Promise<HandoverHead[]> {
    const order = { handedOn: 'DESC', id: 'DESC' } as const;
    return this.database.reader.find(HandoverEntity, { where: { collectiveId }, order });
  }

  /** One handover with its lines in order. @throws DomainError `handover.unknown` */
  async requireHandover(collectiveId: string, id: string): Promise<KeptHandover> {
    const db = this.database.reader;
    const head = await db.findOneBy(HandoverEntity, { collectiveId, id });
    if (head === null) throw new DomainError('handover.unknown');
    const where = { collectiveId, handoverId: id };
    const lines = await db.find(HandoverLineEntity, { where, order: { line: 'ASC' } });
    const { handedOn, post, handedBy, takenBy, handoverWatchedBy, papers, handoverRemark, digest } = head;
    const told = { id, handedOn, post, handedBy, takenBy, handoverWatchedBy, papers, handoverRemark };
    return { ...told, digest, lines };
  }
}
