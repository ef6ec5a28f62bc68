import { Injectable } from '@nestjs/common';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { renderTableSheet } from '../../platform/pdf/table-sheet';
import type { SheetTable } from '../../platform/spreadsheets/sheet-table';
import { writeWorkbook } from '../../platform/spreadsheets/write-workbook';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import { LedgerReadService } from './ledger-read.service';
import { traceRows, traceSheet } from './trace-rows';
import type { TracePageProps } from './trace.pages';
import { TracingService } from './tracing.service';
import { VoucherDesk } from './voucher-desk.service';
import type { VoucherPlace } from './voucher-view.service';

/** Where a voucher's money came from, where it went and how it was paid: as page, on paper, as a workbook. */
@Injectable()
export class TraceViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly books: LedgerReadService,
    private readonly tracing: TracingService,
    private readonly steps: VoucherDesk,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `ledger.entryUnknown` */
  async pageOf(visit: PageVisit, { collectiveId, id }: VoucherPlace): Promise<TracePageProps> {
    const voucher = await this.books.requireEntry(collectiveId, id);
    const names = await this.steps.listNames(collectiveId);
    const traces = await this.tracing.traceVoucher(collectiveId, id);
    const voucherHref = villagePaths(collectiveId).voucher(id);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'vouchers' }),
      number: voucherNumberText(voucher.voucherNumber),
      postedOn: voucher.postedOn,
      voucherHref,
      ownHref: `${voucherHref}/trace`,
      summary: widePunctuation(voucher.summary),
      isCancelled: voucher.reversedById !== undefined || voucher.reversesId !== undefined,
      pools: traces.map(({ pool, strands }) => ({
        name: labelOf(`pool.${pool}`),
        rows: traceRows(strands, { collectiveId, names }),
      })),
    };
  }

  /** The trace on A4 paper. @throws DomainError `ledger.entryUnknown` */
  async sheetOf(visit: PageVisit, at: VoucherPlace): Promise<Buffer> {
    const page = await this.pageOf(visit, at);
    return renderTableSheet(tableOf(page), {
      specimen: page.frame.demo,
      drawnAt: new Date(this.clock.now()),
    });
  }

  /** The trace as an xlsx workbook. @throws DomainError `ledger.entryUnknown` */
  async workbookOf(visit: PageVisit, at: VoucherPlace): Promise<Buffer> {
    const page = await this.pageOf(visit, at);
    return writeWorkbook(tableOf(page), { specimen: page.frame.demo, drawnAt: new Date(this.clock.now()) });
  }
}

function tableOf({ frame, number, postedOn, summary, pools }: TracePageProps): SheetTable {
  return {
    title: labelOf('page.trace'),
    owner: [frame.above, frame.place].filter((name) => name !== undefined).join(' '),
    span: fullDayText(postedOn),
    remarks: [`${number}　${summary}`, labelOf('trace.rule')],
    ...traceSheet(pools),
  };
}
