import { Injectable } from '@nestjs/common';
import {
  DUE_RULES,
  GROWTH_ROUNDINGS,
  LATER_RENTS,
  LEASE_CHANGES,
  LINKAGE_FOR,
  PAID_EVERY,
} from '../../domain/assets/lease';
import { RENT_TYPES, RENT_UNITS } from '../../domain/assets/lease';
import { wholeAtLast } from '../../domain/assets/lease-schedule';
import { linkageYears, standingReportsOf } from '../../domain/assets/linkage';
import { isStation } from '../../domain/assets/asset';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { yuanText } from '../../domain/money/fen';
import { freeAdvance } from '../../domain/income/rent-advance';
import { bookableFrom, type RentDueStanding, stillToPay } from '../../domain/income/rent-states';
import { assetOptions } from '../../glossary/asset-options';
import { linkageWords } from '../../glossary/linkage-words';
import { leaseWords } from '../../glossary/lease-words';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { spanText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { EntryQuestionsService } from '../assets/entry-questions.service';
import { AssetsService } from '../assets/assets.service';
import type { Lease, SaidChange } from '../assets/leases.service';
import type { LeaseFormPageProps } from './rent-form.pages';
import type { LeaseDueRow, LeasePageProps } from './rent-lease.pages';
import { type LeaseStanding, RentReadService } from './rent-read.service';

/** Rows for later rents that a new form shows. */
const STEP_ROWS = 3;

/** Rows for days without rent. */
const FREE_ROWS = 2;

/** A contract, as an address names it. */
export interface LeasePlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** The pages on which a contract over an asset is entered and looked at. */
@Injectable()
export class RentViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly rents: RentReadService,
    private readonly asked: EntryQuestionsService,
    private readonly clock: Clock,
  ) {}

  /** The form of a new contract. */
  async formPage(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<LeaseFormPageProps> {
    const paths = villagePaths(collectiveId);
    const registered = await this.assets.listLettable(collectiveId);
    const first = registered.find(({ asset: { kind, leftOn } }) => !isStation(kind) && leftOn === undefined);
    const usual = { rentType: 'fixed', perMonths: '12', everyMonths: '12', dueRule: 'afterStart' };
    const form = refused ?? filledForm({ ...usual, growthRounding: 'fen', assetId: first?.asset.id });
    const typed = (rows: RegExp): number => Object.keys(form.values).filter((name) => rows.test(name)).length;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      form,
      action: paths.newLease,
      ...{ cancelHref: paths.contracts, newAssetHref: paths.newAsset },
      choices: {
        assets: assetOptions(registered.map(({ asset }) => asset)),
        rentTypes: optionsOf('rentType', RENT_TYPES),
        units: optionsOf('perMonths', RENT_UNITS),
        paidEvery: optionsOf('everyMonths', PAID_EVERY),
        dueRules: optionsOf('dueRule', DUE_RULES),
        linkageFor: optionsOf('linkageFor', LINKAGE_FOR),
        roundings: optionsOf('growthRounding', GROWTH_ROUNDINGS),
      },
      stepRows: Math.max(STEP_ROWS, typed(/^steps\[\d+\]\[from\]$/)),
      freeRows: Math.max(FREE_ROWS, typed(/^freeDays\[\d+\]\[from\]$/)),
      matters: await this.asked.entryQuestions(collectiveId, 'contract'),
    };
  }

  /** One contract with every due of it. @throws DomainError `lease.unknown` */
  async leasePage(visit: PageVisit, at: LeasePlace, refused?: FormState): Promise<LeasePageProps> {
    const { collectiveId, id } = at;
    const standing = await this.rents.requireStanding(collectiveId, { leaseId: id });
    const { lease, dues, advance } = standing;
    const outstanding = await this.rents.outstandingByEntry(collectiveId);
    const today = this.clock.today();
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      number: lease.number,
      asset: placeOf(lease),
      filesHref: villagePaths(at.collectiveId).files('lease', id),
      facts: factsOf(lease),
      depositHref: villagePaths(collectiveId).leaseDeposit(id),
      linkage: linkageOf(lease, { reportsHref: villagePaths(collectiveId).leaseReports(id), today }),
      dues: dues.map((due) => dueRow(due, { at, lease, dues, outstanding, keeps, today })),
      ...{ advance, keptAtOpening: standing.opened.advance },
      free: freeAdvance(advance, dues),
      changes: lease.changes.map(changeRow),
      form: refused ?? filledForm({}),
      ...(keeps ? { acts: actsOf(at, standing) } : {}),
    };
  }
}

/** What is leased: the asset, and which part of it. */
export function placeOf({ asset, part }: Lease): string {
  return part === '' ? asset.name : `${asset.name}　${part}`;
}

function optionsOf(area: string, values: readonly (string | number)[]): Option[] {
  return values.map((value) => ({ value: String(value), label: labelOf(`${area}.${String(value)}`) }));
}

