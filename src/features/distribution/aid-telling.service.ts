import { Injectable } from '@nestjs/common';
import { listAgainProblems } from '../../domain/uses/owed-again';
import { problemSentence } from '../../glossary/sentences';
import { aidWords } from '../../glossary/terms-aid';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { Option } from '../../platform/views/field';
import { UsersService } from '../users/users.service';
import { AidService, type ToldAidList } from '../uses/aid.service';
import type { AidListPageProps } from './aid-list.pages';
import { GrantPlacesView } from './grant-places.view';

/** Who did what with a list, and its voucher. */
@Injectable()
export class AidTellingService {
  constructor(
    private readonly grants: GrantPlacesView,
    private readonly users: UsersService,
    private readonly aid: AidService,
  ) {}

  async historyOf(collectiveId: string, list: ToldAidList): Promise<string[]> {
    const nameOf = await this.users.listDisplayNames();
    const named = (userId: string): string => nameOf.get(userId) ?? '';
    const { acceptedBy, acceptedOn = '', acceptedReason, withdrawn } = list;
    return [
      aidWords.enteredBy(named(list.enteredBy)),
      ...(acceptedBy === undefined ? [] : [aidWords.acceptedBy(named(acceptedBy), acceptedOn)]),
      ...(acceptedReason === '' ? [] : [aidWords.reason(widePunctuation(acceptedReason))]),
      ...(await this.againOf(collectiveId, list)),
      ...(withdrawn === undefined ? [] : [aidWords.withdrawn(widePunctuation(withdrawn))]),
    ];
  }

  /** When and by which voucher it was taken back, and what came between. */
  private async againOf(collectiveId: string, list: ToldAidList): Promise<string[]> {
    const taken = await this.grants.takenBackOf(collectiveId, list);
    if (taken === undefined) return [];
    const asked = listAgainProblems(list, await this.aid.listLists(collectiveId), taken);
    return [aidWords.takenBack(taken.on, taken.voucher), ...asked.map((each) => problemSentence(each))];
  }

  async voucherOf(
    collectiveId: string,
    { voucherEntryId }: ToldAidList,
  ): Promise<AidListPageProps['voucher']> {
    return voucherEntryId === undefined ? undefined : this.grants.voucherOf(collectiveId, voucherEntryId);
  }

  /** The reversed vouchers whose place it may take, and that it is another list; none once it is owed. */
  async placesOf(
    collectiveId: string,
    { state, claimId, voucherEntryId: before }: ToldAidList,
  ): Promise<Option[]> {
    const isWaiting = state === 'entered' || state === 'takenBack';
    return isWaiting ? this.grants.placesOf(collectiveId, { claimId, before, by: 'aid' }) : [];
  }
}
