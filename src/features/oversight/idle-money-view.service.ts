import { Injectable } from '@nestjs/common';
import { type Fen, sumFen } from '../../domain/money/fen';
import type { HopStay } from '../../domain/oversight/idle-money';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { townshipPath, villagePaths } from '../../platform/http/office-paths';
import { idlePaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { CollectivesService } from '../collectives/collectives.service';
import type { IdleMoneyPageProps, IdleSumPageProps } from './idle-money.pages';
import type { IdleSumRow } from './idle-sums.pages';
import type { OfficeIdleMoneyPageProps } from './office-idle-money.pages';
import { type IdleMoney, IdleMoneyService, lyingOf, type VillageIdleMoney } from './idle-money.service';

/** The pages of money that lies still. */
@Injectable()
export class IdleMoneyViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly idle: IdleMoneyService,
    private readonly collectives: CollectivesService,
  ) {}

  /** What lies still, the oldest first, and how long what was paid had lain. */
  async villagePage(visit: PageVisit, collectiveId: string, form?: FormState): Promise<IdleMoneyPageProps> {
    const told = await this.idle.tell(collectiveId);
    const lies = told.money.filter((each) => lyingOf(each) > 0n);
    const gone = told.money.filter(({ stays }) => stays.some(isOverAndGone));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'surplus' }),
      ...sumsOf(told),
      rows: lies.map((each) => rowOf(collectiveId, each)),
      gone: gone.map((each) => rowOf(collectiveId, each)),
      paidAfter: paidAfterOf(told.money),
      form: form ?? filledForm({}),
      action:
        told.unexplained > 0n && keepsBooksOf(visit.actor, collectiveId)
          ? idlePaths.village(collectiveId)
          : undefined,
    };
  }

  /** One sum, its hops, and the form that says something of it. @throws DomainError `idle.unknown` */
  async sumPage(
    visit: PageVisit,
    { collectiveId, entryId }: { readonly collectiveId: string; readonly entryId: string },
    form?: FormState,
  ): Promise<IdleSumPageProps> {
    const money = await this.idle.requireMoney(collectiveId, entryId);
    const { countyOn = '', townshipOn = '', why = '', until = '' } = money.note ?? {};
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'surplus' }),
      row: rowOf(collectiveId, money),
      ...{ amount: money.amount, free: money.free, owed: money.owed, paid: money.paid },
      spent: money.amount - money.free - money.owed - money.paid,
      paidAfter: money.paidAfter,
      stays: money.stays.map(stayRow),
      form: form ?? filledForm({ countyOn, townshipOn, idleWhy: why, idleUntil: until }),
      action: keepsBooksOf(visit.actor, collectiveId) ? idlePaths.money(collectiveId, entryId) : undefined,
      listHref: idlePaths.village(collectiveId),
    };
  }

  /** The villages below an office, the one with most that lies too long first. */
  async officePage(visit: PageVisit, officeId: string): Promise<OfficeIdleMoneyPageProps> {
    const villages = await this.collectives.listVillagesBelow(officeId);
    const told: (VillageIdleMoney & { readonly id: string; readonly name: string })[] = [];
    for (const { id, name } of villages) told.push({ id, name, ...(await this.idle.tell(id)) });
    const rows = told.map(({ id, name, money, lying, over, unexplained }) => ({
      ...{ village: name, href: idlePaths.village(id), lying, over, unexplained },
      longest: Math.max(0, ...money.flatMap(({ stays }) => stays.map(villageDays))),
      paidAfter: paidAfterOf(money),
    }));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'township' }),
      rows: rows.sort(
        (one, other) => compareFen(other.unexplained, one.unexplained) || compareFen(other.over, one.over),
      ),
      over: sumFen(rows.map((row) => row.over)),
      rule: told[0] === undefined ? '' : ruleOf(told[0]),
      homeHref: townshipPath(officeId),
    };
  }
}

function compareFen(one: Fen, other: Fen): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function villageDays({ hop, days }: HopStay): number {
  return hop === 'village' ? days : 0;
}

function sumsOf(told: VillageIdleMoney): Pick<IdleMoneyPageProps, 'lying' | 'over' | 'unexplained' | 'rule'> {
  const { lying, over, unexplained } = told;
  return { lying, over, unexplained, rule: ruleOf(told) };
}

function ruleOf({ limits, isConfirmed }: Pick<VillageIdleMoney, 'limits' | 'isConfirmed'>): string {
  const { county, township, village } = limits;
  const said = [`${labelOf('hop.county')}${String(county)}`, `${labelOf('hop.township')}${String(township)}`];
  const rule = [...said, `${labelOf('hop.village')}${String(village)}`].join(labelOf('idle.daysThen'));
  return `${rule}${labelOf('idle.days')}${isConfirmed ? '' : labelOf('idle.unconfirmed')}`;
}

/** How many days what went to people had lain on the average, weighed by its fen. */
function paidAfterOf(money: readonly IdleMoney[]): number | undefined {
  const paid = money.filter(({ paidAfter }) => paidAfter !== undefined);
  const whole = sumFen(paid.map((each) => each.paid));
  if (whole === 0n) return undefined;
  const fenDays = paid.reduce((sum, each) => sum + each.paid * BigInt(each.paidAfter ?? 0), 0n);
  return Number(fenDays / whole);
}

function rowOf(collectiveId: string, money: IdleMoney): IdleSumRow {
  const { entryId, arrivedOn, summary, pool, voucherNumber, note } = money;
  const lying = money.stays.find(({ until }) => until === undefined);
  return {
    ...{ arrivedOn, summary, pool: labelOf(`pool.${pool}`), lies: lyingOf(money) },
    number: voucherNumberText(voucherNumber),
    voucherHref: villagePaths(collectiveId).voucher(entryId),
    href: idlePaths.money(collectiveId, entryId),
    ...{ free: money.free, owed: money.owed, days: lying?.days ?? 0 },
    ...{ isOver: lying?.isOver === true, isAsked: money.over > 0n && !money.isExplained },
    gone: money.stays.filter(isOverAndGone).map(({ hop, days, amount }) => {
      return { hop: labelOf(`hop.${hop}`), days, amount };
    }),
    why: money.isExplained ? note?.why : undefined,
    until: money.isExplained && lying !== undefined ? note?.until : undefined,
  };
}

/** It lay there too long and went on since. */
function isOverAndGone({ until, isOver }: HopStay): boolean {
  return until !== undefined && isOver;
}

function stayRow({ hop, from, until, days, amount, isOver }: HopStay): IdleSumPageProps['stays'][number] {
  return { hop: labelOf(`hop.${hop}`), from, until, days, amount, isOver };
}
