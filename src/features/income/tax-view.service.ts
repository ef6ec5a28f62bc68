import { Injectable } from '@nestjs/common';
import { TAX_KINDS, taxStatusOn, UNSAID } from '../../domain/income/tax-status';
import { taxStateOf } from '../../domain/income/tax-states';
import { TAX_SPANS } from '../../domain/income/vat';
import { plainYuan, sumFen } from '../../domain/money/fen';
import { taxWords } from '../../glossary/tax-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { TaxPageProps, TaxPeriodPageProps, TaxStatusPageProps } from './tax.pages';
import { TaxReadService } from './tax-read.service';
import { TaxStandsService } from './tax-stands.service';
import type { TaxStatusEntity } from './tax-status.entity';
import { TaxesService } from './taxes.service';

/** The list of a village's taxes, with a payment as the bank shows it. */
interface TaxPaid {
  readonly collectiveId: string;
  readonly paid?: {
    readonly on?: string | undefined;
    readonly amount?: string | undefined;
    readonly pool?: string | undefined;
  };
}

/** The pages of value-added tax: the periods, one period, what the tax office says. */
@Injectable()
export class TaxViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reading: TaxReadService,
    private readonly taxes: TaxesService,
    private readonly stands: TaxStandsService,
    private readonly clock: Clock,
  ) {}

  async listPage(visit: PageVisit, at: TaxPaid, refused?: FormState): Promise<TaxPageProps> {
    const { collectiveId, paid = {} } = at;
    const today = this.clock.today();
    const states = await this.reading.listStates(collectiveId, today);
    const statuses = await this.reading.listStatuses(collectiveId);
    const owed = await this.taxes.listOwed(collectiveId);
    const ahead = sumFen((await this.taxes.listPaidAhead(collectiveId)).values());
    const [first] = owed.keys();
    const pool = [...owed.keys()].find((each) => each === paid.pool) ?? first;
    const paths = villagePaths(collectiveId);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const now = taxStatusOn(statuses, today);
    const paper = statuses.findLast((each) => each.validFrom === now.validFrom)?.paper;
    const amount = paid.amount ?? (pool && plainYuan(owed.get(pool) ?? 0n));
    const blank = { paidOn: paid.on ?? today, taxPool: pool, amount };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      verdict: taxWords.verdict({ owed: sumFen(owed.values()), ahead }, this.stands.wantedOf(states, today)),
      status: taxWords.status(now === UNSAID ? undefined : { ...now, paper: paper ?? '' }),
      remarks: [
        ...(await this.reading.listOfNoPeriod(collectiveId, today)).map((days) => taxWords.ofNoPeriod(days)),
        ...this.stands.remarksOf(states, today),
      ],
      rows: states.map((state) => this.stands.rowOf(state, { today, taxes: paths.taxes })).reverse(),
      owed: [...owed].map(([each, amount]) => ({ label: labelOf(`pool.${each}`), value: each, amount })),
      form: refused ?? filledForm(blank),
      ...(keeps ? { action: paths.taxes, statusHref: `${paths.taxes}/status` } : {}),
    };
  }

  async statusPage(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<TaxStatusPageProps> {
    const { taxes } = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      form: refused ?? filledForm({ taxKind: 'smallScale', taxSpan: 'quarter' }),
      action: `${taxes}/status`,
      backHref: taxes,
      kinds: TAX_KINDS.map((value) => ({ value, label: labelOf(`taxKind.${value}`) })),
      spans: TAX_SPANS.map((value) => ({ value, label: labelOf(`taxSpan.${value}`) })),
      said: inOrder(await this.reading.listStatuses(collectiveId)),
    };
  }

  /** @throws DomainError `tax.periodUnknown` */
  async periodPage(
    visit: PageVisit,
    { collectiveId, from }: { readonly collectiveId: string; readonly from: string },
    refused?: FormState,
  ): Promise<TaxPeriodPageProps> {
    const today = this.clock.today();
    const state = await this.reading.requireState(collectiveId, { from, today });
    const { taxes } = villagePaths(collectiveId);
    const name = taxStateOf(state, today);
    const mayAct = keepsBooksOf(visit.actor, collectiveId) && (name === 'wanted' || name === 'waived');
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'month' }),
      period: taxWords.name(state),
      verdict: taxWords.period(state, name),
      ...{ sales: state.sales, threshold: state.rule?.threshold, percent: state.rule?.percent },
      ...{
        stated: state.stated,
        keptBack: state.keptBack,
        owed: state.owed,
        booked: state.booked,
        open: state.open,
      },
      isGivenBack: state.open < 0n,
      parts: await this.stands.partsOf(collectiveId, state),
      form: refused ?? filledForm({ postedOn: state.to }),
      ...(mayAct ? { action: `${taxes}/${from}`, waiverAction: `${taxes}/${from}/waiver` } : {}),
      backHref: taxes,
    };
  }
}

/** What was noted, by its first day: of several from one day the last one holds, and stands last. */
function inOrder(statuses: readonly TaxStatusEntity[]): string[] {
  const sorted = [...statuses].sort((one, other) => one.validFrom.localeCompare(other.validFrom));
  return sorted.map((each) => taxWords.said(each));
}
