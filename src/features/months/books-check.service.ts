import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ChainEnd, type CheckResult, factsOf, Findings } from '../../domain/ledger/check-pass';
import type { Witnesses } from '../../domain/ledger/witness';
import type { Problem } from '../../domain/shared/problem';
import { Database } from '../../platform/database/database';
import { isUnreadableRow } from '../../platform/database/unreadable-row';
import { type BooksToCheck, LedgerCheckService } from '../ledger/ledger-check.service';
import { StepChecks } from './step-checks';

/** Runs every pass over the books of one collective: those of the ledger, and one of each step. */
@Injectable()
export class BooksCheckService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerCheckService,
    private readonly steps: StepChecks,
  ) {}

  /**
   * Checks the books whole, as they stand at one instant. Reads only.
   * @param witnessed heads of the chain and seals as seen outside the books
   * @param seen by pass, where a chain of its own ended at an earlier check
   * @throws DomainError `collective.unknown`
   */
  checkBooks(
    collectiveId: string,
    witnessed: Partial<Witnesses> = {},
    seen: ReadonlyMap<string, ChainEnd> = new Map(),
  ): Promise<CheckResult> {
    return this.database.inSnapshot(async (db) => {
      const books = await this.ledger.wholeBooks(db, collectiveId, witnessed);
      return this.check(books, { whole: true, seen });
    });
  }

  /**
   * What keeps the books from being sealed, as the transaction sees them: every pass, from the last sealed
   * month on, so that sealing costs the same in the tenth year as in the first; of the rows that no entry
   * leads to those that say so.
   */
  async sealProblems(tx: EntityManager, collectiveId: string): Promise<Problem[]> {
    const { breaks } = await this.check(await this.ledger.booksSinceSeal(tx, collectiveId), {
      whole: false,
      seen: new Map(),
    });
    return breaks.map((found) => ({ code: found.code, field: '', facts: factsOf(found) }));
  }

  /** `whole`: rows of every step are looked at, too, that no entry of the run leads to. */
  private async check(
    books: BooksToCheck,
    { whole, seen }: { readonly whole: boolean; readonly seen: ReadonlyMap<string, ChainEnd> },
  ): Promise<CheckResult> {
    const { db, collectiveId, chartOf, passes } = books;
    const steps = this.steps.list.map((step) => {
      const findings = new Findings(step.pass);
      const books = { db, collectiveId, chartOf, findings, seen: seen.get(step.pass) };
      return { step, books, run: untilUnreadable(findings) };
    });
    for await (const entries of this.ledger.entriesOf(books)) {
      for (const entry of entries) passes.forEach((pass) => pass.take(entry));
      for (const each of steps) await each.run(() => each.step.checkEntries(each.books, entries));
    }
    passes.forEach((pass) => pass.finish());
    for (const each of steps)
      if (whole || each.step.looksAtSealing) await each.run(() => each.step.checkRows(each.books));
    const all = [...passes.map((pass) => pass.findings), ...steps.map((each) => each.books.findings)];
    return {
      head: books.head,
      lastSeal: books.lastSeal,
      passes: all.map(({ pass, looked, broken, head, seal }) => ({
        ...{ pass, looked, broken },
        ...(head === undefined ? {} : { head }),
        ...(seal === undefined ? {} : { seal }),
      })),
      breaks: all.flatMap((findings) => findings.breaks),
    };
  }
}

/**
 * A pass that comes upon rows it cannot read (one is gone that others lead to, a kept text is spoilt) says so
 * and goes no further; the others go on. What the database itself refuses ends the check.
 */
function untilUnreadable(findings: Findings): (look: () => Promise<void>) => Promise<void> {
  let goesOn = true;
  return async (look) => {
    if (!goesOn) return;
    try {
      await look();
    } catch (error) {
      if (!isUnreadableRow(error)) throw error;
      goesOn = false;
      findings.add('check.passUnreadable', {});
    }
  };
}
