import { Injectable } from '@nestjs/common';
import { payListWords } from '../../glossary/payout-words';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { localTime } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { fullDayText } from '../../platform/views/day-text';
import { BankShownService } from '../ledger/bank-shown.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { UsersService } from '../users/users.service';
import { PayFileReadsService } from './pay-file-reads.service';
import type { PayListActRow } from './pay-list.pages';
import type { KeptPayList } from './pay-lists.store';

/** Who did what with a list, in the order in which it was done. */
@Injectable()
export class PayListHistoryService {
  constructor(
    private readonly users: UsersService,
    private readonly books: LedgerReadService,
    private readonly files: PayFileReadsService,
    private readonly bank: BankShownService,
  ) {}

  async rowsOf(collectiveId: string, { list, acts, outcomes }: KeptPayList): Promise<PayListActRow[]> {
    const names = await this.users.listDisplayNames();
    const nameOf = (id: string): string => names.get(id) ?? labelOf('person.program');
    const reads = await this.files.listReads(collectiveId, list.id);
    const layouts = new Map(this.files.listForms().map(({ id, name }) => [id, name]));
    const rows: (PayListActRow & { readonly at: string })[] = [
      {
        ...{ act: payListWords.act.draft, at: list.draftedAt, who: nameOf(list.draftedBy), what: '' },
        ...{ on: dayOf(list.draftedAt), voucher: undefined },
      },
      ...reads.map(({ readBy, readAt, layout }) => ({
        ...{ act: payListWords.act.file, at: readAt, on: dayOf(readAt), who: nameOf(readBy) },
        ...{ what: layouts.get(layout) ?? layout, voucher: undefined },
      })),
    ];
    const shown = await this.bank.listMatchedEntries(
      collectiveId,
      acts.flatMap(({ entryId }) => entryId ?? []),
    );
    const told = (entryId: string): string =>
      list.channel === 'cash' ? '' : payListWords.onStatement(shown.has(entryId));
    for (const { number, act, doneOn, reason, entryId, enteredBy, enteredAt } of acts) {
      const own = outcomes.filter(({ actNumber }) => actNumber === number);
      const numbers = own.map(({ lineNumber }) => lineNumber);
      rows.push({
        ...{ act: payListWords.act[act], at: enteredAt, on: fullDayText(doneOn), who: nameOf(enteredBy) },
        what: whatOf(numbers, reason),
        voucher: entryId === null ? undefined : await this.voucherOf(collectiveId, entryId),
        ...(entryId === null ? {} : { bank: told(entryId) }),
      });
    }
    return rows.sort((one, other) => (one.at < other.at ? -1 : 1));
  }

  private async voucherOf(
    collectiveId: string,
    entryId: string,
  ): Promise<NonNullable<PayListActRow['voucher']>> {
    const { voucherNumber, reversedById } = await this.books.requireEntry(collectiveId, entryId);
    const label = voucherNumberText(voucherNumber);
    return {
      href: villagePaths(collectiveId).voucher(entryId),
      label: reversedById === undefined ? label : payListWords.reversed(label),
    };
  }
}

/** Which lines, and why, as far as either is told. */
function whatOf(numbers: readonly number[], reason: string): string {
  const lines = numbers.length === 0 ? '' : payListWords.lines(numbers);
  return [lines, reason].filter((each) => each !== '').join('，');
}

function dayOf(instant: string): string {
  return fullDayText(localTime(instant).slice(0, 10));
}
