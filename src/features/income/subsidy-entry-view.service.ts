import { Injectable } from '@nestjs/common';
import { CUT_KINDS } from '../../domain/income/subsidy-cut';
import { plainYuan, sumFen } from '../../domain/money/fen';
import { subsidyWords } from '../../glossary/subsidy-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { ReceivableRowsService } from './receivable-rows.service';
import { type SubsidyAdvanceState, SubsidyAdvancesService } from './subsidy-advances.service';
import { SubsidyCutsService } from './subsidy-cuts.service';
import type {
  SubsidyAdvanceRow,
  SubsidyAdvancesPageProps,
  SubsidyCutPageProps,
  SubsidyRepaymentPageProps,
} from './subsidy-entry.pages';

/** The pages on which it is said what becomes of subsidy that did not come, and of money advanced on it. */
@Injectable()
export class SubsidyEntryViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly cuts: SubsidyCutsService,
    private readonly advances: SubsidyAdvancesService,
    private readonly rows: ReceivableRowsService,
    private readonly clock: Clock,
  ) {}

  async cutPage(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<SubsidyCutPageProps> {
    const { subsidy } = villagePaths(collectiveId);
    const open = await this.cuts.listOpen(collectiveId);
    const { standing, withdrawn } = await this.rows.notesOf(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      hasKept: open.some(({ kept }) => kept),
      hasJoint: open.some(({ joint }) => joint),
      form: refused ?? filledForm({ cutOn: this.clock.today() }),
      action: `${subsidy}/cut`,
      backHref: subsidy,
      kinds: CUT_KINDS.map((value) => ({ value, label: labelOf(`cutKind.${value}`) })),
      open: await this.rows.rowsOf(collectiveId, open),
      notes: { standing, withdrawn, action: `${subsidy}/cut/withdrawal` },
    };
  }

  async advancesPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<SubsidyAdvancesPageProps> {
    const today = this.clock.today();
    const { subsidy } = villagePaths(collectiveId);
    const rows = (await this.advances.listAdvances(collectiveId, today)).map((each) => rowOf(each, subsidy));
    const [left, due] = [sumFen(rows.map((row) => row.left)), sumFen(rows.map((row) => row.due))];
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      rows,
      verdict: subsidyWords.advanced(left, due),
      backHref: subsidy,
      room: subsidyWords.room(await this.advances.roomOn(collectiveId, today)),
      form: refused ?? filledForm({ receivedOn: today }),
      action: keepsBooksOf(visit.actor, collectiveId) ? `${subsidy}/advances` : undefined,
    };
  }

  /** @throws DomainError `subsidy.advanceUnknown` */
  async repaymentPage(
    visit: PageVisit,
    at: { readonly collectiveId: string; readonly id: string },
    refused?: FormState,
  ): Promise<SubsidyRepaymentPageProps> {
    const { collectiveId, id } = at;
    const today = this.clock.today();
    await this.advances.requireAdvance(collectiveId, id);
    const all = await this.advances.listAdvances(collectiveId, today);
    const advance = all.find((each) => each.id === id);
    const [amount, repaid, due] = [advance?.amount ?? 0n, advance?.repaid ?? 0n, advance?.due ?? 0n];
    const { subsidy } = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      lender: advance?.lender ?? '',
      ...{ left: amount - repaid, due, reasons: advance?.reasons ?? [] },
      form: refused ?? filledForm({ repaidOn: today, amount: plainYuan(due > 0n ? due : amount - repaid) }),
      action: `${subsidy}/advances/${id}`,
      backHref: `${subsidy}/advances`,
    };
  }
}

function rowOf(
  { id, on, lender, paper, amount, repaid, due }: SubsidyAdvanceState,
  subsidy: string,
): SubsidyAdvanceRow {
  const left = amount - repaid;
  return { on, lender, paper, amount, left, due, repayHref: `${subsidy}/advances/${id}` };
}
