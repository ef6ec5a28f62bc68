import { Injectable } from '@nestjs/common';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import { DEDUCTION_KINDS } from '../../domain/deductions/contract-term';
import type { OpenCost } from '../../domain/deductions/cost-dues';
import {
  type Pool,
  type PoolFlow,
  type Posting,
  signedAmount,
  type Stream,
} from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import { contractWords } from '../../glossary/contract-words';
import { natureText } from '../../glossary/nature-words';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { DeductionsService } from '../deductions/deductions.service';
import { IncomeNaturesService } from '../income/income-natures.service';
import { ALL_ENTRIES, LedgerReadService, type Voucher } from '../ledger/ledger-read.service';
import { SubsidyWaitsService } from './subsidy-waits.service';
import type { SurplusEntry, SurplusLine } from './surplus.pages';
import type { StatementPeriod } from './surplus.service';

/** An entry with the id of its voucher. */
type CountedEntry = SurplusEntry & { readonly entryId: string };

const STREAMS: readonly Stream[] = ['energy', 'subsidy', 'rent', 'dividend', 'other'];

/** What a statement is made of, line by line, each with its vouchers. */
@Injectable()
export class SurplusLinesService {
  constructor(
    private readonly books: LedgerReadService,
    private readonly deductions: DeductionsService,
    private readonly natures: IncomeNaturesService,
    private readonly waits: SubsidyWaitsService,
    private readonly clock: Clock,
  ) {}

  /**
   * The lines of a period in reading order: what came by stream, the tax owed of it, what went by kind of
   * cost. They add up to it.
   * @param period with how many entries the books had, where they are to be told as they stood then
   */
  async listLines(
    collectiveId: string,
    period: StatementPeriod & { readonly knownTo?: number | undefined },
  ): Promise<SurplusLine[]> {
    const months = { first: monthOf(period.from), last: monthOf(this.clock.today()) };
    const vouchers = await this.books.listVouchers(collectiveId, months);
    const { from, to, knownTo = ALL_ENTRIES } = period;
    const counted = vouchers.filter(
      ({ statementOn, chainPosition }) =>
        statementOn >= from && statementOn <= to && chainPosition <= knownTo,
    );
    const waits = await this.subsidyRemark(collectiveId, period);
    const said = await this.natures.listByVoucher(collectiveId);
    const called = (entry: CountedEntry): SurplusEntry => {
      const natures = said.get(entry.entryId) ?? [];
      return natures.length === 0
        ? entry
        : { ...entry, called: [...new Set(natures.map(natureText))].join('；') };
    };
    const streams = STREAMS.map((stream): SurplusLine => {
      const taken = { flow: 'received', pool: period.pool, stream } as const;
      const line = lineOf(collectiveId, counted, (posting, chart) =>
        this.isTax(posting, chart) ? false : counts(posting, taken),
      );
      const kind = stream === 'subsidy' ? 'subsidy' : 'in';
      const note = stream === 'subsidy' && waits !== undefined ? { note: waits } : {};
      const entries = line.entries.map(called);
      return { kind, label: labelOf(`stream.${stream}`), ...line, entries, ...note };
    });
    const received = { flow: 'received', pool: period.pool } as const;
    const tax: SurplusLine = {
      ...{ kind: 'in', label: labelOf('surplus.tax') },
      ...lineOf(
        collectiveId,
        counted,
        (posting, chart) => this.isTax(posting, chart) && counts(posting, received),
      ),
    };
    const over = knownTo === ALL_ENTRIES ? await this.overOf(collectiveId, period) : [];
    const costs = await this.costLines(collectiveId, { pool: period.pool, over }, counted);
    return [...streams, tax, ...costs].filter((line) => line.entries.length > 0 || line.note !== undefined);
  }

  /** Tax that is owed makes what was received less; it is no income of its stream. */
  private isTax({ ledgerAccount }: Posting, chart: string): boolean {
    return ledgerAccount === this.books.rolesOf(chart).taxPayable;
  }

  /** The voucher by which the pool's opening came into the books; looked for in its own month only. */
  async findOpening(collectiveId: string, { pool, to }: StatementPeriod): Promise<SurplusEntry | undefined> {
    const moved = await this.books.listPoolMovements(collectiveId, pool);
    const days = moved.filter(({ flow }) => flow === 'opening').map(({ statementOn }) => statementOn);
    const first = days.sort()[0];
    if (first === undefined || first > to) return undefined;
    const months = { first: monthOf(first), last: monthOf(first) };
    const vouchers = await this.books.listVouchers(collectiveId, months);
    const standing = vouchers.filter((each) => (each.reversesId ?? each.reversedById) === undefined);
    return lineOf(collectiveId, standing, (posting) => counts(posting, { flow: 'opening', pool })).entries[0];
  }

  /** What of the state's subsidy has not come, in words; undefined where nothing is owed. */
  subsidyRemark(
    collectiveId: string,
    period: { readonly pool: Pool; readonly to: CalendarDay },
  ): Promise<string | undefined> {
    return this.waits.subsidyRemark(collectiveId, period);
  }

  /** What contracts charged too much within the period: it is in the statement until it is taken back. */
  private async overOf(collectiveId: string, { pool, from, to }: StatementPeriod): Promise<OpenCost[]> {
    const over = await this.deductions.listOver(collectiveId, to, this.clock.today());
    return over.filter((each) => each.pool === pool && each.days.from <= to && each.days.to >= from);
  }

  private async costLines(
    collectiveId: string,
    { pool, over }: { readonly pool: Pool; readonly over: readonly OpenCost[] },
    counted: readonly Voucher[],
  ): Promise<SurplusLine[]> {
    // A reversal names the cost it takes back: both stay in the line of its kind.
    const kinds = await this.deductions.listKinds(collectiveId);
    const kindOf = ({ source }: Voucher): string => kinds.get(source.id) ?? 'other';
    return DEDUCTION_KINDS.map((kind): SurplusLine => {
      const own = counted.filter((voucher) => kindOf(voucher) === kind);
      const line = lineOf(collectiveId, own, (posting) => counts(posting, { flow: 'deducted', pool }));
      const said = over.filter((each) => each.kind === kind);
      const note = said.map(({ name, amount }) => contractWords.overOf(name, amount)).join('；');
      return { kind: 'out', label: labelOf(`deductionKind.${kind}`), ...line, ...(note && { note }) };
    });
  }
}

function counts(
  posting: Posting,
  taken: { readonly flow: PoolFlow; readonly pool: Pool; readonly stream?: Stream },
): boolean {
  if (posting.poolFlow !== taken.flow || posting.pool !== taken.pool) return false;
  return taken.stream === undefined || (posting.stream ?? 'other') === taken.stream;
}

function lineOf(
  collectiveId: string,
  vouchers: readonly Voucher[],
  taken: (posting: Posting, chart: string) => boolean,
): { readonly total: Fen; readonly entries: readonly CountedEntry[] } {
  const entries = vouchers.flatMap((voucher): CountedEntry[] => {
    const postings = voucher.postings.filter((posting) => taken(posting, voucher.chart));
    if (postings.length === 0) return [];
    return [
      {
        voucherNumber: voucherNumberText(voucher.voucherNumber),
        entryId: voucher.entryId,
        href: villagePaths(collectiveId).voucher(voucher.entryId),
        postedOn: voucher.postedOn,
        summary: voucher.summary,
        amount: sumFen(postings.map(signedAmount)),
      },
    ];
  });
  return { total: sumFen(entries.map((entry) => entry.amount)), entries };
}
