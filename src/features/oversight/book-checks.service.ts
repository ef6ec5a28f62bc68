import { Injectable } from '@nestjs/common';
import type { ChainEnd, CheckBreak, CheckResult, PassResult } from '../../domain/ledger/check-pass';
import type { Witnesses } from '../../domain/ledger/witness';
import { insertRecorded } from '../../platform/audit/records';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { isUnreadableRow } from '../../platform/database/unreadable-row';
import { CollectivesService } from '../collectives/collectives.service';
import { BooksCheckService } from '../months/books-check.service';
import { BookCheckEntity } from './book-check.entity';

export interface BookCheck extends BookCheckEntity {
  /** What was found cannot be read any more: it witnesses nothing. */
  readonly isSpoilt?: boolean;
}

/** Who checked, where no person did. */
export const BY_SCHEDULE = 'schedule';

const HOUR = 3_600_000;

/** The checks of every collective's books: run by a person or by the clock, the last result kept. */
@Injectable()
export class BookChecksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly check: BooksCheckService,
    private readonly collectives: CollectivesService,
  ) {}

  /**
   * Checks the books and keeps what was found. The heads of the check before are held against the chain of
   * the entries and that of the refusals, its last seal against the seals, so that a tail that was cut or a
   * month that was sealed anew since is found without any paper.
   * @throws DomainError `collective.unknown`
   */
  async checkNow(collectiveId: string, command: Command): Promise<BookCheck> {
    const result = await this.checkBeside(collectiveId);
    const facts = { collectiveId, checkedAt: this.clock.now(), checkedBy: command.by };
    return this.database.inTransaction(collectiveId, async (tx) => {
      const last = await tx.findOne(BookCheckEntity, {
        where: { collectiveId },
        order: { number: 'DESC' },
        select: { collectiveId: true, number: true },
      });
      const row = { ...facts, number: (last?.number ?? 0) + 1, ...columnsOf(result) };
      await insertRecorded(tx, BookCheckEntity, row);
      return row;
    });
  }

  /**
   * Checks the books against what the last kept check saw and what paper says; keeps nothing.
   * @param witnessed heads and seals of papers
   * @param ends by pass, where a paper says that a chain of its own ended; it goes before the last check's
   * @throws DomainError `collective.unknown`
   */
  async checkBeside(
    collectiveId: string,
    witnessed: Partial<Witnesses> = {},
    ends: ReadonlyMap<string, ChainEnd> = new Map(),
  ): Promise<CheckResult> {
    const before = await this.findLast(collectiveId);
    const { heads, seals } = before === undefined ? { heads: [], seals: [] } : witnessesOf(before);
    const all = {
      heads: [...heads, ...(witnessed.heads ?? [])],
      seals: [...seals, ...(witnessed.seals ?? [])],
    };
    const seen = new Map([...endsOf(before?.passes ?? []), ...ends]);
    const result = await this.check.checkBooks(collectiveId, all, seen);
    return before?.isSpoilt === true ? withBreak(result, spoiltBreak(before.number)) : result;
  }

  /** The last check; of one whose result somebody spoilt, that it cannot be read. */
  async findLast(collectiveId: string): Promise<BookCheck | undefined> {
    const asked = { where: { collectiveId }, order: { number: 'DESC' }, take: 1 } as const;
    const { reader } = this.database;
    try {
      const [last] = await reader.find(BookCheckEntity, asked);
      if (last === undefined || (isList(last.passes) && isList(last.found))) return last;
    } catch (error) {
      if (!isUnreadableRow(error)) throw error;
    }
    const [row] = await reader.find(BookCheckEntity, { ...asked, select: READABLE });
    if (row === undefined) return undefined;
    const found = [spoiltBreak(row.number)];
    const breaks = Math.max(row.breaks, 1);
    return Object.assign(row, { passes: [], found, breaks, isSpoilt: true });
  }

  /** The collectives whose books nobody has checked for a day, in the order in which they were added. */
  async listDue(): Promise<string[]> {
    const due: string[] = [];
    for (const { id } of await this.collectives.listCollectives()) {
      const last = await this.findLast(id);
      if (last === undefined || this.hoursSince(last.checkedAt) >= 24) due.push(id);
    }
    return due;
  }

  /** How long ago an instant was, in hours. */
  hoursSince(instant: string): number {
    return (Date.parse(this.clock.now()) - Date.parse(instant)) / HOUR;
  }
}

/** The columns of a check beside what it kept as text. */
const READABLE = {
  ...{ collectiveId: true, number: true, checkedAt: true, checkedBy: true },
  ...{ chainPosition: true, chainHead: true, breaks: true },
} as const;

function isList(kept: unknown): boolean {
  return Array.isArray(kept) && kept.every((each) => typeof each === 'object' && each !== null);
}

function spoiltBreak(number: number): CheckBreak {
  return { pass: 'rows', code: 'check.lastCheckUnreadable', at: {}, facts: { number } };
}

function withBreak(result: CheckResult, found: CheckBreak): CheckResult {
  const passes = result.passes.map((each) =>
    each.pass === found.pass ? { ...each, broken: each.broken + 1 } : each,
  );
  return { ...result, passes, breaks: [found, ...result.breaks] };
}

/** The chain's end as its pass left it; checks of before kept it beside the passes only. */
function witnessesOf({ chainPosition, chainHead, passes }: BookCheck): Witnesses {
  const own = passes.find(({ pass }) => pass === 'chain')?.head;
  const { position, hash } = own ?? { position: chainPosition, hash: chainHead };
  return {
    heads: position === 0 ? [] : [{ position, starts: hash, ends: '' }],
    seals: passes.flatMap(({ seal }) => seal ?? []),
  };
}

/** Where the chains of the passes ended. */
function endsOf(passes: readonly PassResult[]): Map<string, ChainEnd> {
  return new Map(passes.flatMap(({ pass, head }) => (head === undefined ? [] : [[pass, head] as const])));
}

function columnsOf({ head, passes, breaks }: CheckResult) {
  return {
    chainPosition: head.position,
    chainHead: head.hash,
    breaks: passes.reduce((sum, pass) => sum + pass.broken, 0),
    passes,
    found: breaks,
  };
}
