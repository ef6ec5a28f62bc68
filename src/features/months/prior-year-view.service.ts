import { Injectable } from '@nestjs/common';
import type { Chart } from '../../domain/ledger/chart';
import { isIncomeOrExpense } from '../../domain/ledger/statement-layout';
import { counterAccounts } from '../../domain/months/read-correction';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { CounterpartiesService } from '../ledger/counterparties.service';
import { LedgerService } from '../ledger/ledger.service';
import type { PriorYearPageProps } from './prior-year.pages';

/** The page of a correction of an earlier year. */
@Injectable()
export class PriorYearViewService {
  constructor(
    private readonly database: Database,
    private readonly desk: OfficeDesk,
    private readonly ledger: LedgerService,
    private readonly counterparties: CounterpartiesService,
  ) {}

  async pageOf(visit: PageVisit, collectiveId: string, form: FormState): Promise<PriorYearPageProps> {
    const chart = await this.ledger.requireChartOf(this.database.reader, collectiveId);
    const results = [...chart.accounts.keys()].filter((code) => isIncomeOrExpense(chart, code));
    const named = await this.counterparties.listCounterparties(collectiveId);
    const { yearEnd } = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      form,
      action: `${yearEnd}/correction`,
      cancelHref: yearEnd,
      accounts: results.map((code) => optionOf(code, chart)),
      counters: counterAccounts(chart).map((code) => optionOf(code, chart)),
      pools: (['pv', 'other', 'members', 'earmarked'] as const).map((value) => ({
        value,
        label: labelOf(`pool.${value}`),
      })),
      counterparties: named.map(({ id: value, name: label }) => ({ value, label })),
    };
  }
}

function optionOf(code: string, chart: Chart): Option {
  return { value: code, label: `${code}　${chart.accounts.get(code)?.name ?? ''}` };
}
