import { Injectable } from '@nestjs/common';
import { type CheckBreak, factsOf } from '../../domain/ledger/check-pass';
import { sentenceFor } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { localTime } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { printedHead, printedSeal } from '../../platform/text/printed-head';

import { LedgerReadService } from '../ledger/ledger-read.service';
import { UsersService } from '../users/users.service';
import type { BookCheckPageProps, BreakLine } from './book-check.pages';
import { type BookCheck, BookChecksService, BY_SCHEDULE } from './book-checks.service';

/** The page of the check of one collective's books. */
@Injectable()
export class BookCheckViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly checks: BookChecksService,
    private readonly books: LedgerReadService,
    private readonly users: UsersService,
  ) {}

  async pageOf(visit: PageVisit, collectiveId: string): Promise<BookCheckPageProps> {
    const last = await this.checks.findLast(collectiveId);
    const { length, head } = await this.books.requireChain(collectiveId);
    const seal = await this.books.findLastSeal(collectiveId);
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      checkAction: paths.check,
      head: { position: length, printed: printedHead(head), whole: head },
      ...(seal === undefined ? {} : { seal: printedSeal(seal) }),
      audit: await this.auditOf(collectiveId),
      ...(last === undefined ? {} : { last: await this.lastOf(last, collectiveId) }),
    };
  }

  /** The years of the books, the latest first, each with the address of its audit file. */
  private async auditOf(collectiveId: string): Promise<BookCheckPageProps['audit']> {
    const months = await this.books.listMonths(collectiveId);
    const years = [...new Set(months.map((row) => row.month.slice(0, 4)))].reverse();
    return years.map((year) => ({ year, href: villagePaths(collectiveId).auditFile(year) }));
  }

  private async lastOf(check: BookCheck, collectiveId: string): Promise<BookCheckPageProps['last']> {
    return {
      at: localTime(check.checkedAt),
      by: await this.personOf(check.checkedBy),
      position: check.chainPosition,
      broken: check.breaks,
      passes: check.passes.map(({ pass, looked, broken }) => ({
        name: labelOf(`checkPass.${pass}`),
        says: labelOf(`checkPassSays.${pass}`),
        looked,
        broken,
      })),
      breaks: check.found.map((found) => breakLine(found, collectiveId)),
    };
  }

  private async personOf(userId: string): Promise<string> {
    if (userId === BY_SCHEDULE) return labelOf('person.program');
    const users = await this.users.listUsers();
    return users.find((user) => user.userId === userId)?.displayName ?? labelOf('person.program');
  }
}

function breakLine(found: CheckBreak, collectiveId: string): BreakLine {
  const { entryId, voucher } = found.at;
  return {
    pass: labelOf(`checkPass.${found.pass}`),
    says: sentenceFor(found.code, factsOf(found)),
    ...(entryId === undefined || voucher === undefined
      ? {}
      : { href: villagePaths(collectiveId).voucher(entryId) }),
  };
}
