import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isCalendarDay } from '../../domain/calendar/calendar-day';
import { type Chart, mainCodeOf } from '../../domain/ledger/chart';
import { importedDayProblems, inLineOrder } from '../../domain/ledger/imported-days';
import { importedShortages } from '../../domain/ledger/imported-money';
import {
  IMPORTED,
  type ImportedVoucher,
  readImported,
  type ReadVouchers,
} from '../../domain/ledger/imported-voucher';
import type { Posting } from '../../domain/ledger/journal-entry';
import { contraAccounts } from '../../domain/ledger/money-on-hand';
import type { PoolBalance } from '../../domain/ledger/pool-balances';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { requireBooks } from './books-row.store';
import { LedgerImportService } from './ledger-import.service';
import { readMonths, run } from './ledger.store';
import { readAsOf, readMoney, readNow, readOnHand } from './pool-balances.store';
import { VoucherDesk } from './voucher-desk.service';
import { VoucherReadingService } from './voucher-reading.service';

/** What was taken over of a file. */
export interface TakenOver {
  readonly booked: number;
  /** Vouchers that stood in the file a second time, word for word: taken once. */
  readonly repeated: number;
}

/** Takes the vouchers of older books over, all of a file or nothing. */
@Injectable()
export class VoucherImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: VoucherReadingService,
    private readonly importing: LedgerImportService,
    private readonly desk: VoucherDesk,
  ) {}

  /** Whether a command was carried out already: the same file is taken over once. */
  async isTaken(collectiveId: string, key: string): Promise<boolean> {
    const rows = await run<{ command_key: string }>(
      this.database.reader,
      'SELECT command_key FROM idempotency_keys WHERE collective_id = ? AND command_key = ?',
      [collectiveId, key],
    );
    return rows.length > 0;
  }

  /**
   * Books the vouchers of a file in its order, numbered anew by year; nobody has looked them over yet.
   * @throws FormProblems with everything wrong with it, or with what it takes that is not there
   */
  importVouchers(
    collectiveId: string,
    vouchers: readonly ImportedVoucher[],
    command: Command,
  ): Promise<TakenOver> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const registers = await this.reading.registersOf(tx, collectiveId);
        const known = await listImportedIds(tx, collectiveId);
        const balances = await readStanding(tx, collectiveId, vouchers);
        const read = readImported(vouchers, registers, { known, balances });
        const { entries, repeated } = read;
        const { chartFrom, settledTo, chainLength } = await requireBooks(tx, collectiveId);
        const months = await readMonths(tx, collectiveId);
        const days = { months, today: this.clock.today(), chartFrom, settledTo };
        refuseProblems(inLineOrder([...read.problems, ...importedDayProblems(read, days)]));
        refuseProblems(await this.heldProblems(tx, collectiveId, { read, chart: registers.chart }));
        const taken = entries.map((entry) => ({ ...entry, preparedBy: command.by }));
        const booked = await this.importing.importEntries(tx, collectiveId, taken);
        refuseProblems(await shortages(tx, collectiveId, { read, chart: registers.chart }));
        const postings = entries.flatMap((entry) => entry.postings);
        const written = { postings, chart: registers.chart, from: chainLength + 1 };
        await this.desk.requireStands(tx, collectiveId, written);
        return { booked, repeated };
      },
      onceOf(command, 'vouchers.import', vouchers),
    );
  }

  /** What a file pays that is not for it to pay, at the first of its vouchers by which too little is left. */
  private async heldProblems(
    tx: EntityManager,
    collectiveId: string,
    { read: { entries, lines }, chart }: { readonly read: ReadVouchers; readonly chart: Chart },
  ): Promise<Problem[]> {
    for (const [place, { postings: own, postedOn }] of entries.entries()) {
      if (!own.some((line) => takesOffOwed(line, chart))) continue;
      const postings = entries.slice(0, place + 1).flatMap((entry) => entry.postings);
      const problems = await this.desk.heldProblems(tx, collectiveId, { postings, postedOn, chart });
      if (problems.length > 0)
        return problems.map((each) => ({ ...each, field: `line.${String(lines[place])}.${each.field}` }));
    }
    return [];
  }
}

/** Whether a line takes off what is owed under no name on the accounts of grants. */
function takesOffOwed({ side, counterparty, ledgerAccount }: Posting, { roles }: Chart): boolean {
  const owing = [roles.payable, roles.labourPayable];
  return side === 'debit' && counterparty === undefined && owing.includes(mainCodeOf(ledgerAccount));
}

/**
 * What stood when the file begins: what was booked of later days is no debt or cost yet that it could take
 * back. Of a file that begins with no day, what stands now: it is refused for that.
 */
function readStanding(
  tx: EntityManager,
  collectiveId: string,
  [first]: readonly ImportedVoucher[],
): Promise<PoolBalance[]> {
  const day = first?.form.postedOn ?? '';
  return isCalendarDay(day) ? readAsOf(tx, collectiveId, day) : readNow(tx, collectiveId);
}

/** What the vouchers of a file, just booked, take of money and depreciation that is not there. */
async function shortages(
  tx: EntityManager,
  collectiveId: string,
  { read, chart }: { readonly read: ReadVouchers; readonly chart: Chart },
): Promise<Problem[]> {
  const day = read.entries[0]?.postedOn;
  if (day === undefined) return [];
  const money = await readMoney(tx, collectiveId, { day, chart });
  const contra = await readOnHand(tx, collectiveId, { day, mains: contraAccounts(chart) });
  return importedShortages(read, { money, contra }, chart);
}

async function listImportedIds(tx: EntityManager, collectiveId: string): Promise<ReadonlySet<string>> {
  const rows = await run<{ source_id: string }>(
    tx,
    'SELECT source_id FROM ledger_entries WHERE collective_id = ? AND source_kind = ?',
    [collectiveId, IMPORTED],
  );
  return new Set(rows.map((row) => row.source_id));
}
