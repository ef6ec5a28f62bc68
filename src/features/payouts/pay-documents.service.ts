import { Injectable } from '@nestjs/common';
import { GRANTED_WHOLE, judgeChannel, LABOUR_PAY, POST_WAGE } from '../../domain/payouts/channel-rules';
import type { PayChannel } from '../../domain/payouts/pay-list';
import { judgementProblems } from '../../domain/policy/judge';
import { POSTS_USE } from '../../domain/uses/post-uses';
import { LABOUR_USE } from '../../domain/uses/work';
import type { Problem } from '../../domain/shared/problem';
import { Clock } from '../../platform/clock/clock';
import { HouseholdsService } from '../collectives/households.service';
import { AidService } from '../uses/aid.service';
import type { ToldPart } from './payable-parts.service';

/** Parts and the channel by which they would go. */
export interface ChannelAsked {
  readonly parts: readonly Pick<ToldPart, 'kind' | 'listId' | 'use'>[];
  readonly channel: PayChannel;
  readonly cashWhy: string;
}

/** What documents say of the way in which money goes. */
@Injectable()
export class PayDocumentsService {
  constructor(
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly aid: AidService,
  ) {}

  /** Codes `policy.ruleBroken`, `policy.reasonMissing` with the clause. */
  async channelProblems(
    collectiveId: string,
    { parts, channel, cashWhy: reason }: ChannelAsked,
  ): Promise<Problem[]> {
    const on = this.clock.today();
    const pack = await this.households.packOn(collectiveId, on);
    if (pack === undefined) return [];
    const lists = await this.aid.listLists(collectiveId);
    const aidKind = new Map(lists.map(({ id, kind }) => [id, kind]));
    const kinds = parts.map(({ kind, listId = '', use }) => {
      if (kind === 'aid') return aidKind.get(listId) ?? '';
      if (kind === 'posts' || use === POSTS_USE) return POST_WAGE;
      return kind === 'works' || use === LABOUR_USE ? LABOUR_PAY : GRANTED_WHOLE;
    });
    return judgementProblems(judgeChannel(pack, { kinds, channel, on }), { field: 'channel', reason });
  }
}
