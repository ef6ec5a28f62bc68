import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type BankLayout, type BankRow, type Heading, layoutOf } from '../../domain/ledger/bank-layout';
import { lineMarks, readStatement, type StatementLine } from '../../domain/ledger/bank-statement';
import {
  connectionProblems,
  type EarlierStatements,
  readHead,
  type StatementHead,
  type StatementHeadForm,
  statementProblems,
  uncoveredDays,
} from '../../domain/ledger/bank-statement-checks';
import { markOfTurn, markWithoutTurn } from '../../domain/ledger/bank-withdrawal';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { BankLayoutsService } from './bank-layouts.service';
import { BankLineEntity } from './bank-line.entity';
import type { BankPlace } from './bank-matched';
import { BankReadService } from './bank-read.service';
import { BankStatementEntity } from './bank-statement.entity';
import { readBankLines } from './bank-statements.store';

/** A statement to import: the rows of its file, and what a person says about it. */
export interface StatementForm extends StatementHeadForm {
  readonly rows: readonly BankRow[];
  /** SHA-256 of the file. */
  readonly digest: string;
  /** The layout it is read by; found by its heading where blank. */
  readonly layout: string;
}

/** What an import would do. It is done only where nothing is wrong. */
export interface StatementPreview {
  readonly layout: BankLayout | undefined;
  readonly heading: Heading | undefined;
  readonly head: StatementHead | undefined;
  readonly lines: readonly (StatementLine & { readonly mark: string; readonly isKnown: boolean })[];
  readonly problems: readonly Problem[];
  /** Days before it that no statement covers, though the balance agrees. */
  readonly uncovered: { readonly from: string; readonly through: string } | undefined;
}

/** Takes statements of the bank over: nothing of a file until all of it is well. */
@Injectable()
export class BankImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly layouts: BankLayoutsService,
    private readonly reading: BankReadService,
  ) {}

  /**
   * Reads a statement without taking it over.
   * @throws DomainError `bank.unknown`, `bank.accountClosed`, `bank.layoutUnknown`
   */
  async preview(
    at: BankPlace,
    form: StatementForm,
    db: EntityManager = this.database.reader,
  ): Promise<StatementPreview> {
    const layout =
      form.layout === ''
        ? layoutOf(form.rows, this.layouts.listLayouts())
        : this.layouts.requireLayout(form.layout);
    await this.reading.requireTaking(at, db);
    const earlier = await this.earlierOf(at, db);
    if (layout === undefined) return unreadable();
    const read = readStatement(form.rows, layout);
    const marks = lineMarks(read.lines);
    const known = new Set(earlier.lines.map(({ mark }) => mark));
    const lines = read.lines.map((line, place) => {
      const mark = sha256(marks[place] ?? '');
      return { ...line, mark, isKnown: known.has(mark) };
    });
    const told = readHead(form, lines, earlier);
    const problems = [...read.problems, ...told.problems];
    const { head } = told;
    // Sums are only looked at once every cell of them could be read.
    if (head !== undefined && problems.length === 0) {
      problems.push(...statementProblems(head, lines, this.clock.today()));
      problems.push(...connectionProblems(head, lines, earlier));
    }
    if (earlier.digests.includes(form.digest)) {
      problems.unshift({ code: 'bank.statementKnown', field: 'file' });
    }
    const uncovered = head && uncoveredDays(head, earlier);
    return { layout, heading: read.heading, head, lines, problems, uncovered };
  }

  /**
   * Takes a statement over; a line that is there already is not taken twice.
   * @throws FormProblems with everything that {@link preview} finds
   */
  importStatement(
    at: BankPlace,
    form: StatementForm,
    command: Command,
  ): Promise<{ id: string; lines: number }> {
    const { digest, layout: asked, from, through, opening, closing } = form;
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const { layout, head, lines, problems } = await this.preview(at, form, tx);
        const timesWithdrawn = await this.timesWithdrawn(at, tx);
        refuseProblems(problems);
        const id = newId();
        await insertRecorded(tx, BankStatementEntity, {
          ...at,
          id,
          ...head,
          layout: layout?.id ?? '',
          fileDigest: markOfTurn(digest, timesWithdrawn.get(digest) ?? 0),
          importedBy: command.by,
          importedAt: this.clock.now(),
        });
        const fresh = lines
          .filter(({ isKnown }) => !isKnown)
          .map((line) => ({ ...line, mark: markOfTurn(line.mark, timesWithdrawn.get(line.mark) ?? 0) }));
        await insertLines(tx, { ...at, statementId: id }, fresh);
        return { id, lines: fresh.length };
      },
      onceOf(command, 'bank.import', [at.accountId, digest, asked, from, through, opening, closing]),
    );
  }

  private async earlierOf(
    { collectiveId, accountId }: BankPlace,
    db: EntityManager,
  ): Promise<EarlierStatements & { readonly digests: readonly string[] }> {
    const statements = await this.reading.listStatements(collectiveId, accountId, db);
    const lines = await readBankLines(db, { collectiveId, accountId });
    return {
      heads: statements,
      lines: lines.map(({ bookedOn, amount, mark }) => ({ bookedOn, amount, mark: markWithoutTurn(mark) })),
      digests: statements.map(({ fileDigest }) => markWithoutTurn(fileDigest)),
    };
  }

  /** How often each line and each file of the account was taken over and withdrawn, by mark and digest. */
  private async timesWithdrawn(at: BankPlace, db: EntityManager): Promise<ReadonlyMap<string, number>> {
    const { collectiveId, accountId } = at;
    const { withdrawn } = await this.reading.listTakenStatements(at, db);
    const gone = new Set(withdrawn.map(({ id }) => id));
    const lines =
      gone.size === 0 ? [] : await db.find(BankLineEntity, { where: { collectiveId, accountId } });
    const marks = lines.filter(({ statementId }) => gone.has(statementId)).map(({ mark }) => mark);
    const times = new Map<string, number>();
    for (const kept of [...withdrawn.map(({ fileDigest }) => fileDigest), ...marks]) {
      const mark = markWithoutTurn(kept);
      times.set(mark, (times.get(mark) ?? 0) + 1);
    }
    return times;
  }
}

function unreadable(): StatementPreview {
  const problems = [{ code: 'bank.noLayout', field: 'file' }];
  const nothing = { layout: undefined, heading: undefined, head: undefined, uncovered: undefined };
  return { ...nothing, lines: [], problems };
}

/** SQLite takes 32,766 values in a statement, PostgreSQL 65,535; a line has twelve. */
const LINES_AT_ONCE = 500;

async function insertLines(
  tx: EntityManager,
  at: BankPlace & { readonly statementId: string },
  lines: StatementPreview['lines'],
): Promise<void> {
  const rows = lines.map((line, place) => ({
    ...at,
    id: newId(),
    lineNumber: place + 1,
    bookedOn: line.bookedOn,
    amount: line.amount,
    text: line.text,
    counterparty: line.counterparty,
    reference: line.reference,
    balanceAfter: line.balanceAfter ?? null,
    mark: line.mark,
  }));
  for (let first = 0; first < rows.length; first += LINES_AT_ONCE) {
    await insertRecorded(tx, BankLineEntity, rows.slice(first, first + LINES_AT_ONCE));
  }
}
