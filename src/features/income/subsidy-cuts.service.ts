import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { monthOf } from '../../domain/calendar/calendar-day';
import {
  type CutPart,
  isFeeRemainder,
  lowersSubsidy,
  readSubsidyCut,
  SUBSIDY_CUT,
  type SubsidyCut,
  type SubsidyCutForm,
  subsidyCutPostings,
} from '../../domain/income/subsidy-cut';
import { GRID } from '../../domain/ledger/counterparty';
import type { Posting } from '../../domain/ledger/journal-entry';
import { invariant } from '../../domain/shared/invariant';
import { refuseProblems } from '../../domain/shared/problem';
import { subsidyWords } from '../../glossary/subsidy-words';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { IncomeReadService, type ReceivableState } from './income-read.service';
import { KeptCutsService } from './kept-cuts.service';
import { ReceivableEntity } from './receivable.entity';
import { SubsidyCutEntity } from './subsidy-cut.entity';

export type SubsidyCutRow = SubsidyCutEntity;

/** Subsidy of a station and month that has not wholly come. */
export interface OpenSubsidyState extends ReceivableState {
  readonly joint: boolean;
  /** Of a station kept here for others: what is cut of it, its owners lose. */
  readonly kept: boolean;
  /** Owed when the books began: no slip of these books stands for it, a keeper's neither. */
  readonly takenOver: boolean;
}

/** Subsidy that did not come in full: given up by a notice, or owed on and explained. */
@Injectable()
export class SubsidyCutsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: IncomeReadService,
    private readonly kept: KeptCutsService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * What is still owed of the subsidy, oldest month first, and the last of an own energy fee. What a
   * station's keeper owes by his slips is cut by him and comes with his cut; what came over with the opening
   * is in no slip of his and is each body's own.
   */
  async listOpen(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<OpenSubsidyState[]> {
    const owed = await this.reading.listReceivables(collectiveId, db);
    const { feeDifferenceBelow: below } = await this.ledger.requireChartOf(db, collectiveId);
    const open = owed.filter((each) =>
      each.stream === 'subsidy'
        ? each.outstanding > 0n
        : isFeeRemainder(each, below) && each.counterparty === GRID,
    );
    const ids = open.map(({ id }) => id);
    const kept = await this.kept.listKept(db, collectiveId, ids);
    const isOwn = ({ id, stream }: ReceivableState): boolean => stream === 'subsidy' || !kept.has(id);
    const sourceKind = 'opening';
    const rows = await db.findBy(ReceivableEntity, { collectiveId, id: In(ids), sourceKind });
    const opening = new Set(rows.map(({ id }) => id));
    return open.filter(isOwn).map((each) => ({
      ...each,
      kept: kept.has(each.id),
      takenOver: opening.has(each.id),
      joint: each.counterparty !== GRID && !kept.has(each.id) && !opening.has(each.id),
    }));
  }

  /** Everything noted of subsidy that did not come and that stands, by its day. */
  async listCuts(collectiveId: string, db: EntityManager = this.database.reader): Promise<SubsidyCutRow[]> {
    return this.reading.listCuts(collectiveId, db);
  }

  /**
   * Notes what did not come. What a notice cuts is written off with a voucher; what is owed on keeps its
   * explanation and books nothing.
   * @throws FormProblems `subsidy.*`, `receipt.aboveOutstanding`, `form.*`; DomainError `period.*`
   */
  recordCut(
    collectiveId: string,
    form: SubsidyCutForm,
    command: Command,
  ): Promise<{ readonly voucher: BookedEntry | undefined }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const open = await this.listOpen(collectiveId, tx);
        const { cut, problems } = readSubsidyCut(form, { open, today: this.clock.today() });
        refuseProblems(problems);
        if (cut.kind === 'writtenOff')
          return { voucher: await this.writeOff(tx, collectiveId, { cut, open, by: command.by }) };
        await this.keep(tx, collectiveId, { cut, entryId: null, by: command.by });
        return { voucher: undefined };
      },
      onceOf(command, 'income.subsidyCut', form),
    );
  }

  /** Books what a notice cuts: of one's own as its loss, of a kept station's on the way to its owners. */
  private async writeOff(tx: EntityManager, collectiveId: string, given: ReadCut): Promise<BookedEntry> {
    const { cut, open, by } = given;
    const lines = cut.lines.map((line) => partOfCut(line, open));
    const split = await this.kept.split(
      tx,
      collectiveId,
      lines.filter(({ isKept }) => isKept),
    );
    const own: CutPart[] = [];
    for (const { part, entryId } of lines.filter(({ isKept }) => !isKept))
      own.push({ ...part, bookedOn: await this.ledger.resultDayOf(tx, collectiveId, entryId) });
    const use = lowersSubsidy(own, cut.on) ? 'subsidyIncome' : undefined;
    const chart = await this.ledger.requireChartFor(tx, collectiveId, { on: cut.on, use });
    const postings: Posting[] = [...subsidyCutPostings(own, cut.on, chart), ...split.postings];
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: 'income.subsidyCut',
      postedOn: cut.on,
      aboutPeriod: lines[0]?.part.month ?? monthOf(cut.on),
      statementOn: cut.on,
      summary: subsidyWords.cutSummary(lines.map(({ part }) => part.stream)),
      source: { kind: SUBSIDY_CUT, id: newId() },
      attachments: cut.attachments,
      postings,
      preparedBy: by,
    });
    const rows = await this.keep(tx, collectiveId, { cut, entryId: voucher.entryId, by });
    for (const { id, receivableId } of rows) {
      const parts = split.parts.get(receivableId);
      if (parts !== undefined) await this.kept.note(tx, collectiveId, { cutId: id, parts });
    }
    return voucher;
  }

  private async keep(
    tx: EntityManager,
    collectiveId: string,
    { cut, entryId, by }: { readonly cut: SubsidyCut; readonly entryId: string | null; readonly by: string },
  ): Promise<{ id: string; receivableId: string }[]> {
    const rows = cut.lines.map(({ receivableId, amount }) => ({
      ...{ collectiveId, id: newId(), receivableId, kind: cut.kind, cutOn: cut.on, amount },
      ...{ paper: cut.paper, reason: cut.reason, entryId, keepersCut: null },
      ...{ notedBy: by, notedAt: this.clock.now() },
    }));
    await insertRecorded(tx, SubsidyCutEntity, rows);
    return rows;
  }
}

/** What is cut, as it was read, and what it is cut of. */
interface ReadCut {
  readonly cut: SubsidyCut;
  readonly open: readonly OpenSubsidyState[];
  readonly by: string;
}

function partOfCut(
  { receivableId, amount }: SubsidyCut['lines'][number],
  open: readonly OpenSubsidyState[],
): { receivableId: string; entryId: string; isKept: boolean; part: CutPart } {
  const owed = open.find((each) => each.id === receivableId);
  invariant(owed !== undefined, 'what is written off is owed');
  const {
    pool,
    assetId,
    stream,
    aboutPeriod: month,
    counterparty,
    bookedOn,
    takenOver,
    kept,
    entryId,
  } = owed;
  const part = { amount, pool, assetId, stream, month, counterparty, bookedOn, takenOver };
  return { receivableId, entryId, isKept: kept, part };
}