function factsOf({ terms, tenant, signedOn, deposit, duties, remarks }: Lease): LeasePageProps['facts'] {
  const facts = {
    tenant,
    signedOn,
    firstOn: terms.firstOn,
    lastOn: terms.lastOn,
    rent: leaseWords.terms(terms),
    steps: leaseWords.later(terms),
    freeDays: leaseWords.free(terms),
    growth: leaseWords.growth(terms),
    deposit: deposit === 0n ? '' : yuanText(deposit),
    jobs: linkageWords.duties(duties),
    remarks,
  };
  return Object.entries(facts).flatMap(([field, text]) =>
    text === '' ? [] : [{ label: fieldLabel(field), text }],
  );
}

/** Where what the tenant gave is reported, and what is missing of it; of contracts that promise it. */
function linkageOf(
  lease: Lease,
  { reportsHref, today }: { readonly reportsHref: string; readonly today: CalendarDay },
): LeasePageProps['linkage'] {
  if (linkageWords.duties(lease.duties) === '' && lease.reports.length === 0) return undefined;
  const reports = standingReportsOf(lease.reports);
  const years = linkageYears(lease, reports, today);
  return { href: reportsHref, isReported: reports.length > 0, short: linkageWords.shortYears(years) };
}

interface RowGround {
  readonly at: LeasePlace;
  readonly lease: Lease;
  readonly dues: readonly RentDueStanding[];
  readonly outstanding: ReadonlyMap<string, Fen>;
  readonly keeps: boolean;
  readonly today: CalendarDay;
}

function dueRow(due: RentDueStanding, ground: RowGround): LeaseDueRow {
  const { at, lease, dues, outstanding, keeps, today } = ground;
  const { from, to, dueOn, amount, state } = due;
  const paths = villagePaths(at.collectiveId);
  const { terms } = lease;
  const isLater = state === 'bookable' && bookableFrom(due) > today;
  const isPaidAhead = state === 'bookable' && stillToPay(due) === 0n;
  const isWaived = state === 'bookable' && due.waived !== undefined;
  const told = isWaived ? 'waived' : isPaidAhead ? 'paidAhead' : isLater ? 'later' : state;
  const isReturn = terms.type === 'agreedReturn' && amount !== undefined;
  return {
    ...{ from, to, dueOn, amount, state: labelOf(`rentState.${told}`), raised: due.raised },
    reckoning: leaseWords.reckoning(terms, due),
    ...(isWaived ? { why: due.waived } : {}),
    paidAhead: isPaidAhead ? undefined : partAhead(due),
    ...(isReturn ? { inTenThousands: leaseWords.partInTenThousands(amount, wholeAtLast(due, dues)) } : {}),
    ...(state === 'booked'
      ? { href: paths.voucher(due.entryId), outstanding: outstanding.get(due.entryId) }
      : {}),
    ...(state === 'bookable' && !isLater && keeps ? { href: paths.leaseDue(at.id, from) } : {}),
  };
}

/** What was kept for a part of a due. */
function partAhead({ paidAhead }: RentDueStanding): Fen | undefined {
  return paidAhead > 0n ? paidAhead : undefined;
}

function changeRow(change: SaidChange): LeasePageProps['changes'][number] {
  const value = change.kind === 'rent' || change.kind === 'renewal' ? change.value : undefined;
  const text = value === undefined ? '' : leaseWords.rentNow(value);
  const last = change.kind === 'renewal' || change.kind === 'free' ? leaseWords.renewedTo(change.lastOn) : '';
  const kind = labelOf(`leaseChange.${change.kind}`);
  const later = change.kind === 'rent' && change.later === 'stay' ? labelOf('laterRents.stay') : '';
  return {
    day: change.effectiveOn,
    text: [kind, last, text, later].filter((part) => part !== '').join('　'),
    reason: change.reason,
  };
}

function actsOf({ collectiveId, id }: LeasePlace, { lease, dues }: LeaseStanding): LeasePageProps['acts'] {
  const paths = villagePaths(collectiveId);
  const unreported = dues.filter(
    ({ state, payment, from }) =>
      payment.from === from && (state === 'unreported' || state === 'bookable' || state === 'nothing'),
  );
  return {
    changeAction: `${paths.lease(id)}/changes`,
    changeKinds: optionsOf('leaseChange', LEASE_CHANGES),
    laterRents: lease.terms.rates.length > 1 ? optionsOf('laterRents', LATER_RENTS) : [],
    paymentHref: paths.leasePayment(id),
    advanceHref: paths.leaseAdvance(id),
    turnoverAction: lease.terms.type === 'turnover' ? `${paths.lease(id)}/turnovers` : undefined,
    payments: unreported.map(({ payment }) => ({
      value: payment.from,
      label: spanText(payment.from, payment.to),
    })),
  };
}
