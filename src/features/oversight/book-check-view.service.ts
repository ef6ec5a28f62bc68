import { Injectable } from '@nestjs/common';
import { type CheckBreak, factsOf } from '../../domain/ledger/check-pass';
import { DomainError } from '../../domain/shared/domain-error';
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
    const chain = await this.chainOf(collectiveId);
    const seal = await this.books.findLastSeal(collectiveId);
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      checkAction: paths.check,
      ...(chain === undefined ? {} : { head: headOf(chain) }),
      ...(seal === undefined ? {} : { seal: printedSeal(seal) }),
      audit: await this.auditOf(collectiveId),
      ...(last === undefined ? {} : { last: await this.lastOf(last, collectiveId) }),
    };
  }

  /** Where the chain ends; undefined where the row that says so is gone: then nothing can be checked. */
  private async chainOf(collectiveId: string): Promise<{ length: number; head: string } | undefined> {
    try {
      return await this.books.requireChain(collectiveId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'collective.unknown') return undefined;
      throw error;
    }
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

/** Where the chain ends, to be held against paper. */
function headOf({ length, head }: { readonly length: number; readonly head: string }) {
  return { position: length, printed: printedHead(head), whole: head };
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
