import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { monthOf } from '../../domain/calendar/calendar-day';
import {
  type CutPart,
  readSubsidyCut,
  SUBSIDY_CUT,
  type SubsidyCut,
  type SubsidyCutForm,
  subsidyCutPostings,
} from '../../domain/income/subsidy-cut';
import { GRID } from '../../domain/ledger/counterparty';
import { invariant } from '../../domain/shared/invariant';
import { refuseProblems } from '../../domain/shared/problem';
import { subsidyWords } from '../../glossary/subsidy-words';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { StationLinksService } from '../assets/station-links.service';
import { type BookedEntry, LedgerService } from '../ledger/ledger.service';
import { IncomeReadService, type ReceivableState } from './income-read.service';
import { ReceivableEntity } from './receivable.entity';
import { SubsidyCutEntity } from './subsidy-cut.entity';

export type SubsidyCutRow = SubsidyCutEntity;

/** Subsidy of a station and month that has not wholly come. */
export interface OpenSubsidyState extends ReceivableState {
  readonly joint: boolean;
}

/** Subsidy that did not come in full: given up by a notice, or owed on and explained. */
@Injectable()
export class SubsidyCutsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: IncomeReadService,
    private readonly links: StationLinksService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * What is still owed of the subsidy, oldest month first. A station that another keeps is joint whomever the
   * voucher names: what came over with the opening names the grid.
   */
  async listOpen(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<OpenSubsidyState[]> {
    const owed = await this.reading.listReceivables(collectiveId, db);
    const open = owed.filter((each) => each.stream === 'subsidy' && each.outstanding > 0n);
    const kept = await this.reading.listOpenParts(
      db,
      collectiveId,
      open.map(({ id }) => id),
    );
    const linked = await this.links.listLinkedIds(collectiveId, db);
    const isJoint = (each: ReceivableState): boolean =>
      each.counterparty !== GRID || kept.has(each.id) || linked.has(each.assetId);
    return open.map((each) => ({ ...each, joint: isJoint(each) }));
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
        const voucher =
          cut.kind === 'writtenOff'
            ? await this.writeOff(tx, collectiveId, { cut, open, by: command.by })
            : undefined;
        const rows = cut.lines.map(({ receivableId, amount }) => ({
          ...{ collectiveId, id: newId(), receivableId, kind: cut.kind, cutOn: cut.on, amount },
          ...{ paper: cut.paper, reason: cut.reason, entryId: voucher?.entryId ?? null },
          ...{ notedBy: command.by, notedAt: this.clock.now() },
        }));
        await tx.insert(SubsidyCutEntity, rows);
        return { voucher };
      },
      onceOf(command, 'income.subsidyCut', form),
    );
  }

  private async writeOff(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly cut: SubsidyCut; readonly open: readonly OpenSubsidyState[]; readonly by: string },
  ): Promise<BookedEntry> {
    const { cut, open, by } = given;
    const chart = await this.ledger.requireChartOf(tx, collectiveId);
    const id = In(cut.lines.map(({ receivableId }) => receivableId));
    const rows = await tx.findBy(ReceivableEntity, { collectiveId, id });
    const takenOver = new Set(rows.filter((row) => row.sourceKind === 'opening').map((row) => row.id));
    const parts = cut.lines.map(({ receivableId, amount }): CutPart => {
      const owed = open.find((each) => each.id === receivableId);
      invariant(owed !== undefined, 'what is written off is owed');
      const { pool, assetId, stream, aboutPeriod: month, counterparty, bookedOn } = owed;
      return {
        ...{ amount, pool, assetId, stream, month, counterparty, bookedOn },
        takenOver: takenOver.has(receivableId),
      };
    });
    return this.ledger.post(tx, collectiveId, {
      event: 'income.subsidyCut',
      postedOn: cut.on,
      aboutPeriod: parts[0]?.month ?? monthOf(cut.on),
      statementOn: cut.on,
      summary: subsidyWords.cutSummary,
      source: { kind: SUBSIDY_CUT, id: newId() },
      attachments: cut.attachments,
      postings: subsidyCutPostings(parts, cut.on, chart),
      preparedBy: by,
    });
  }
}
