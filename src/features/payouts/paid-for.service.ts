import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isMonth, lastDayOf } from '../../domain/calendar/calendar-day';
import type { CheckedLine } from '../../domain/payouts/pay-checks';
import { partKey } from '../../domain/payouts/payable-parts';
import { groupedBy } from '../../domain/shared/grouped';
import { Database } from '../../platform/database/database';
import { type AcceptedList, OwedListsService } from '../distribution/owed-lists.service';
import { type SureGrant, SureGrantsService } from '../distribution/sure-grants.service';
import { sumText } from './payable-parts.service';
import type { PayListLineEntity } from './pay-list.entity';

/** What a line is for; undefined where that was taken back. */
export type PaidForOf = (
  line: Pick<PayListLineEntity, 'debtId' | 'memberId' | 'amount'>,
) => Omit<CheckedLine, 'lineId'> | undefined;

/** What the lines of lists are paid for, and what the same person was owed for the same before. */
@Injectable()
export class PaidForService {
  constructor(
    private readonly database: Database,
    private readonly owed: OwedListsService,
    private readonly grants: SureGrantsService,
  ) {}

  async read(db: EntityManager, collectiveId: string): Promise<PaidForOf> {
    const { accepted, grants } = await this.database.readWithin(db, async () => ({
      accepted: await this.owed.listAccepted(collectiveId),
      grants: (await this.grants.read(collectiveId)).grants,
    }));
    const ends = endsOf(accepted);
    const sums = new Map(grants.map((grant) => [grant.voucher.entryId, grant]));
    return (line) => {
      const sum = sums.get(line.debtId);
      return ends.get(partKey(line)) ?? (sum === undefined ? undefined : endOfSum(sum, line));
    };
  }
}

/** What each part is for and what its person was owed for the same before, by the part's key. */
function endsOf(accepted: readonly AcceptedList[]): ReadonlyMap<string, Omit<CheckedLine, 'lineId'>> {
  const parts = accepted.flatMap(({ entryId: debtId, kind: paidFor, when, lines }) =>
    lines.map(({ memberId, what, amount }) => ({ debtId, memberId, paidFor, what, when, amount })),
  );
  const sameOf = groupedBy(parts, ({ memberId, paidFor, what }) => [memberId, paidFor, what].join('|'));
  return new Map(
    parts.map(({ debtId, ...part }) => {
      const { memberId, paidFor, what, when } = part;
      const before = (sameOf.get([memberId, paidFor, what].join('|')) ?? [])
        .filter((other) => other.when < when)
        .map(({ amount }) => amount);
      const earnedUntil = paidFor === 'aid' ? undefined : isMonth(when) ? lastDayOf(when) : when;
      return [partKey({ debtId, memberId }), { ...part, before, earnedUntil }];
    }),
  );
}

function endOfSum(sum: SureGrant, { memberId, amount }: Parameters<PaidForOf>[0]): ReturnType<PaidForOf> {
  return {
    ...{ memberId, amount, paidFor: 'whole', what: sumText(sum), when: sum.voucher.postedOn },
    ...{ before: [], earnedUntil: undefined, wholeWhy: sum.wholeWhy },
  };
}
