import { Injectable } from '@nestjs/common';
import { type CalendarDay, lastDayOf, monthOf } from '../../domain/calendar/calendar-day';
import type { ShareBehind } from '../../domain/deductions/contract-share';
import type { ContractTerm } from '../../domain/deductions/contract-term';
import {
  type ChargedDays,
  COST_CHANGES,
  periodOf,
  periodParts,
  pricedDays,
  termOn,
} from '../../domain/deductions/cost-contract';
import { type CostDue, type CostState, costStateOf } from '../../domain/deductions/cost-dues';
import { assetOptions } from '../../glossary/asset-options';
import { contractWords } from '../../glossary/contract-words';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { spanText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService } from '../assets/assets.service';
import { ChargesService } from './charges.service';
import type { CostContractFormPageProps } from './cost-contract-form.pages';
import type { CostContractPageProps, CostPeriodRow } from './cost-contract.pages';
import {
  type DeductionContract,
  DeductionContractsService,
  type SaidCostChange,
} from './deduction-contracts.service';

/** A contract of costs, as an address names it. */
export interface CostContractPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** The pages on which a contract of costs is entered and looked at. */
@Injectable()
export class CostContractViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly contracts: DeductionContractsService,
    private readonly charges: ChargesService,
    private readonly clock: Clock,
  ) {}

  /** The form of a new contract. */
  async formPage(
    visit: PageVisit,
    collectiveId: string,
    refused?: FormState,
  ): Promise<CostContractFormPageProps> {
    const paths = villagePaths(collectiveId);
    const registered = await this.assets.listLettable(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      form: refused ?? filledForm({ assetId: registered[0]?.asset.id }),
      action: paths.newCostContract,
      cancelHref: paths.contracts,
      assets: assetOptions(registered.map(({ asset }) => asset)),
    };
  }

  /** One contract with every period of it. @throws DomainError `deductions.contractUnknown` */
  async contractPage(
    visit: PageVisit,
    at: CostContractPlace,
    refused?: FormState,
  ): Promise<CostContractPageProps> {
    const { collectiveId, id } = at;
    const contract = await this.contracts.requireContract(collectiveId, id);
    const today = this.clock.today();
    const dues = await this.charges.listDues(collectiveId, { contract, upTo: today });
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const paths = villagePaths(collectiveId);
    const behind = await this.behindOf(contract, dues, today);
    const wanted = dues.filter((due) => costStateOf(due, today) === 'wanted');
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      name: widePunctuation(contract.name),
      filesHref: paths.files('contract', id),
      facts: await this.factsOf(collectiveId, contract, today),
      periods: [...dues].reverse().map((due) => periodRow(due, { contract, keeps, today })),
      changes: contract.changes.map((change) => changeRow(change, contract)),
      form: refused ?? filledForm(keeps ? formOf(behind) : {}),
      ...(behind === undefined ? {} : { behind: contractWords.shareBehind(behind) }),
      ...(keeps
        ? {
            acts: {
              changeAction: `${paths.costContract(id)}/changes`,
              changeKinds: COST_CHANGES.map((value) => ({ value, label: labelOf(`costChange.${value}`) })),
              waiverAction: `${paths.costContract(id)}/waivers`,
              wanted: wanted.map(({ from, to }) => ({ value: from, label: spanText(from, to) })),
            },
          }
        : {}),
    };
  }

  /** Days that are charged stay as they are: what the page tells is about those after them. */
  private behindOf(
    contract: DeductionContract,
    dues: readonly CostDue[],
    today: CalendarDay,
  ): Promise<ShareBehind | undefined> {
    const charged = dues.filter((due) => due.charged > 0n).at(-1);
    const chargedTo = charged && chargedDays(charged, periodParts(contract, charged)).to;
    const until = { upTo: periodOf(contract, today).to, chargedTo };
    return this.contracts.behindOf(contract.collectiveId, contract, until);
  }

  private async factsOf(
    collectiveId: string,
    contract: DeductionContract,
    today: CalendarDay,
  ): Promise<CostContractPageProps['facts']> {
    const { assetId, validFrom, lastOn, sumInsured } = contract;
    const asset = assetId === null ? undefined : await this.assets.findAsset(collectiveId, assetId);
    const facts = {
      kind: labelOf(`deductionKind.${contract.kind}`),
      assetId: asset?.asset.name ?? '',
      pool: labelOf(`pool.${contract.pool}`),
      validity: contractWords.days(validFrom, lastOn),
      termType: contractWords.prices(pricedDays(contract), termOn(contract, today)),
      clause: contract.clause,
      policyNumber: contract.policyNumber,
      sumInsured: sumInsured === null ? '' : contractWords.yuan(sumInsured),
      reason: contract.reason,
    };
    return Object.entries(facts).flatMap(([field, text]) =>
      text === '' ? [] : [{ label: fieldLabel(field), text: widePunctuation(text) }],
    );
  }
}

