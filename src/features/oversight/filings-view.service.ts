import { Injectable } from '@nestjs/common';
import { filingNumber } from '../../domain/approvals/filings';
import { yearOf } from '../../domain/calendar/calendar-day';
import { filingWords } from '../../glossary/filing-words';
import { Clock } from '../../platform/clock/clock';
import { filledForm, managesPolicyOf, OfficeDesk } from '../../platform/http/office-desk';
import { filingPaths, filingPick } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import { CountyFilingsService, type KeptFiling } from '../approvals/county-filings.service';
import type { FiledRow, FilingsPageProps } from './filings.pages';
import { type FiledPlanTold, type WaitingFiling, WaitingFilingsService } from './waiting-filings.service';

/** What an address asks of the page: the plan that is picked, and which year's numbers are shown. */
export interface FilingsAsked {
  readonly pick?: string | undefined;
  readonly year?: string | undefined;
}

/** The page of what waits to be filed with a county, and of the numbers it gave. */
@Injectable()
export class FilingsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly waiting: WaitingFilingsService,
    private readonly filings: CountyFilingsService,
    private readonly clock: Clock,
  ) {}

  async pageOf(
    visit: PageVisit,
    officeId: string,
    asked: FilingsAsked & { readonly form?: FormState },
  ): Promise<FilingsPageProps> {
    const today = this.clock.today();
    const { waiting, plans } = await this.waiting.tell(officeId);
    const filed = await this.filings.listFilings(officeId);
    const year = asked.year === undefined || asked.year === '' ? yearOf(today) : Number(asked.year);
    const years = [...new Set([...filed.map((each) => each.year), yearOf(today)])].sort();
    const options = waiting.map((each) => {
      return { value: pickOf(each), label: filingWords.option(each.village.name, each.name) };
    });
    const usual = filledForm({ filedPlan: asked.pick ?? options[0]?.value, heldOn: today });
    const files = managesPolicyOf(visit.actor, officeId) && waiting.length > 0;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'filings' }),
      waiting: waiting.map((each) => ({
        ...{ village: each.village.name, name: each.name, href: each.href, total: each.total },
        ...{ since: fullDayText(each.since), days: each.days },
        pickHref: files ? filingPaths.list(officeId, { pick: pickOf(each) }) : undefined,
      })),
      options,
      action: files ? filingPaths.list(officeId) : undefined,
      form: asked.form ?? usual,
      year: String(year),
      years: years.map((each) => ({
        ...{ name: String(each), isShown: each === year },
        href: filingPaths.list(officeId, { year: String(each) }),
      })),
      filed: filed
        .filter((each) => each.year === year)
        .map((each) => filedRow(each, plans.get(each.subjectId)))
        .reverse(),
    };
  }
}

/** How a plan is named in the list to choose from. */
function pickOf({ kind, village, planId }: WaitingFiling): string {
  return filingPick({ kind, villageId: village.id, planId });
}

/** A plan that is no longer there, as only a hand could do, stands with its number all the same. */
function filedRow(filing: KeptFiling, told: FiledPlanTold | undefined): FiledRow {
  return {
    number: filingNumber(filing),
    village: told?.village.name ?? filing.villageId,
    name: told?.name ?? filing.subjectId,
    href: told?.href,
    total: told?.total,
    on: filing.filedOn,
    receipt: widePunctuation(filing.receiptPaper),
  };
}
