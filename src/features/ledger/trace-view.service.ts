import { Injectable } from '@nestjs/common';
import type { TracedLine, TracedPart, TracedRest } from '../../domain/ledger/trace-money';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { LedgerReadService } from './ledger-read.service';
import type { TracePageProps, TraceRow } from './trace.pages';
import { TracingService } from './tracing.service';
import { VoucherDesk } from './voucher-desk.service';
import type { VoucherPlace } from './voucher-view.service';

/** The page that says where a voucher's money came from and where it went. */
@Injectable()
export class TraceViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly books: LedgerReadService,
    private readonly tracing: TracingService,
    private readonly steps: VoucherDesk,
  ) {}

  /** @throws DomainError `ledger.entryUnknown` */
  async pageOf(visit: PageVisit, { collectiveId, id }: VoucherPlace): Promise<TracePageProps> {
    const voucher = await this.books.requireEntry(collectiveId, id);
    const names = await this.steps.listNames(collectiveId);
    const traces = await this.tracing.traceVoucher(collectiveId, id);
    const rowOf = (line: TracedLine, amount: bigint): TraceRow => ({
      number: voucherNumberText(line.voucherNumber),
      href: `${villagePaths(collectiveId).voucher(line.entryId)}/trace`,
      on: line.statementOn,
      summary: widePunctuation(line.summary),
      about: aboutOf(line, names),
      amount,
    });
    const parts = (given: readonly TracedPart[], of: 'source' | 'use'): TraceRow[] =>
      given.map((part) => rowOf(part[of], part.amount));
    const sum = (rests: readonly TracedRest[]): bigint => rests.reduce((all, { amount }) => all + amount, 0n);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      number: voucherNumberText(voucher.voucherNumber),
      voucherHref: villagePaths(collectiveId).voucher(id),
      summary: widePunctuation(voucher.summary),
      isCancelled: voucher.reversedById !== undefined || voucher.reversesId !== undefined,
      pools: traces.map((trace) => ({
        name: labelOf(`pool.${trace.pool}`),
        cameFrom: parts(trace.cameFrom, 'source'),
        wentTo: parts(trace.wentTo, 'use'),
        left: sum(trace.left),
        uncovered: sum(trace.uncovered),
      })),
    };
  }
}

/** Which asset, which income, of which month. */
function aboutOf(
  { assetId, stream, generationMonth }: TracedLine,
  names: ReadonlyMap<string, string>,
): string {
  return [
    assetId === undefined ? undefined : (names.get(assetId) ?? assetId),
    stream === undefined ? undefined : labelOf(`stream.${stream}`),
    generationMonth,
  ]
    .filter((word) => word !== undefined)
    .join(' ');
}
