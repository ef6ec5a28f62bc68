import { Injectable } from '@nestjs/common';
import { linkageYears, standingReportsOf } from '../../domain/assets/linkage';
import { leaseGaps } from '../../domain/assets/lease-gaps';
import { type CalendarDay, daysInclusive } from '../../domain/calendar/calendar-day';
import { termOn } from '../../domain/deductions/cost-contract';
import type { InsuranceGap, NeverInsured } from '../../domain/deductions/insurance';
import { stillToPay } from '../../domain/income/rent-states';
import type { Fen } from '../../domain/money/fen';
import { contractWords } from '../../glossary/contract-words';
import { linkageWords } from '../../glossary/linkage-words';
import { leaseWords } from '../../glossary/lease-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { AssetsService } from '../assets/assets.service';
import { ArrearsService } from '../income/arrears.service';
import type { LeaseStanding } from '../income/rent-read.service';
import type { ContractsPageProps, CostContractRow, EndingRow, LeaseRow } from './contracts.pages';
import { type DeductionContract, DeductionContractsService } from './deduction-contracts.service';

/** What ends within so many days is named on top. */
const ENDS_SOON_DAYS = 90;

/** The page of all contracts of a village. */
@Injectable()
export class ContractsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly arrears: ArrearsService,
    private readonly contracts: DeductionContractsService,
    private readonly clock: Clock,
  ) {}

  async pageOf(visit: PageVisit, collectiveId: string): Promise<ContractsPageProps> {
    const today = this.clock.today();
    const { leases, late } = await this.arrears.listContracts(collectiveId, today);
    const costs = await this.contracts.listAllContracts(collectiveId);
    const insurance = await this.contracts.listInsuranceMatters(collectiveId, today);
    const never = await this.contracts.listNeverInsured(collectiveId, today);
    const registered = await this.assets.listAssets(collectiveId);
    const names = new Map(registered.map(({ asset }) => [asset.id, asset.name]));
    const paths = villagePaths(collectiveId);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    const ending = [
      ...leases.map(({ lease }) => ({
        name: `${lease.number}　${lease.asset.name}`,
        href: paths.lease(lease.id),
        lastOn: lastDayOf(lease),
      })),
      ...costs.map(({ id, name, lastOn = '' }) => ({
        name: widePunctuation(name),
        href: paths.costContract(id),
        lastOn,
      })),
    ];
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      leases: leases.map((each) => leaseRow(each, { collectiveId, late: late.byContract, today })),
      late: { total: late.total, beside: late.beside, href: paths.arrears },
      costs: costs.map((each) => costRow(each, { names, today, keeps })),
      elsewhereHref: paths.costsElsewhere,
      ending: endingSoon(ending, today),
      gaps: [
        ...gapsOf(leases, today),
        ...insurance.gaps.map((gap) => uninsuredRow(gap, names)),
        ...never.map((each) => neverInsuredRow(each, names)),
      ],
      ...(keeps ? { newLeaseHref: paths.newLease, newCostHref: paths.newCostContract } : {}),
    };
  }
}

function leaseRow(
  { lease, dues }: LeaseStanding,
  at: {
    readonly collectiveId: string;
    readonly late: ReadonlyMap<string, Fen>;
    readonly today: CalendarDay;
  },
): LeaseRow {
  const { terms } = lease;
  const next = dues.find(
    (due) => due.state === 'unreported' || (due.state === 'bookable' && stillToPay(due) > 0n),
  );
  const amount = next?.amount === undefined ? undefined : stillToPay(next);
  return {
    number: lease.number,
    href: villagePaths(at.collectiveId).lease(lease.id),
    asset: lease.part === '' ? lease.asset.name : `${lease.asset.name}　${lease.part}`,
    tenant: lease.tenant,
    from: terms.firstOn,
    to: terms.lastOn,
    rent: leaseWords.terms(terms),
    next: next === undefined ? undefined : { dueOn: next.dueOn, amount },
    outstanding: at.late.get(lease.id) ?? 0n,
    state: contractWords.state({ from: terms.firstOn, to: lastDayOf(lease), today: at.today }),
    linkage: linkageWords.shortYears(linkageYears(lease, standingReportsOf(lease.reports), at.today)),
  };
}

/** A contract is over with its asset. */
function lastDayOf({ terms, asset }: LeaseStanding['lease']): CalendarDay {
  return asset.leftOn !== undefined && asset.leftOn < terms.lastOn ? asset.leftOn : terms.lastOn;
}

function costRow(
  contract: DeductionContract,
  at: {
    readonly names: ReadonlyMap<string, string>;
    readonly today: CalendarDay;
    readonly keeps: boolean;
  },
): CostContractRow {
  const { collectiveId, id, name, kind, assetId, validFrom, lastOn } = contract;
  const { names, today } = at;
  const paths = villagePaths(collectiveId);
  const term = termOn(contract, today);
  const inForce = validFrom <= today && today <= (lastOn ?? today);
  const isByBill = at.keeps && inForce && term.type === 'perWattYear';
  return {
    name: widePunctuation(name),
    href: paths.costContract(id),
    filesHref: paths.files('contract', id),
    kind: labelOf(`deductionKind.${kind}`),
    asset: assetId === null ? '' : (names.get(assetId) ?? ''),
    from: validFrom,
    to: lastOn,
    reckoning: contractWords.term(term),
    state: contractWords.state({ from: validFrom, to: lastOn, today }),
    ...(isByBill ? { bookHref: paths.entry('deductions', { contract: id }) } : {}),
  };
}

/** What ends from today on within the days that are named, the soonest first. */
function endingSoon(all: readonly Omit<EndingRow, 'inDays'>[], today: CalendarDay): EndingRow[] {
  return all
    .filter(({ lastOn }) => lastOn >= today)
    .map((each) => ({ ...each, inDays: daysInclusive(today, each.lastOn) - 1 }))
    .filter(({ inDays }) => inDays <= ENDS_SOON_DAYS)
    .sort((one, other) => one.inDays - other.inDays);
}

/** The days on which an asset that was leased is under no contract, asset by asset. */
function gapsOf(leases: readonly LeaseStanding[], today: CalendarDay): ContractsPageProps['gaps'] {
  const assets = [...new Map(leases.map(({ lease }) => [lease.assetId, lease.asset.name]))];
  return assets.flatMap(([assetId, asset]) => {
    const own = leases.filter(({ lease }) => lease.assetId === assetId);
    const gaps = leaseGaps(
      own.map(({ lease }) => lease.terms),
      today,
    );
    return gaps.map(({ from, to }) => ({
      ...{ asset, what: contractWords.notLeased(), days: contractWords.days(from, to) },
    }));
  });
}

/** The days on which something that was insured is not. */
function uninsuredRow(
  { assetId, name, from, to }: InsuranceGap,
  names: ReadonlyMap<string, string>,
): ContractsPageProps['gaps'][number] {
  const asset = assetId === undefined ? widePunctuation(name) : (names.get(assetId) ?? assetId);
  return { asset, what: contractWords.uninsured(), days: contractWords.days(from, to) };
}

/** An asset that is usually insured and never was. */
function neverInsuredRow(
  { assetId, insuredFrom, from, to }: NeverInsured,
  names: ReadonlyMap<string, string>,
): ContractsPageProps['gaps'][number] {
  const asset = names.get(assetId) ?? assetId;
  return { asset, what: contractWords.neverInsured(insuredFrom), days: contractWords.days(from, to) };
}
