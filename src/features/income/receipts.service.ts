import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import type { ReceivablePart } from '../../domain/income/postings';
import { receivedPostings, usedPostings } from '../../domain/income/received';
import { advanceKeptPostings, type KeptAdvance } from '../../domain/income/rent-postings';
import { readReceipt, type ReceiptForm, type ReceiptLine } from '../../domain/income/receipt';
import { type FeeExcess, feeExcessDue } from '../../domain/income/receipt-excess';
import type { Posting } from '../../domain/ledger/journal-entry';
import { GRID } from '../../domain/ledger/counterparty';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { refuseProblems } from '../../domain/shared/problem';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerService } from '../ledger/ledger.service';
import { PoolBalancesService } from '../ledger/pool-balances.service';
import { IncomeReadService, type ReceivableState } from './income-read.service';
import { IncomeService, type RecordedIncome } from './income.service';
import { JointReceiptPartEntity } from './joint-receipt-part.entity';
import { ReceivableEntity } from './receivable.entity';
import { ReceiptLineEntity } from './receipt-line.entity';
import { ReceiptEntity } from './receipt.entity';
import { requireStandingSlips } from './returning-parts.store';

/** What happened where money came in. */
export const RECEIVED = 'income.received';

/** A receipt as it was read. */
export interface ReadReceipt {
  readonly receivedOn: CalendarDay;
  readonly lines: readonly ReceiptLine[];
  /** The receivables its lines name, among others. */
  readonly owed: readonly ReceivableState[];
  readonly attachments: number;
  /** The money came earlier and was kept. */
  readonly fromAdvance?: boolean;
  /** What moves an advance here that was kept for another asset: it pays as one of this asset would. */
  readonly moved?: readonly Posting[];
  /** What its voucher is called where no bank paid it. */
  readonly told?: { readonly event: string; readonly summary: string };
  /** What of the money is for years to come. */
  readonly kept?: KeptAdvance | undefined;
  readonly by: string;
}

