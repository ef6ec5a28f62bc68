import { Injectable } from '@nestjs/common';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { MemberShareRow, MemberSharesPageProps } from './member-shares.pages';
import { MemberSharesService, type MemberShareState, SHARED_POOLS } from './member-shares.service';

/** The page of the members' share of the surplus. */
@Injectable()
export class MemberSharesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly shares: MemberSharesService,
    private readonly clock: Clock,
  ) {}

  /** @param refused the form as it came back, in place of a fresh one */
  async pageOf(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<MemberSharesPageProps> {
    const paths = villagePaths(collectiveId);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      rows: (await this.shares.listStates(collectiveId)).map(rowOf),
      form: refused ?? filledForm({ postedOn: this.clock.today() }),
      pools: SHARED_POOLS.map((value) => ({ value, label: labelOf(`pool.${value}`) })),
      action: keeps ? paths.memberShares : undefined,
      cancelHref: paths.books,
    };
  }
}

function rowOf({ pool, surplus, free, owed }: MemberShareState): MemberShareRow {
  const least = surplus < free ? surplus : free;
  return {
    pool: labelOf(`pool.${pool}`),
    ...{ surplus, free, owed },
    most: least > 0n ? least : 0n,
  };
}
