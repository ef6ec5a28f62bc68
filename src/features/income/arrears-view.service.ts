import { Injectable } from '@nestjs/common';
import { type CalendarDay } from '../../domain/calendar/calendar-day';
import { type Fen, sumFen } from '../../domain/money/fen';
import {
  ARREARS_ORDERS,
  type ArrearsOrder,
  type LateIncome,
  lateParts,
  REMINDER_WAYS,
  sortArrears,
} from '../../domain/income/arrears';
import { arrearsWords } from '../../glossary/arrears-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, type DeskPlace, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { townshipPath, type VillagePaths, villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService } from '../assets/assets.service';
import { CollectivesService } from '../collectives/collectives.service';
import type { ArrearsPageProps, ArrearsRow, LateRow, ReminderPageProps } from './arrears.pages';
import { ArrearsService, type Debtor, type OwedItem, type RemindedArrears } from './arrears.service';

/** As of which day a list is asked for, and in which order. */
interface ArrearsAsked {
  readonly on?: CalendarDay | undefined;
  readonly sort?: ArrearsOrder | undefined;
}

/** The pages of what is late: of a village, of a township's villages, and the text of a reminder. */
@Injectable()
export class ArrearsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly assets: AssetsService,
    private readonly arrears: ArrearsService,
    private readonly clock: Clock,
  ) {}

  /** What is late in a village as of a day. */
  async villagePage(visit: PageVisit, collectiveId: string, asked: ArrearsAsked): Promise<ArrearsPageProps> {
    const rows = await this.rowsOf(collectiveId, asked.on ?? this.clock.today());
    const place = { collectiveId, section: 'books', path: villagePaths(collectiveId).arrears } as const;
    return this.pageOf(visit, place, { asked, rows });
  }

  /** What is late in every village of a township. */
  async townshipPage(visit: PageVisit, townshipId: string, asked: ArrearsAsked): Promise<ArrearsPageProps> {
    const on = asked.on ?? this.clock.today();
    const rows: ArrearsRow[] = [];
    for (const { id, name } of await this.collectives.listVillagesBelow(townshipId)) {
      rows.push(...(await this.rowsOf(id, on)).map((row) => ({ ...row, village: name })));
    }
    const path = `${townshipPath(townshipId)}/arrears`;
    return this.pageOf(visit, { collectiveId: townshipId, section: 'township', path }, { asked, rows });
  }

  /** The text of a reminder of what is late today. @throws DomainError `arrears.unknown` */
  async reminderPage(
    visit: PageVisit,
    at: Debtor & { readonly collectiveId: string },
    refused?: FormState,
  ): Promise<ReminderPageProps> {
    const { collectiveId, counterparty, assetId } = at;
    const on = this.clock.today();
    const late = await this.arrears.requireArrears(collectiveId, { counterparty, assetId }, on);
    const { asset } = await this.assets.requireAsset(collectiveId, assetId);
    const { organisationName } = await this.collectives.requireCollective(collectiveId);
    const paths = villagePaths(collectiveId);
    const keeps = keepsBooksOf(visit.actor, collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      on,
      payer: late.payer,
      asset: asset.name,
      issuer: organisationName,
      rows: late.items.map((item) => lateRow(item, keeps ? paths : undefined)),
      reminders: late.reminders.map((row) => ({
        ...{
          day: row.remindedOn,
          way: labelOf(`reminderWay.${row.way}`),
          amount: row.amount,
          note: row.note,
        },
      })),
      listHref: paths.arrears,
      form: refused ?? filledForm({ remindedOn: on, reminderWay: 'paper' }),
      ways: REMINDER_WAYS.map((value) => ({ value, label: labelOf(`reminderWay.${value}`) })),
      action: keeps ? paths.reminder(counterparty, assetId) : undefined,
    };
  }

  private async pageOf(
    visit: PageVisit,
    { path, ...place }: DeskPlace & { readonly path: string },
    { asked, rows }: { readonly asked: ArrearsAsked; readonly rows: readonly ArrearsRow[] },
  ): Promise<ArrearsPageProps> {
    const { on, sort = 'days' } = asked;
    return {
      frame: await this.desk.frameOf(visit, place),
      on: on ?? this.clock.today(),
      rows: sortArrears(rows, sort),
      orders: ARREARS_ORDERS.map((order) => ({
        ...{ label: labelOf(`arrearsOrder.${order}`), current: order === sort },
        href: withQuery(path, { ...(on === undefined ? {} : { on }), sort: order }),
      })),
    };
  }

  private async rowsOf(collectiveId: string, on: CalendarDay): Promise<ArrearsRow[]> {
    const late = await this.arrears.listArrears(collectiveId, on);
    if (late.length === 0) return [];
    const registered = await this.assets.listAssets(collectiveId);
    const names = new Map(registered.map(({ asset }) => [asset.id, asset.name]));
    return late.map((each) => arrearsRow(each, collectiveId, names.get(each.assetId) ?? each.assetId));
  }
}

function arrearsRow(late: RemindedArrears, collectiveId: string, asset: string): ArrearsRow {
  const { payer, daysLate, outstanding, items, counterparty, assetId, broken } = late;
  const [last] = late.reminders;
  return {
    ...{ payer, asset, daysLate, outstanding, unbooked: unbookedIn(items), items: items.length },
    beside: lateParts([late]).beside,
    broken: broken && arrearsWords.broken(broken),
    reminded:
      last === undefined
        ? undefined
        : arrearsWords.reminded(last.remindedOn, labelOf(`reminderWay.${last.way}`)),
    href: villagePaths(collectiveId).reminder(counterparty, assetId),
  };
}

/** What of it is due by a contract and stands in no books. */
function unbookedIn(items: readonly LateIncome<OwedItem>[]): Fen {
  return sumFen(items.filter(({ owed }) => owed.leaseId !== undefined).map((item) => item.outstanding));
}

function lateRow(
  { owed, received, outstanding, daysLate }: LateIncome<OwedItem>,
  paths: VillagePaths | undefined,
): LateRow {
  const { stream, covers, aboutPeriod, amount, dueOn = '', leaseId, isAgreedReturn } = owed;
  const isBooked = leaseId === undefined || covers === undefined;
  const name = isAgreedReturn === true ? arrearsWords.agreedReturn : labelOf(`stream.${stream}`);
  const what = arrearsWords.what(name, covers, aboutPeriod);
  const bookHref = isBooked ? undefined : paths?.leaseDue(leaseId, covers.from);
  return { what, dueOn, amount, received, outstanding, daysLate, isBooked, bookHref };
}
