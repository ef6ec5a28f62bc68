import { Injectable } from '@nestjs/common';
import { isStation } from '../../domain/assets/asset';
import { addMonths, lastDayOf, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { dueKey, stoodIn } from '../../domain/income/closing-problems';
import { rentStream, unreportedBy, wantedBy } from '../../domain/income/rent-states';
import { DUE_STREAMS } from '../../domain/income/stake-income';
import { owedOn } from '../../domain/income/owed-on';
import { sumFen } from '../../domain/money/fen';
import { remarks } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { Lease } from '../assets/leases.service';
import { StationLinksService } from '../assets/station-links.service';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { IncomeReadService, type ReceivableState, type SettlementRow } from '../income/income-read.service';
import { type LeaseStanding, RentReadService } from '../income/rent-read.service';
import { placeOf } from '../income/rent-view.service';
import { type SubsidyAdvanceState, SubsidyAdvancesService } from '../income/subsidy-advances.service';
import type { TaskDraft } from './month-task.view';

/** What a month wants of income: slips to enter, money to tick off, rent that fell due. */
@Injectable()
export class MonthIncomeTasksService {
  constructor(
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly rents: RentReadService,
    private readonly links: StationLinksService,
    private readonly advances: SubsidyAdvancesService,
  ) {}

  /** The tasks in the order of the money: slips, receipts, rent. */
  async listTasks(collectiveId: string, month: Month): Promise<TaskDraft[]> {
    const registered = await this.assets.listAssets(collectiveId);
    const slips = await this.income.listSettlements(collectiveId);
    const owed = await this.income.listReceivables(collectiveId);
    const contracts = await this.rents.listStanding(collectiveId, lastDayOf(month));
    const linked = await this.links.listLinkedIds(collectiveId);
    const awaitedIds = await this.links.listAwaitedIds(collectiveId, addMonths(month, -1));
    const asked = { collectiveId, month };
    const advanced = await this.advances.listAdvances(collectiveId, lastDayOf(month));
    const stations = registered.filter(
      ({ asset }) => isStation(asset.kind) && stoodIn(asset, addMonths(month, -1)),
    );
    return [
      ...stations.flatMap((station) => {
        const { id } = station.asset;
        const task = slipTask(asked, station, slips);
        if (!linked.has(id) || task.state === 'done') return [task];
        return awaitedIds.has(id) ? [awaited(task, station)] : [];
      }),
      ...registered.flatMap((each) => receiptTask(asked, each, owed)),
      ...subsidyTask(asked, owed),
      ...registered.flatMap((each) => rentTask(asked, each, owed)),
      ...contracts.flatMap((each) => [...turnoverTasks(asked, each), ...dueTasks(asked, each)]),
      ...advanced.flatMap((each) => repaymentTask(asked, each)),
    ];
  }
}

interface Asked {
  readonly collectiveId: string;
  readonly month: Month;
}

function slipTask(
  { collectiveId, month }: Asked,
  station: RegisteredAsset,
  slips: readonly SettlementRow[],
): TaskDraft {
  const { id, name } = station.asset;
  const generated = addMonths(month, -1);
  const slip = slips.find((each) => each.assetId === id && each.generationMonth === generated);
  const paths = villagePaths(collectiveId);
  const task = { id: slipTaskId(id), kind: 'settlement' as const, subject: name };
  return slip === undefined
    ? {
        ...task,
        slipOf: id,
        state: 'todo',
        href: paths.entry('settlements', { asset: id, month: generated }),
      }
    : {
        ...task,
        state: 'done',
        amount: slip.ownEnergyFee + slip.ownSubsidy,
        ...(slip.entryId === null ? {} : { href: paths.voucher(slip.entryId) }),
      };
}

/** A keeper's slip is filled in by him: the village is told whom it waits for, and has nothing to do. */
function awaited({ id, kind, subject }: TaskDraft, { asset }: RegisteredAsset): TaskDraft {
  return { id, kind, subject, state: 'locked', note: remarks.comesFromKeeper(asset.keeper ?? '') };
}

/** The task of a station's slip, to which what blocks the close is matched. */
export function slipTaskId(assetId: string): string {
  return `slip:${assetId}`;
}

/** Everything but the state's subsidy, which comes months later and in one sum. */
function receiptTask(
  { collectiveId, month }: Asked,
  { asset }: RegisteredAsset,
  owed: readonly ReceivableState[],
): TaskDraft[] {
  const own = owed.filter((each) => each.assetId === asset.id && each.stream !== 'subsidy');
  const { open, ownOpen, received } = standOf(own, month);
  const href = villagePaths(collectiveId).entry('receipts', { asset: asset.id, month });
  const task = { id: `receipt:${asset.id}`, kind: 'receipt' as const, subject: asset.name };
  const moves = { pool: asset.pool, amount: ownOpen };
  if (open > 0n) return [{ ...task, state: 'todo', amount: open, moves, href, ...ownersNote(open, ownOpen) }];
  return received > 0n ? [{ ...task, state: 'done', amount: received }] : [];
}

function subsidyTask({ collectiveId, month }: Asked, owed: readonly ReceivableState[]): TaskDraft[] {
  const { open, ownOpen, received } = standOf(
    owed.filter((each) => each.stream === 'subsidy'),
    month,
  );
  const href = villagePaths(collectiveId).entry('receipts', { stream: 'subsidy', month });
  const task = { id: 'receipt:subsidy', kind: 'receipt' as const, subject: labelOf('stream.subsidy') };
  const moves = { pool: 'pv' as const, amount: ownOpen };
  if (open > 0n) return [{ ...task, state: 'todo', amount: open, moves, href, ...ownersNote(open, ownOpen) }];
  return received > 0n ? [{ ...task, state: 'done', amount: received }] : [];
}

function rentTask(
  { collectiveId, month }: Asked,
  { asset }: RegisteredAsset,
  owed: readonly ReceivableState[],
): TaskDraft[] {
  const inMonth = owed.filter((each) => each.assetId === asset.id && monthOf(each.bookedOn) === month);
  return DUE_STREAMS.flatMap((stream): TaskDraft[] => {
    const booked = inMonth.filter((each) => each.stream === stream);
    const [first] = booked;
    if (first === undefined) return [];
    const isRent = stream === 'rent';
    return [
      {
        id: `${stream}:${asset.id}`,
        kind: isRent ? 'rent' : 'income',
        subject: isRent ? asset.name : remarks.incomeOf(asset.name, labelOf(`stream.${stream}`)),
        state: 'done',
        amount: sumFen(booked.map((each) => each.amount)),
        href: villagePaths(collectiveId).voucher(first.entryId),
      },
    ];
  });
}

/** Money advanced goes back once the subsidy it was advanced on has come. */
function repaymentTask({ collectiveId }: Asked, { id, lender, due }: SubsidyAdvanceState): TaskDraft[] {
  if (due === 0n) return [];
  const href = `${villagePaths(collectiveId).subsidy}/advances/${id}`;
  return [
    {
      ...{ id: `advance:${id}`, kind: 'deduction', subject: remarks.advanceOf(lender), state: 'todo' },
      ...{ amount: due, href },
    },
  ];
}

/** Days that are over and whose rent nobody can reckon: the tenant's turnover is not reported. */
function turnoverTasks({ collectiveId, month }: Asked, { lease, dues }: LeaseStanding): TaskDraft[] {
  return unreportedBy(dues, lastDayOf(month)).map(({ from, to }) => ({
    ...{ id: `turnover:${lease.id}:${from}`, kind: 'rent', subject: placeOf(lease) },
    state: monthOf(to) < month ? 'attention' : 'todo',
    note: remarks.turnoverWanted(from, to),
    href: villagePaths(collectiveId).lease(lease.id),
  }));
}

/** What a contract makes due in the month, and what of the months before was not booked. */
function dueTasks({ collectiveId, month }: Asked, { lease, dues }: LeaseStanding): TaskDraft[] {
  const paths = villagePaths(collectiveId);
  const stream = rentStream(lease);
  const isRent = stream === 'rent';
  const subject = isRent ? placeOf(lease) : notRentOf(lease);
  return wantedBy(dues, lastDayOf(month)).map((due) => {
    const isLate = monthOf(due.bookableFrom) < month;
    return {
      id: dueTaskId(dueKey(lease.id, due.from)),
      kind: isRent ? 'rent' : 'income',
      subject,
      state: isLate ? 'attention' : 'todo',
      amount: due.amount,
      note: remarks.dueOf(lease.number, due.from, due.to),
      href: withQuery(paths.leaseDue(lease.id, due.from), { month }),
    };
  });
}

/** The task of a contract's due, to which what blocks the close is matched. */
export function dueTaskId(key: string): string {
  return `lease:${key}`;
}

interface Stand {
  readonly open: bigint;
  /** Without what belongs to the owners of stations kept for them: it never moves the keeper's surplus. */
  readonly ownOpen: bigint;
  readonly received: bigint;
}

/** What of these stood open at a month's end, and what came within it. */
function standOf(owed: readonly ReceivableState[], month: Month): Stand {
  const end = lastDayOf(month);
  const receipts = owed.flatMap((each) => each.receipts);
  const within = receipts.filter((each) => monthOf(each.receivedOn) === month);
  return {
    open: sumFen(owed.map((each) => owedOn(each, end))),
    ownOpen: sumFen(owed.filter((each) => !each.forOwners).map((each) => owedOn(each, end))),
    received: sumFen(within.map((each) => each.amount)),
  };
}

/** What of the money that is waited for is the owners' of stations kept for them. */
function ownersNote(open: bigint, ownOpen: bigint): Pick<TaskDraft, 'note'> {
  const ofOwners = open - ownOpen;
  return ofOwners === 0n ? {} : { note: remarks.ofOwners(ofOwners, ownOpen === 0n) };
}

/** What a contract brings that is no rent. */
function notRentOf(lease: Lease): string {
  const place = placeOf(lease);
  return lease.terms.type === 'agreedReturn'
    ? remarks.agreedReturnOf(place)
    : remarks.incomeOf(place, labelOf('stream.dividend'));
}
