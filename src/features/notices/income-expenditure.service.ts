import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, yearOf } from '../../domain/calendar/calendar-day';
import type { Pool } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import { incomeExpenditureNotice, type MovedLine } from '../../domain/notices/income-expenditure';
import type { ReportFigures } from '../../domain/notices/report-notice';
import { voucherNamedIn } from '../../glossary/voucher-summaries';
import { type CountedAsked, CountedLinesService } from '../ledger/counted-lines.service';
import { ReportSource, type ReportSubject } from './report-source';

const POOLS = ['pv', 'other', 'members', 'earmarked'] as const satisfies readonly Pool[];
const FLOWS = ['received', 'deducted', 'granted'] as const satisfies readonly MovedLine['flow'][];
/** Before any books. */
const BEGINNING = '0001-01-01';

/** Income and expenditure of some days, as statements count them. */
@Injectable()
export class IncomeExpenditureService extends ReportSource {
  override readonly sheet = 'income-expenditure';

  constructor(private readonly lines: CountedLinesService) {
    super();
  }

  override async figuresOf(subject: ReportSubject, db: EntityManager): Promise<ReportFigures> {
    const pools = subject.pool === undefined ? POOLS : [subject.pool];
    const lines: MovedLine[] = [];
    let carriedOver = 0n;
    for (const pool of pools) {
      carriedOver += await this.carriedOver(subject, pool, db);
      for (const flow of FLOWS) lines.push(...(await this.linesOf(subject, { pool, flow }, db)));
    }
    return incomeExpenditureNotice({ carriedOver, lines: lines.sort(byVoucher) });
  }

  /** What the books began with, whenever they did, and what moved before the first day. */
  private async carriedOver(subject: ReportSubject, pool: Pool, db: EntityManager): Promise<Fen> {
    const { collectiveId, periodFrom, periodTo } = subject;
    const sumOf = async (asked: Pick<CountedAsked, 'flow' | 'to'>): Promise<Fen> => {
      const found = await this.lines.listLines(db, collectiveId, { ...asked, pool, from: BEGINNING });
      return sumFen(found.map(({ amount }) => amount));
    };
    const to = addDays(periodFrom, -1);
    return (
      (await sumOf({ flow: 'opening', to: periodTo })) +
      (await sumOf({ flow: 'received', to })) -
      (await sumOf({ flow: 'deducted', to })) -
      (await sumOf({ flow: 'granted', to }))
    );
  }

  private async linesOf(
    { collectiveId, periodFrom: from, periodTo: to }: ReportSubject,
    { pool, flow }: { readonly pool: Pool; readonly flow: MovedLine['flow'] },
    db: EntityManager,
  ): Promise<MovedLine[]> {
    const found = await this.lines.listLines(db, collectiveId, { pool, flow, from, to });
    return found.map(({ entryId, voucherYear, voucherNumber, postedOn, ...line }) => ({
      ...{ flow, entryId, pool, on: postedOn },
      voucher: voucherNamedIn(yearOf(to), { voucherYear, voucherNumber }),
      ...{ assetId: line.assetId, stream: line.stream, isTax: line.isTax, amount: line.amount },
    }));
  }
}

/** By day, then as the books have them: the vouchers of a year are numbered alike. */
function byVoucher(one: MovedLine, other: MovedLine): number {
  const keyOf = ({ on, voucher }: MovedLine): string => `${on.slice(0, 4)} ${voucher}`;
  return keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0;
}
