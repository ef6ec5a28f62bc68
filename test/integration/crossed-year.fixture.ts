import type { DeductionForm } from '../../src/domain/deductions/deduction';
import type { OpeningLine } from '../../src/domain/months/opening';
import { AssetResultsService } from '../../src/features/ledger/asset-results.service';
import { EarnedIncomeService } from '../../src/features/ledger/earned-income.service';
import { sumFen } from '../../src/domain/money/fen';
import type { BookedEntry } from '../../src/features/ledger/ledger.service';
import type { Voucher } from '../../src/features/ledger/ledger-read.service';
import { SetClock } from '../../src/platform/clock/clock';
import type { OpenDatabase } from '../support/engines';
import { STATION } from '../support/station';
import { seedRegisters } from '../support/seed-registers';
import { reportsOn, statementsOn } from '../support/statements';
import { ownPasses } from '../support/tampering';
import { ACCOUNTANT, servicesOn, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

export const TODAY = '2024-01-20';

/** Accounts of 2023 by what they are called under the chart of 2004, for vouchers by hand. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  '513': '541',
  '511': '502',
  '504': '531',
  '515': '551',
  '211': '202',
  '212': '211',
  '153': '154',
  '154': '153',
};

/**
 * Books of 2023 under the chart of 2004, closed and carried over to that of 2023 on 2024-01-01; or the same
 * books under the chart of 2023 all along, to which the others are held. A hall of 120.00 loses 10.00 a
 * month, rent of 300.00 is due, a cost of 80.00 paid and one of 200.00 owed, a slip says 400.00 and 350.00.
 * The clock stands on 2024-01-20.
 */
export class CrossedYear {
  /** Vouchers of 2023. */
  rent = '';
  cost = '';
  owed = '';
  slip = '';

  private constructor(
    readonly opened: OpenDatabase,
    readonly village: Village,
    readonly of: { readonly hall: string; readonly station: string; readonly chart: '2004' | '2023' },
  ) {}

  static async open(opened: OpenDatabase, chart: '2004' | '2023' = '2004'): Promise<CrossedYear> {
    const clock = new SetClock(TODAY);
    const services = servicesOn(opened.database, clock);
    const { id } = await services.collectives.createCollective({
      ...{ parentId: null, kind: 'village', name: 'Donghe', organisationName: 'Donghe cooperative' },
      ...{ regionPath: ['341200'], noticeLabel: 'DH', routeId: null, contacts: [] },
      ...{ booksOpenOn: '2023-11-01', chart },
    });
    const funds = [{ level: 'county', year: '2022', amount: '120.00' }];
    const kind = { kind: 'workshop', name: 'Hall', acquiredOn: '2022-05-20', cost: '120.00', funds } as const;
    const { assets, depreciation, openings } = services;
    const { id: hall } = await assets.addAsset(id, { ...STATION, ...kind }, ACCOUNTANT);
    const { id: station } = await assets.addAsset(id, { ...STATION, acquiredOn: '2023-11-02' }, ACCOUNTANT);
    const further: OpeningLine[] = [
      { ledgerAccount: '151', side: 'debit', amount: 120_00n, pool: 'other', assetId: hall },
      { ledgerAccount: '311', side: 'credit', amount: 120_00n, pool: 'other' },
      { ledgerAccount: '151', side: 'debit', amount: 420_000_00n, pool: 'pv', assetId: station },
      { ledgerAccount: '311', side: 'credit', amount: 420_000_00n, pool: 'pv' },
    ];
    const bank = [
      { pool: 'other' as const, amount: 1_000_00n },
      { pool: 'members' as const, amount: 900_00n },
      { pool: 'pv' as const, amount: 500_00n },
    ];
    await openings.recordShort(id, { on: '2023-11-01', bank, receivables: [], further }, ACCOUNTANT);
    const terms = {
      ...{ basis: 'takenOver', use: 'operating', fromMonth: '2023-11', months: '12' },
      ...{ salvage: '0', accumulated: '0', paper: 'old books' },
    };
    await depreciation.enterTerms(id, { assetId: hall, form: terms }, ACCOUNTANT);
    for (const name of ['Wang', 'Zhao']) {
      await services.counterparties.addCounterparty(id, { kind: 'person', name }, ACCOUNTANT);
    }
    const village = Village.at(opened.database, id, clock);
    const year = new CrossedYear(opened, village, { hall, station, chart });
    year.rent = await year.due('300.00', { postedOn: '2023-12-10' });
    year.cost = await year.pay('80.00', { postedOn: '2023-12-12' });
    year.owed = await year.owe('200.00', { postedOn: '2023-12-12' });
    year.slip = (await village.settle(station, '2023-11', { kwh: 1_000, on: '2023-12-05' })).voucher.entryId;
    return year;
  }

  /** Depreciation, the steps of the year end, and the change of the chart where there is one. */
  async close(): Promise<void> {
    const { yearEnd, chartChange } = this.village.services;
    await this.depreciate('2023-11');
    await this.village.hold('2023-11');
    await this.depreciate('2023-12');
    for (const step of ['income', 'surplus', 'carryForward'] as const) {
      const form = { step, explanation: '' };
      await yearEnd
        .closeStep({ collectiveId: this.id, year: 2023 }, form, ACCOUNTANT)
        .catch((error: unknown) => {
          if (step !== 'carryForward') throw error;
        });
    }
    if (this.of.chart === '2004') {
      await chartChange.changeChart(this.id, { year: 2024, chart: '2023', choices: {} }, ACCOUNTANT);
    }
    await this.village.hold('2023-12');
  }

  get id(): string {
    return this.village.id;
  }

  depreciate(month: string, corrects?: string): Promise<BookedEntry> {
    return this.village.services.depreciation.bookMonth(this.id, month, commandOf(corrects));
  }

  async due(amount: string, wish: { postedOn?: string; corrects?: string } = {}): Promise<string> {
    const { postedOn = TODAY, corrects } = wish;
    const rent = {
      ...{ assetId: this.of.hall, stream: 'rent', payer: 'Li', coversFrom: '2023-10-01', amount },
      ...{ coversTo: '2023-12-31', dueOn: '2023-12-31', postedOn },
    };
    const { income } = this.village.services;
    return (await income.recordIncomeDue(this.id, rent, commandOf(corrects))).voucher.entryId;
  }

  async pay(
    amount: string,
    wish: Partial<DeductionForm> & { readonly corrects?: string; readonly creditor?: string } = {},
  ): Promise<string> {
    const { corrects, ...typed } = wish;
    const bill = {
      ...{ kind: 'insurance', name: 'insurance', assetId: this.of.hall, postedOn: TODAY },
      ...{ amount, reason: 'due', twiceReason: '', ...typed },
    };
    const { deductions } = this.village.services;
    return (await deductions.recordDeduction(this.id, bill, commandOf(corrects))).voucher.entryId;
  }

  owe(amount: string, wish: { postedOn?: string; corrects?: string } = {}): Promise<string> {
    const kind = { kind: 'other', name: 'repair', settling: 'owed', creditor: 'Repairers' };
    return this.pay(amount, { ...kind, ...wish });
  }

  /** The slip of November entered anew: 900 kWh in place of 1,000. */
  async settleAnew(corrects: string): Promise<string> {
    const form = {
      ...{ assetId: this.of.station, generationMonth: '2023-11', postedOn: TODAY },
      ...{ readingFrom: '0', readingTo: '90', energy: '900', energyUnit: 'kWh' },
      ...{
        energyPrice: '0.40',
        priceUnit: 'yuan/kWh',
        subsidyPrice: '0.35',
        energyAmount: '',
        subsidyAmount: '',
      },
    };
    const { income } = this.village.services;
    return (await income.recordSettlement(this.id, form, commandOf(corrects))).voucher?.entryId ?? '';
  }

  /** A voucher of the members' money by hand, on accounts as the chart of 2023 calls them. */
  async write(lines: string, wish: { postedOn?: string; corrects?: string } = {}): Promise<string> {
    const { postedOn = TODAY, corrects } = wish;
    const isOld = this.of.chart === '2004' && postedOn < '2024-01-01';
    const typed = lines.split(', ').map((line) => {
      const [account = '', signed = '', counterparty = ''] = line.split(' ');
      const side = signed.startsWith('-') ? { credit: signed.slice(1) } : { debit: signed };
      const ledgerAccount = isOld ? (OLD_NAMES[account] ?? account) : account;
      return typedLine({ ledgerAccount, pool: 'members', counterparty, ...side });
    });
    const form = typedVoucher({ postedOn, lines: typed });
    const { voucherDrafts, manualVouchers } = this.village.services;
    const command = { by: 'ann', ...(corrects === undefined ? {} : { corrects }) };
    const draft = await voucherDrafts.saveDraft(this.id, { form }, command);
    await voucherDrafts.reviewDraft(this.id, draft, { by: 'ben' });
    return (await manualVouchers.postDraft(this.id, draft.id, { by: 'ann' })).entryId;
  }

  reverse(entryId: string, reason = 'wrongAmount', postedOn = TODAY): Promise<BookedEntry> {
    return this.village.services.reversing.reverseVoucher(this.id, { entryId, reason, postedOn }, ACCOUNTANT);
  }

  voucher(entryId: string): Promise<Voucher> {
    return this.village.services.books.requireEntry(this.id, entryId);
  }

  /** The vouchers of the new year. */
  async vouchers(): Promise<Voucher[]> {
    const months = { first: '2024-01', last: '2025-01' };
    const all = await this.village.services.books.listVouchers(this.id, months);
    return all.filter(({ source }) => source.kind !== 'chartChange');
  }

  /** What months moved, by account, debit above zero, without what brought balances in. */
  async moved(): Promise<Record<string, bigint>> {
    const sums = new Map<string, bigint>();
    for (const { postings } of await this.vouchers())
      for (const { ledgerAccount, side, amount } of postings) {
        const signed = side === 'debit' ? amount : -amount;
        sums.set(ledgerAccount, (sums.get(ledgerAccount) ?? 0n) + signed);
      }
    return Object.fromEntries([...sums].filter(([, amount]) => amount !== 0n).sort());
  }

  /** What stands on accounts of the chart of 2023 on a day, debit above zero. */
  async stands(...accounts: readonly string[]): Promise<Record<string, bigint>> {
    const { rows } = await this.village.services.books.trialBalance(this.id, {
      ...{ first: '2024-01', last: '2024-12' },
    });
    const own = rows.filter(({ account }) => accounts.includes(account.code));
    return Object.fromEntries(own.map(({ account, closing }) => [account.code, closing]));
  }

  /** 净收益, 其他转入 and 年末未分配收益 of a year up to a day. */
  async statement(to = TODAY): Promise<Record<'net' | 'transferredIn' | 'closing', bigint | undefined>> {
    const scope = { collectiveId: this.id, from: `${to.slice(0, 4)}-01-01`, to, by: 'postedOn' } as const;
    const { thisYear } = await statementsOn(this.opened).incomeStatement(scope);
    const told = (line: number) => thisYear.find(({ row }) => row.line === line)?.amount;
    return { net: told(12), transferredIn: told(14), closing: told(19) };
  }

  /** Carried over, received, deducted and distributable of each pool, last year and this. */
  async pools(): Promise<bigint[][]> {
    const told: bigint[][] = [];
    for (const pool of ['pv', 'other', 'members'] as const)
      for (const span of ['2023-07-01 2023-12-31', '2024-01-01 2024-06-30']) {
        const [from = '', to = ''] = span.split(' ');
        const { carriedOver, received, deducted, distributable } =
          await this.village.services.surplus.statement(this.id, { pool, from, to });
        told.push([carriedOver, received, deducted, distributable]);
      }
    return told;
  }

  /** What stands open with others, by account, and since when. */
  async ages(): Promise<string[]> {
    const scope = { collectiveId: this.id, from: '2024-01-01', to: TODAY, by: 'postedOn' } as const;
    const { rows } = await reportsOn(this.opened).ageing(scope);
    return rows.map((row) => `${row.ledgerAccount} ${String(row.balance)} ${row.oldestOn}`).sort();
  }

  /** What stands beside the books: claims and debts still open, what assets brought, and where money is. */
  async told() {
    const { incomeRead, costPayments } = this.village.services;
    const claims = await incomeRead.listReceivables(this.id);
    const { reader } = this.opened.database;
    const brought = await new AssetResultsService().listMonths(reader, this.id);
    const earning = new EarnedIncomeService(seedRegisters().charts);
    const days = { from: '2023-01-01', to: '2024-12-31' };
    return {
      moved: await this.moved(),
      statement: await this.statement(),
      pools: await this.pools(),
      claims: claims.map((each) => [each.stream, each.outstanding]),
      debts: (await costPayments.listOwed(this.id)).map(({ open }) => open),
      brought: brought
        .filter(({ earned, spent }) => earned !== 0n || spent !== 0n)
        .map(({ month, earned, spent }) => `${month} ${String(earned)} ${String(spent)}`)
        .sort(),
      earned: sumFen((await earning.listEarned(reader, this.id, days)).map(({ amount }) => amount)),
      breaks: await this.breaks(),
    };
  }

  /** What the check of the books finds. */
  async breaks(): Promise<string[]> {
    const { breaks } = ownPasses(await this.village.services.check.checkBooks(this.id));
    return breaks.map(({ pass, code }) => `${pass} ${code}`);
  }
}

function commandOf(corrects: string | undefined) {
  return { ...ACCOUNTANT, ...(corrects === undefined ? {} : { corrects }) };
}