/** The change that takes the new share over, to be read and pressed. */
function formOf(behind: ShareBehind | undefined): Record<string, string> {
  if (behind === undefined) return {};
  const { from, since, byTable } = behind;
  const reason = contractWords.sharePaper(since);
  return { kind: 'share', effectiveOn: from, price: byTable, reason };
}

function periodRow(
  due: CostDue,
  at: { readonly contract: DeductionContract; readonly keeps: boolean; readonly today: CalendarDay },
): CostPeriodRow {
  const { contract, keeps, today } = at;
  const state = costStateOf(due, today);
  const parts = periodParts(contract, due);
  // Of a cap only the bill can tell what is due: it is always open to one.
  const asks = state === 'wanted' || state === 'waived' || state === 'byBill' || (due.due ?? 0n) > 0n;
  const isOpen = keeps && asks;
  const month = due.dueOn < today ? monthOf(due.dueOn) : monthOf(today);
  // Of a contract that has ended, only the period that is named may still be booked.
  const { from, to } = chargedDays(due, parts);
  const isEarlier = to < today;
  const href = villagePaths(contract.collectiveId).entry('deductions', {
    contract: contract.id,
    ...(isEarlier ? { covers: due.from } : {}),
    ...(lastDayOf(month) < today ? {} : { month }),
  });
  return {
    from,
    to,
    dueOn: due.dueOn,
    reckoning: contractWords.parts(due.basis.parts),
    charged: due.charged,
    due: due.due,
    state: labelOf(`costState.${state}`),
    ...whyOf(due, state),
    ...(isOpen ? { href } : {}),
  };
}

/** Why nothing is booked, or what was booked too much. */
function whyOf({ waived, due = 0n }: CostDue, state: CostState): Pick<CostPeriodRow, 'why'> {
  if (state === 'over') return { why: contractWords.over(-due) };
  return state === 'waived' ? { why: waived } : {};
}

/** The days of a period that lie within the contract. */
function chargedDays(due: ChargedDays, parts: readonly ChargedDays[]): ChargedDays {
  return { from: parts[0]?.from ?? due.from, to: parts.at(-1)?.to ?? due.to };
}

function valueText(kind: SaidCostChange['kind'], term: ContractTerm, value: string): string {
  return kind === 'share' ? contractWords.shareNow(value) : contractWords.priceNow(term, value);
}

function changeRow(
  change: SaidCostChange,
  { term }: DeductionContract,
): CostContractPageProps['changes'][number] {
  const value = change.kind === 'end' || change.kind === 'resume' ? undefined : change.value;
  const text = [
    labelOf(`costChange.${change.kind}`),
    change.kind === 'renewal' ? contractWords.renewedTo(change.lastOn) : '',
    value === undefined ? '' : valueText(change.kind, term, value),
  ];
  return {
    day: change.effectiveOn,
    text: text.filter((part) => part !== '').join('　'),
    reason: change.reason,
  };
}
