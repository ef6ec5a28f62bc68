import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sumFen } from '../../domain/money/fen';
import type { ReportFigures } from '../../domain/notices/report-notice';
import { type LabourShare, worksLabourNotice } from '../../domain/notices/works-labour';
import { type ToldWork, WorksService } from '../uses/works.service';
import { GrantedPeopleService, idsOf } from './granted-people.service';
import { ReportSource, type ReportSubject } from './report-source';

/** The labour of small public works whose last day lies within some days, and was accepted. */
@Injectable()
export class WorksLabourService extends ReportSource {
  override readonly sheet = 'works-labour';

  constructor(
    private readonly works: WorksService,
    private readonly granted: GrantedPeopleService,
  ) {
    super();
  }

  override async figuresOf(subject: ReportSubject, db: EntityManager): Promise<ReportFigures> {
    const { collectiveId, periodFrom, periodTo } = subject;
    const works = await this.works.listWorks(collectiveId, db);
    const offices = await this.granted.officesOfAccounts();
    const accepted = works.flatMap((work) => acceptedOf(work, offices));
    const owed = await this.granted.withOpen(db, collectiveId, accepted);
    const sheets = owed.filter(({ to }) => to >= periodFrom && to <= periodTo);
    const earlier = owed.filter(({ to }) => to < periodFrom);
    const vouchers = { now: idsOf(sheets), later: idsOf(owed.filter(({ to }) => to > periodTo)) };
    const { lines, basis } = await this.granted.linesTaken(db, collectiveId, vouchers);
    const told = new Set(sheets.map(({ workId }) => workId));
    const shares = works.flatMap(({ id: workId, relief }): LabourShare[] => {
      if (relief === undefined || !told.has(workId)) return [];
      const own = accepted.filter((each) => each.workId === workId && each.to <= periodTo);
      const labour = sumFen(own.map(({ amount }) => amount));
      return [{ workId, investment: relief.investment, labour }];
    });
    return { ...worksLabourNotice({ sheets, earlier, shares, lines }), basis };
  }
}

function acceptedOf({ id: workId, sheets }: ToldWork, offices: ReadonlyMap<string, string>) {
  return sheets.flatMap(({ state, from, to, amount, lines, acceptedOn, acceptedBy = '', voucherEntryId }) => {
    if (state !== 'owed' || acceptedOn === undefined || voucherEntryId === undefined) return [];
    const acceptedAt = offices.get(acceptedBy);
    return [{ entryId: voucherEntryId, workId, from, to, amount, lines, acceptedOn, acceptedAt }];
  });
}