/** Money that has come: it clears what was owed, and it is what the pool has received. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly database: Database,
    private readonly income: IncomeService,
    private readonly reading: IncomeReadService,
    private readonly ledger: LedgerService,
    private readonly balances: PoolBalancesService,
  ) {}

  /**
   * Books a receipt against the receivables it clears.
   * @throws FormProblems `receipt.*`, `money.*`; DomainError `period.*`
   */
  recordReceipt(collectiveId: string, form: ReceiptForm, command: Command): Promise<RecordedIncome> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const owed = await this.reading.listReceivables(collectiveId, tx);
        const { feeDifferenceBelow } = await this.ledger.requireChartOf(tx, collectiveId);
        const open = owed.filter((each) => each.outstanding > 0n);
        const read = readReceipt(form, open, feeDifferenceBelow);
        refuseProblems(read.problems);
        const { receivedOn, lines, attachments, excess } = read;
        const fromAdvance = (form.fromAdvance ?? '').trim() !== '';
        if (fromAdvance) {
          const free = await this.listAdvances(collectiveId, tx);
          requireAdvance(
            lines.map((line) => partOf(line, owed)),
            free,
          );
        }
        const receipt = { receivedOn, lines, owed, attachments, fromAdvance, by: command.by };
        if (excess === undefined) return this.bookReceipt(tx, collectiveId, receipt);
        return this.bookReceipt(
          tx,
          collectiveId,
          await this.withExcess(tx, collectiveId, { receipt, excess }),
        );
      },
      onceOf(command, 'income.receipt', form),
    );
  }

  /**
   * What the bank paid beyond the fee falls due as other income of its station, and the receipt clears it
   * with the rest: statement and sheet show it as what it is. @throws DomainError `receipt.excessOfJoint`
   */
  private async withExcess(
    tx: EntityManager,
    collectiveId: string,
    { receipt, excess }: { readonly receipt: ReadReceipt; readonly excess: FeeExcess },
  ): Promise<ReadReceipt> {
    const { receivableId: feeId, amount } = excess;
    const fee = receipt.owed.find(({ id }) => id === feeId);
    invariant(fee !== undefined, 'what is paid beyond a fee comes with it');
    const kept = await this.reading.listOpenParts(tx, collectiveId, [feeId]);
    if ((kept.get(feeId) ?? []).length > 0) throw new DomainError('receipt.excessOfJoint');
    const { receivedOn, attachments, by } = receipt;
    const { assetId, aboutPeriod } = fee;
    const asset = await this.income.register.requireEarning(collectiveId, assetId, tx);
    const due = feeExcessDue(excess, { receivedOn, aboutPeriod, attachments });
    const { voucher } = await this.income.bookDue(tx, collectiveId, { due, asset, nature: undefined, by });
    const { id } = await tx.findOneByOrFail(ReceivableEntity, { collectiveId, entryId: voucher.entryId });
    const owed = await this.reading.listReceivables(collectiveId, tx);
    return { ...receipt, owed, lines: [...receipt.lines, { receivableId: id, amount }] };
  }

  /**
   * Books a receipt inside the transaction of who has read it, with what of the money is kept for years to
   * come. @throws FormProblems `receipt.aboveAdvance`; DomainError `period.*`
   */
  async bookReceipt(tx: EntityManager, collectiveId: string, receipt: ReadReceipt): Promise<RecordedIncome> {
    const { receivedOn, lines, owed, attachments, fromAdvance, kept, moved = [], told } = receipt;
    const parts = lines.map((line) => partOf(line, owed));
    const { roles } = await this.ledger.requireChartOf(tx, collectiveId);
    if (fromAdvance && moved.length === 0) requireAdvance(parts, await this.listKept(collectiveId, tx));
    const id = newId();
    const open = await this.reading.listOpenParts(
      tx,
      collectiveId,
      lines.map((line) => line.receivableId),
    );
    const { owners } = this.income.register;
    const own = await owners.partsOf(tx, collectiveId, lines);
    const came = lines.map((line) => ({
      ...{ receivableId: line.receivableId, part: partOf(line, owed), own: own.get(line.receivableId) },
    }));
    const received = receivedPostings(came, open, roles);
    const cleared = fromAdvance ? usedPostings(came, roles) : received.postings;
    const ahead = kept === undefined ? [] : advanceKeptPostings(kept, roles);
    const voucher = await this.ledger.post(tx, collectiveId, {
      event: told?.event ?? RECEIVED,
      postedOn: receivedOn,
      aboutPeriod: parts[0]?.month ?? monthOf(receivedOn),
      statementOn: receivedOn,
      summary:
        told?.summary ?? voucherSummaries.receipt(await this.namesOf(tx, collectiveId, [...parts, ...ahead])),
      source: { kind: 'receipt', id },
      attachments,
      postings: [...moved, ...cleared, ...ahead],
      preparedBy: receipt.by,
    });
    if (lines.length === 0) return { id, voucher };
    await this.note(tx, collectiveId, { id, receivedOn, lines, entryId: voucher.entryId });
    await owners.keepReceipt(tx, collectiveId, { receiptId: id, parts: own });
    const passed = received.passed.map((part) => ({ collectiveId, receiptId: id, ...part }));
    if (passed.length > 0) await insertRecorded(tx, JointReceiptPartEntity, passed);
    return { id, voucher };
  }

  /** What is still owed for an asset by anybody but the grid. */
  async listOwedByOthers(
    tx: EntityManager,
    collectiveId: string,
    assetId: string,
  ): Promise<ReceivableState[]> {
    const owed = await this.reading.listReceivables(collectiveId, tx);
    return owed.filter((each) => each.assetId === assetId && each.counterparty !== GRID);
  }

  /**
   * Keeps beside a voucher which income it cleared; the voucher is that of who books it.
   * @throws DomainError `joint.partReturning`
   */
  async note(
    tx: EntityManager,
    collectiveId: string,
    receipt: Pick<ReadReceipt, 'receivedOn' | 'lines'> & { readonly id: string; readonly entryId: string },
  ): Promise<void> {
    const { id, receivedOn, lines, entryId } = receipt;
    const ids = lines.map((line) => line.receivableId);
    await requireStandingSlips(tx, collectiveId, ids);
    const amount = sumFen(lines.map((line) => line.amount));
    await insertRecorded(tx, ReceiptEntity, { collectiveId, id, receivedOn, amount, entryId });
    await insertRecorded(
      tx,
      ReceiptLineEntity,
      lines.map((line) => ({ collectiveId, receiptId: id, ...line })),
    );
  }

  /**
   * What was paid in advance and is free for income of the asset that fell due, by asset: what a contract
   * keeps is its tenant's, for its own dues, and is used there.
   */
  async listAdvances(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, Fen>> {
    const kept = await this.listKept(collectiveId, db);
    const byContracts = await this.reading.listKeptByContracts(collectiveId, db);
    return new Map(
      [...kept].map(([assetId, amount]) => [assetId, amount - (byContracts.get(assetId) ?? 0n)]),
    );
  }

  /** All that was paid in advance and not yet taken, by asset. */
  private async listKept(collectiveId: string, db: EntityManager): Promise<ReadonlyMap<string, Fen>> {
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const owed = await this.balances.listByAsset(db, collectiveId, roles.payable);
    return new Map([...owed].map(([assetId, amount]) => [assetId, -amount]));
  }

  /** The assets that money came for, by name, each once. */
  private async namesOf(
    tx: EntityManager,
    collectiveId: string,
    parts: readonly { readonly assetId?: string }[],
  ): Promise<string[]> {
    const names = await this.income.register.assetNames(tx, collectiveId);
    return [...new Set(parts.map(({ assetId = '' }) => names.get(assetId) ?? ''))];
  }
}

/** What was kept as an advance for an asset covers what is taken of it. */
function requireAdvance(parts: readonly ReceivablePart[], advances: ReadonlyMap<string, Fen>): void {
  for (const assetId of new Set(parts.map((part) => part.assetId))) {
    const own = parts.filter((part) => part.assetId === assetId);
    const amount = sumFen(own.map((part) => part.amount));
    const advance = advances.get(assetId) ?? 0n;
    if (amount <= advance) continue;
    refuseProblems([{ code: 'receipt.aboveAdvance', field: 'fromAdvance', facts: { amount, advance } }]);
  }
}

/** What a line of a receipt clears, as the lines of its voucher name it. */
export function partOf(line: ReceiptLine, owed: readonly ReceivableState[]): ReceivablePart {
  const receivable = owed.find((each) => each.id === line.receivableId);
  invariant(receivable !== undefined, 'a receipt line names a receivable that is open');
  return {
    amount: line.amount,
    pool: receivable.pool,
    assetId: receivable.assetId,
    stream: receivable.stream,
    month: receivable.aboutPeriod,
    counterparty: receivable.counterparty,
  };
}
