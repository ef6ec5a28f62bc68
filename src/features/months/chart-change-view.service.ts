import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import { type Chart, mainCodeOf } from '../../domain/ledger/chart';
import { type ChartCarry, carriedAccount, type OpenItem } from '../../domain/ledger/chart-mapping';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LAST_CHART } from './chart-change.forms';
import type { CarriedRow, ChartChangePageProps, ChartChoice } from './chart-change.pages';
import { ChartChangeService } from './chart-change.service';

/** Whose chart is changed, from which year, and what was typed. */
export interface ChartChangeAsked {
  readonly collectiveId: string;
  readonly year: string | undefined;
  readonly form?: FormState;
}

/** The page on which the chart of accounts is changed. */
@Injectable()
export class ChartChangeViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly clock: Clock,
    private readonly books: LedgerReadService,
    private readonly changes: ChartChangeService,
  ) {}

  async pageOf(visit: PageVisit, asked: ChartChangeAsked): Promise<ChartChangePageProps> {
    const { collectiveId, form = filledForm({}) } = asked;
    const chart = await this.changes.chartOf(collectiveId);
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      chart: labelOf(`chart.${chart.version}`),
      change: chart.version === LAST_CHART ? undefined : await this.changeOf(visit, { ...asked, form }),
      form,
      booksHref: paths.books,
    };
  }

  private async changeOf(
    visit: PageVisit,
    { collectiveId, year: asked, form }: ChartChangeAsked & { readonly form: FormState },
  ): Promise<ChartChangePageProps['change']> {
    const path = villagePaths(collectiveId).chartChange;
    const years = await this.yearsOf(collectiveId);
    const year = asked ?? years.at(-1) ?? '';
    const typed = Object.entries(form.values).flatMap(([name, value]): [string, string][] => {
      const code = /^choices\[(\w+)\]$/.exec(name)?.[1];
      return code === undefined ? [] : [[code, value]];
    });
    const choices = Object.fromEntries(typed);
    const change = { collectiveId, year: Number(year), chart: LAST_CHART, choices };
    const { problems, carry, items } = await this.changes.stateOf(change);
    return {
      to: LAST_CHART,
      year,
      years: years.map((each) => ({
        label: `${each}-01-01`,
        href: withQuery(path, { year: each }),
        current: each === year,
      })),
      problems: problems.filter(({ code }) => code !== 'chartChange.choiceMissing'),
      rows: items.map((item) => rowOf(item, carry)),
      choices: choicesOf(items, carry),
      action: keepsBooksOf(visit.actor, collectiveId) ? path : undefined,
    };
  }

  /** The years that began while the books were kept. */
  private async yearsOf(collectiveId: string): Promise<string[]> {
    const { openedOn } = await this.books.requireChain(collectiveId);
    const [first, last] = [yearOf(openedOn) + 1, yearOf(this.clock.today())];
    const count = Math.max(last - first + 1, 1);
    return Array.from({ length: count }, (_each, index) => String(first + index));
  }
}

function rowOf(item: OpenItem, carry: ChartCarry): CarriedRow {
  const to = carriedAccount(item.ledgerAccount, carry);
  return {
    from: accountText(item.ledgerAccount, carry.old),
    to: to === undefined ? undefined : accountText(to, carry.now),
    pool: labelOf(`pool.${item.pool}`),
    debit: item.amount > 0n ? item.amount : 0n,
    credit: item.amount < 0n ? -item.amount : 0n,
  };
}

/** The old accounts with a balance that may go to several new ones. */
function choicesOf(items: readonly OpenItem[], { old, now, mapping }: ChartCarry): ChartChoice[] {
  const codes = new Set(items.map(({ ledgerAccount }) => mainCodeOf(ledgerAccount)));
  return [...codes].flatMap((code) => {
    const { to = [], note = '' } = mapping.accounts.get(code) ?? {};
    if (to.length < 2) return [];
    const options = to.map((value) => ({ value, label: accountText(value, now) }));
    return [{ field: `choices[${code}]`, label: accountText(code, old), note, options }];
  });
}

function accountText(code: string, chart: Chart): string {
  return `${code}　${chart.accounts.get(code)?.name ?? ''}`;
}
