import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { yearOf } from '../../domain/calendar/calendar-day';
import { sumFen } from '../../domain/money/fen';
import { PAY_CHANNELS, type PayChannel } from '../../domain/payouts/pay-list';
import { barOf, partKey } from '../../domain/payouts/payable-parts';
import { DomainError } from '../../domain/shared/domain-error';
import { groupedBy } from '../../domain/shared/grouped';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerService } from '../ledger/ledger.service';
import { PayDocumentsService } from './pay-documents.service';
import { PayListEntity, PayListLineEntity } from './pay-list.entity';
import { PayablePartsService, type ToldPart } from './payable-parts.service';

/** In place of parts: all that can go by the channel. */
export const EVERYBODY = 'all';

/** A list as typed: which parts go by which channel. */
export interface PayListForm {
  readonly channel: string;
  /** `voucher:person`, with commas or blanks between; `all` for all that can go by the channel. */
  readonly parts: string;
  /** Why in cash. */
  readonly cashWhy: string;
}

/** Drafts lists by which people are paid. */
@Injectable()
export class PayListDraftingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: LedgerService,
    private readonly parts: PayablePartsService,
    private readonly documents: PayDocumentsService,
  ) {}

  /**
   * A list of parts that are owed for certain, each on one living list only, all by one channel.
   * @throws FormProblems `payouts.*`, `policy.*`, `form.*`
   */
  draft(collectiveId: string, form: PayListForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const channel = requireChannel(form.channel);
        const cashWhy = channel === 'cash' ? form.cashWhy.trim() : '';
        const chosen = chosenOf({ ...form, channel }, await this.parts.listParts(collectiveId, tx));
        refuseProblems([
          ...privateNumberProblems({ cashWhy }),
          ...(channel === 'cash' && cashWhy === ''
            ? [{ code: 'payouts.cashWhyMissing', field: 'cashWhy' }]
            : []),
          ...chosen.flatMap((part) => this.barred(part, channel)),
          ...(await this.documents.channelProblems(collectiveId, { parts: chosen, channel, cashWhy })),
        ]);
        const id = newId();
        const year = yearOf(this.clock.today());
        const number = await this.ledger.takeNumber(tx, collectiveId, { name: 'payList', year });
        await insertRecorded(tx, PayListEntity, {
          ...{ collectiveId, id, year, number, channel, state: 'drafted', cashWhy, digest: null },
          total: sumFen(chosen.map(({ amount }) => amount)),
          ...{ draftedBy: command.by, draftedAt: this.clock.now() },
        });
        await insertRecorded(tx, PayListLineEntity, await this.linesOf(tx, { collectiveId, id }, chosen));
        return { id };
      },
      onceOf(command, 'payouts.draft', form),
    );
  }

  /** Why somebody's part cannot go by a channel, by his name. */
  private barred(part: ToldPart, channel: PayChannel): Problem[] {
    const bar = barOf(part, channel, part.payee.account);
    if (bar === undefined) return [];
    return [{ code: bar, field: 'parts', facts: { who: part.payee.name } }];
  }

  private async linesOf(
    tx: EntityManager,
    { collectiveId, id: listId }: { readonly collectiveId: string; readonly id: string },
    chosen: readonly ToldPart[],
  ): Promise<PayListLineEntity[]> {
    const before = groupedBy(await tx.findBy(PayListLineEntity, { collectiveId }), partKey);
    return chosen.map((part, index) => {
      const { debtId, memberId, amount, payee } = part;
      const earlier = before.get(partKey(part))?.length ?? 0;
      return {
        ...{ collectiveId, listId, number: index + 1, debtId, memberId, amount },
        ...{ memberVersion: payee.version, attempt: earlier + 1, state: 'open' as const },
      };
    });
  }
}

function requireChannel(typed: string): PayChannel {
  const channel = PAY_CHANNELS.find((each) => each === typed);
  if (channel !== undefined) return channel;
  refuseProblems([
    { code: typed === '' ? 'form.missing' : 'form.notAllowed', field: 'channel', value: typed },
  ]);
  throw new DomainError('payouts.unknown');
}

/** The parts that were named, or all that can go so, in the order of the people. */
function chosenOf(
  { parts: typed, channel }: { readonly parts: string; readonly channel: PayChannel },
  parts: readonly ToldPart[],
): ToldPart[] {
  const isAll = typed.trim() === EVERYBODY;
  const keys = new Set(isAll ? [] : typed.split(/[\s,，]+/u).filter((each) => each !== ''));
  const found = isAll
    ? parts.filter((part) => barOf(part, channel, part.payee.account) === undefined)
    : parts.filter((part) => keys.has(partKey(part)));
  if (found.length + keys.size === 0) refuseProblems([{ code: 'payouts.noParts', field: 'parts' }]);
  if (found.length < keys.size) refuseProblems([{ code: 'payouts.partUnknown', field: 'parts' }]);
  return found;
}
