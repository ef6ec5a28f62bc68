import type { OpeningLine } from '../../src/domain/months/opening';
import type { DeductionForm } from '../../src/domain/deductions/deduction';
import type { BookedEntry } from '../../src/features/ledger/ledger.service';
import type { OpenDatabase } from '../support/engines';
import { statementsOn } from '../support/statements';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

/** What is typed otherwise of the rent of the last three months of 2025. */
interface DueWish {
  readonly postedOn?: string;
  readonly coversFrom?: string;
  readonly coversTo?: string;
  readonly assetId?: string;
  readonly payer?: string;
  readonly corrects?: string;
}

/**
 * A workshop of 120.00 that loses 10.00 a month in 2025, rent of 300.00 and a cost of 80.00: the year is
 * closed with 100.00, beside the 1,000.00 that were there. The clock stands on 2026-01-20.
 */
export class ClosedYear {
  /** Vouchers of the closed year. */
  rent = '';
  cost = '';

  private constructor(
    readonly opened: OpenDatabase,
    readonly village: Village,
    readonly workshop: string,
  ) {}

  static async open(opened: OpenDatabase): Promise<ClosedYear> {
    const village = await Village.start(opened.database);
    village.services.clock.moveTo('2026-01-20');
    const funds = [{ level: 'county', year: '2024', amount: '120.00' }];
    const kind = { kind: 'workshop', name: 'workshop', acquiredOn: '2024-05-20', cost: '120.00', funds };
    const workshop = await village.addStation(kind);
    const further: OpeningLine[] = [
      { ledgerAccount: '151', side: 'debit', amount: 120_00n, pool: 'other', assetId: workshop },
      { ledgerAccount: '311', side: 'credit', amount: 120_00n, pool: 'other' },
    ];
    const bank = [
      { pool: 'other' as const, amount: 1_000_00n },
      { pool: 'members' as const, amount: 900_00n },
    ];
    const opening = { on: '2025-01-01', bank, receivables: [], further };
    await village.services.openings.recordShort(village.id, opening, ACCOUNTANT);
    const terms = {
      ...{ basis: 'takenOver', use: 'operating', fromMonth: '2025-01', months: '12' },
      ...{ salvage: '0', accumulated: '0', paper: 'old books' },
    };
    await village.services.depreciation.enterTerms(
      village.id,
      { assetId: workshop, form: terms },
      ACCOUNTANT,
    );
    const year = new ClosedYear(opened, village, workshop);
    year.rent = await year.due('300.00', { postedOn: '2025-12-10' });
    year.cost = await year.pay('80.00', { postedOn: '2025-12-10' });
    return year;
  }

  /** Depreciation month by month, and the steps of the year end. */
  async close(): Promise<void> {
    const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
    for (const month of months) {
      await this.depreciate(month);
      if (month !== '2025-12') await this.village.hold(month);
    }
    for (const step of ['income', 'surplus', 'carryForward'] as const)
      await this.village.services.yearEnd.closeStep(
        { collectiveId: this.village.id, year: 2025 },
        { step, explanation: '' },
        ACCOUNTANT,
      );
    await this.village.hold('2025-12');
  }

  depreciate(month: string, corrects?: string): Promise<BookedEntry> {
    return this.village.services.depreciation.bookMonth(this.village.id, month, commandOf(corrects));
  }

  async due(amount: string, wish: DueWish = {}): Promise<string> {
    const { corrects, ...typed } = wish;
    const rent = {
      ...{ assetId: this.workshop, stream: 'rent', payer: 'Li', coversFrom: '2025-10-01', amount },
      ...{ coversTo: '2025-12-31', dueOn: '2025-12-31', postedOn: '2026-01-20', ...typed },
    };
    const { income } = this.village.services;
    return (await income.recordIncomeDue(this.village.id, rent, commandOf(corrects))).voucher.entryId;
  }

  async pay(
    amount: string,
    wish: Partial<DeductionForm> & { readonly corrects?: string } = {},
  ): Promise<string> {
    const { corrects, ...typed } = wish;
    const bill = {
      ...{ kind: 'insurance', name: 'insurance', assetId: this.workshop, postedOn: '2026-01-20' },
      ...{ amount, reason: 'due', ...typed },
    };
    const { deductions } = this.village.services;
    return (await deductions.recordDeduction(this.village.id, bill, commandOf(corrects))).voucher.entryId;
  }

  /** A voucher of the members' money by hand, looked over by another. */
  async write(
    lines: string,
    wish: { postedOn?: string; aboutPeriod?: string; corrects?: string } = {},
  ): Promise<string> {
    const { postedOn = '2026-01-20', aboutPeriod = '', corrects } = wish;
    const { services, id } = this.village;
    const typed = lines.split(', ').map((line) => {
      const [ledgerAccount = '', signed = ''] = line.split(' ');
      const side = signed.startsWith('-') ? { credit: signed.slice(1) } : { debit: signed };
      return typedLine({ ledgerAccount, pool: 'members', ...side });
    });
    const form = typedVoucher({ postedOn, aboutPeriod, lines: typed });
    const command = { by: 'ann', ...(corrects === undefined ? {} : { corrects }) };
    const draft = await services.voucherDrafts.saveDraft(id, { form }, command);
    await services.voucherDrafts.reviewDraft(id, draft, { by: 'ben' });
    return (await services.manualVouchers.postDraft(id, draft.id, { by: 'ann' })).entryId;
  }

  reverse(entryId: string, reason = 'wrongAmount', postedOn = '2026-01-20'): Promise<BookedEntry> {
    const form = { entryId, reason, postedOn };
    return this.village.services.reversing.reverseVoucher(this.village.id, form, ACCOUNTANT);
  }

  /** What a month moved, by account, debit above zero; accounts that moved nothing are left out. */
  async movedIn(month: string): Promise<Record<string, bigint>> {
    const { rows } = await this.village.services.books.trialBalance(this.village.id, {
      first: month,
      last: month,
    });
    const moved = rows.filter(({ debit, credit }) => debit !== credit);
    return Object.fromEntries(moved.map((row) => [row.account.code, row.debit - row.credit]));
  }

  /** 净收益, 其他转入 and 年末未分配收益 of a year up to a day. */
  async statement(to: string): Promise<Record<'net' | 'transferredIn' | 'closing', bigint | undefined>> {
    const scope = { collectiveId: this.village.id, from: `${to.slice(0, 4)}-01-01`, to, by: 'postedOn' };
    const { thisYear } = await statementsOn(this.opened).incomeStatement({ ...scope, by: 'postedOn' });
    const told = (line: number) => thisYear.find(({ row }) => row.line === line)?.amount;
    return { net: told(12), transferredIn: told(14), closing: told(19) };
  }

  /** What the check of the books finds. */
  async breaks(): Promise<string[]> {
    const { breaks } = await this.village.services.check.checkBooks(this.village.id);
    return breaks.map(({ pass, code }) => `${pass} ${code}`);
  }
}

function commandOf(corrects: string | undefined) {
  return { ...ACCOUNTANT, ...(corrects === undefined ? {} : { corrects }) };
}

/** The code of a refusal; of a form's problems all of them. */
export const codeOf = (refused: Promise<unknown>): Promise<string> =>
  refused.then(
    () => 'booked',
    (error: unknown) => {
      const { code, problems } = error as { code?: string; problems?: { code: string }[] };
      return problems?.map((each) => each.code).join() ?? code ?? String(error);
    },
  );
