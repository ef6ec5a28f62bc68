import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { leasesArrearsNotice, type RentAccount } from '../../domain/notices/leases-arrears';
import type { ReportFigures } from '../../domain/notices/report-notice';
import { groupedBy } from '../../domain/shared/grouped';
import { ArrearsService, type OwedItem } from '../income/arrears.service';
import type { LeaseStanding } from '../income/rent-read.service';
import { ReportSource, type ReportSubject } from './report-source';

/** What a contract makes due and what is typed by hand; what the grid pays by its slips stands elsewhere. */
const STREAMS: readonly string[] = ['rent', 'dividend', 'other'];

/** Contracts over assets, what was due of them, what came and what is owed since when. */
@Injectable()
export class LeasesArrearsService extends ReportSource {
  override readonly sheet = 'leases-arrears';

  constructor(private readonly arrears: ArrearsService) {
    super();
  }

  override async figuresOf(
    { collectiveId, periodFrom: from, periodTo: to }: ReportSubject,
    db: EntityManager,
  ): Promise<ReportFigures> {
    const { leases, owed } = await this.arrears.listDue(collectiveId, to, db);
    const own = owed.filter(({ stream }) => STREAMS.includes(stream));
    const beside = own.filter(({ contractId }) => contractId === undefined);
    const accounts = [
      ...leases.map((standing) => accountOf(standing, own)),
      ...[...groupedBy(beside, ({ counterparty, assetId }) => `${counterparty} ${assetId}`).values()].flatMap(
        (items) => besideOf(items),
      ),
    ];
    return leasesArrearsNotice(accounts, { from, to });
  }
}

function accountOf({ lease, dues }: LeaseStanding, owed: readonly OwedItem[]): RentAccount {
  const { number, terms, assetId, tenantId: party } = lease;
  return {
    contract: { number, firstOn: terms.firstOn, lastOn: terms.lastOn },
    ...{ assetId, party, items: itemsOf(owed.filter(({ contractId }) => contractId === lease.id)) },
    waived: dues.flatMap(({ waived, dueOn, amount }) =>
      waived === undefined || amount === undefined ? [] : [{ dueOn, amount }],
    ),
  };
}

/** What no contract here makes due. */
function besideOf(owed: readonly OwedItem[]): RentAccount[] {
  const [first] = owed;
  if (first === undefined) return [];
  return [{ assetId: first.assetId, party: first.counterparty, items: itemsOf(owed), waived: [] }];
}

/** What names no day, as what the opening brought, is owed from the day it was booked, and never late. */
function itemsOf(owed: readonly OwedItem[]): RentAccount['items'] {
  return owed.flatMap(({ dueOn, bookedOn, amount, receipts }) => {
    if (dueOn !== undefined) return [{ dueOn, amount, receipts }];
    return bookedOn === undefined ? [] : [{ dueOn: bookedOn, isOpenEnded: true as const, amount, receipts }];
  });
}
