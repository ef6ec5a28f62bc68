import { Injectable } from '@nestjs/common';
import { aidWords } from '../../glossary/terms-aid';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { villagePaths } from '../../platform/http/office-paths';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { UsersService } from '../users/users.service';
import type { ToldAidList } from '../uses/aid.service';
import type { AidListPageProps } from './aid-list.pages';

/** Who did what with a list, and its voucher. */
@Injectable()
export class AidTellingService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly users: UsersService,
  ) {}

  async historyOf(list: ToldAidList): Promise<string[]> {
    const nameOf = await this.users.listDisplayNames();
    const named = (userId: string): string => nameOf.get(userId) ?? '';
    const { acceptedBy, acceptedOn = '', acceptedReason, withdrawn } = list;
    return [
      aidWords.enteredBy(named(list.enteredBy)),
      ...(acceptedBy === undefined ? [] : [aidWords.acceptedBy(named(acceptedBy), acceptedOn)]),
      ...(acceptedReason === '' ? [] : [aidWords.reason(widePunctuation(acceptedReason))]),
      ...(withdrawn === undefined ? [] : [aidWords.withdrawn(widePunctuation(withdrawn))]),
    ];
  }

  async voucherOf(
    collectiveId: string,
    { voucherEntryId }: ToldAidList,
  ): Promise<AidListPageProps['voucher']> {
    if (voucherEntryId === undefined) return undefined;
    const { voucherNumber } = await this.books.requireEntry(collectiveId, voucherEntryId);
    const label = voucherNumberText(voucherNumber);
    return { href: villagePaths(collectiveId).voucher(voucherEntryId), label };
  }
}
