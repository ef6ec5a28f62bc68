import { Injectable } from '@nestjs/common';
import { CHART_CHANGE } from '../../domain/ledger/chart-mapping';
import type { Stream } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import { bridge, type Bridge } from '../../domain/surplus/bridge';
import { releasedOf } from '../../domain/surplus/surplus-statement';
import { BalancesService } from '../ledger/balances.service';
import { BookLinesService } from '../ledger/book-lines.service';
import { ReportsService } from '../ledger/reports.service';
import { StatementsService } from '../ledger/statements.service';
import { type StatementPeriod, SurplusService } from './surplus.service';

/** Later than any voucher: a correction booked after a period may count in it. */
const EVER = '2199-12-31';

const STREAMS: readonly Stream[] = ['energy', 'subsidy', 'rent', 'dividend', 'other'];

/** The sheet between the cash of a pool and the surplus of the statement. */
@Injectable()
export class BridgeService {
  constructor(
    private readonly surplus: SurplusService,
    private readonly statements: StatementsService,
    private readonly reports: ReportsService,
    private readonly balances: BalancesService,
    private readonly lines: BookLinesService,
  ) {}

  /** The bridge of a pool at the end of a period. @throws FormProblems `calendar.reversed` */
  async bridgeOf(collectiveId: string, period: StatementPeriod): Promise<Bridge> {
    const { pool, from, to } = period;
    const { distributable } = await this.surplus.statement(collectiveId, period);
    const chart = await this.reports.requireChartOf(collectiveId, to);
    const wish = { by: 'postedOn', upTo: await this.balances.positionKnown(collectiveId), pool } as const;
    const income = await this.statements.incomeFigures(collectiveId, { to, wish, chart });
    const isReserve = (code: string): boolean => code.startsWith(chart.roles.reserve);
    const reserve = sumFen(entriesOf(income.distributed, isReserve).map(([, fen]) => fen));
    const net = sumFen(income.moved.values());
    const dimensions = ['ledgerAccount', 'stream'] as const;
    const standing = await this.balances.balancesBy(collectiveId, { on: to, dimensions }, wish);
    const moving = await this.lines.listLines(collectiveId, { ...wish, to: EVER });
    const settled = await this.surplus.listSettled(collectiveId, pool);
    const facts = {
      to,
      statutory: income.brought + net + income.transferredIn - reserve,
      distributed: new Map(entriesOf(income.distributed, (code) => !isReserve(code))),
      balances: standing.map(({ ledgerAccount = '', stream, debit, credit }) => ({
        ledgerAccount,
        ...streamOf(stream),
        balance: debit - credit,
      })),
      // Taking balances out of one chart and into another moves nothing, though one half is the old year's.
      movements: moving.filter((line) => line.poolFlow !== undefined && line.sourceKind !== CHART_CHANGE),
      promised: sumFen(
        settled.filter((each) => each.periodTo < from).map((each) => each.planned - releasedOf(each, to)),
      ),
      pool: distributable,
    };
    return bridge(facts, chart);
  }
}

function entriesOf(amounts: ReadonlyMap<string, Fen>, wanted: (code: string) => boolean): [string, Fen][] {
  return [...amounts].filter(([code]) => wanted(code));
}

function streamOf(text: string | undefined): { stream?: Stream } {
  const stream = STREAMS.find((each) => each === text);
  return stream === undefined ? {} : { stream };
}
