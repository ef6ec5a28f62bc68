import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReportFigures } from '../../domain/notices/report-notice';
import { rewardsNotice } from '../../domain/notices/rewards-subsidies';
import { AidService, type ToldAidList } from '../uses/aid.service';
import { GrantedPeopleService, idsOf } from './granted-people.service';
import { ReportSource, type ReportSubject } from './report-source';

/** The rewards and subsidies that were granted in some days. */
@Injectable()
export class RewardsSubsidiesService extends ReportSource {
  override readonly sheet = 'rewards-subsidies';

  constructor(
    private readonly aid: AidService,
    private readonly granted: GrantedPeopleService,
  ) {
    super();
  }

  override async figuresOf(subject: ReportSubject, db: EntityManager): Promise<ReportFigures> {
    const { collectiveId, periodFrom, periodTo } = subject;
    const offices = await this.granted.officesOfAccounts();
    const all = await this.aid.listLists(collectiveId, db);
    const accepted = all.flatMap((list) => acceptedOf(list, offices));
    const owed = await this.granted.withOpen(db, collectiveId, accepted);
    const lists = owed.filter(({ acceptedOn: on }) => on >= periodFrom && on <= periodTo);
    const earlier = owed.filter(({ acceptedOn: on }) => on < periodFrom);
    const later = idsOf(owed.filter(({ acceptedOn: on }) => on > periodTo));
    const { lines, basis } = await this.granted.linesTaken(db, collectiveId, { now: idsOf(lists), later });
    return { ...rewardsNotice({ lists, earlier, lines }), basis };
  }
}

function acceptedOf(list: ToldAidList, offices: ReadonlyMap<string, string>) {
  const { state, listNumber, kind, amount, lines, acceptedOn, acceptedBy = '', voucherEntryId } = list;
  if (state !== 'owed' || acceptedOn === undefined || voucherEntryId === undefined) return [];
  const acceptedAt = offices.get(acceptedBy);
  return [{ entryId: voucherEntryId, listNumber, kind, amount, lines, acceptedOn, acceptedAt }];
}
