import { Injectable } from '@nestjs/common';
import { isStation } from '../../domain/assets/asset';
import { addMonths, isMonth, type Month } from '../../domain/calendar/calendar-day';
import { stoodIn } from '../../domain/income/closing-problems';
import { type Fen, sumFen, yuanText } from '../../domain/money/fen';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { jointWords } from '../../glossary/joint-words';
import { taxWords } from '../../glossary/tax-words';
import { villagePaths } from '../../platform/http/office-paths';
import { monthText } from '../../platform/views/day-text';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { StationLinksService } from '../assets/station-links.service';
import { BankReadService } from '../ledger/bank-read.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { IncomeReadService, type ReceivableState, type SettlementRow } from './income-read.service';
import { earlierMoneyOf, openedMoneyOf } from './keepers-mark';
import { ownShareIn } from './settlement-slip';
import { type BankLine, lineOfSlip, type TypedReading } from './slip-checks';
import type { SlipColumn } from './slip-grid.pages';

/** The slip that is being typed: of which station, of which month. */
export interface TypedSlip {
  readonly assetId: string;
  readonly month: Month;
}

/** What stands beside the slip that is typed, on its left and on its right. */
export interface SlipNeighbours {
  readonly before: readonly SlipColumn[];
  readonly after: readonly SlipColumn[];
  /** The papers of the slip before of the same station, by its month; absent where none is kept. */
  readonly papers?: { readonly month: Month; readonly href: string; readonly count: number } | undefined;
}

/** With more stations than this a page is not wide enough for all of them. */
const MOST_STATIONS = 4;

/**
 * The columns beside the slip that is typed. A village with a few stations sees them all in the month, in the
 * order of its register: those booked as a model, a joint station's as its keeper entered it. With one
 * station, or with many, it is the last two slips of the same station.
 */
@Injectable()
export class SlipColumnsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly links: StationLinksService,
    private readonly reading: IncomeReadService,
    private readonly books: LedgerReadService,
    private readonly bank: BankReadService,
  ) {}

  async neighboursOf(collectiveId: string, typed: TypedSlip): Promise<SlipNeighbours> {
    const { assetId, month } = typed;
    const slips = await this.reading.listSettlements(collectiveId);
    const papers = await this.papersOf(collectiveId, slips, typed);
    const came = cameOf(await this.reading.listReceivables(collectiveId));
    const registered = await this.assets.listAssets(collectiveId);
    const stations = registered.filter(
      ({ asset }) => asset.id === assetId || (isStation(asset.kind) && stoodIn(asset, month)),
    );
    if (stations.length < 2 || stations.length > MOST_STATIONS) {
      const own = slips.filter((slip) => slip.assetId === assetId && slip.generationMonth < month);
      return { before: await this.pastOf(collectiveId, own.slice(-2), came), after: [], papers };
    }
    const place = stations.findIndex(({ asset }) => asset.id === assetId);
    const linked = await this.links.listLinkedIds(collectiveId);
    const columns: SlipColumn[] = [];
    for (const station of stations) {
      const { id } = station.asset;
      const slip = slips.find((each) => each.assetId === id && each.generationMonth === month);
      const isAwaited = linked.has(id);
      columns.push(
        slip === undefined
          ? openColumn(collectiveId, station, { month, isAwaited })
          : await this.bookedColumn(collectiveId, { station, slip, came }),
      );
    }
    return { before: columns.slice(0, place), after: columns.slice(place + 1), papers };
  }

  private async papersOf(
    collectiveId: string,
    slips: readonly SettlementRow[],
    { assetId, month }: TypedSlip,
  ): Promise<SlipNeighbours['papers']> {
    const own = slips.filter((slip) => slip.assetId === assetId && slip.generationMonth < month);
    const last = own.at(-1);
    if (last === undefined) return undefined;
    const { papers } = await this.voucherOf(collectiveId, last);
    return papers === undefined || papers.count === 0
      ? undefined
      : { month: last.generationMonth, ...papers };
  }

  /** The money of a slip where the bank shows it in the month after, and no voucher has it yet. */
  async bankLineOf(collectiveId: string, month: Month, reading: TypedReading): Promise<BankLine | undefined> {
    if (!isMonth(month) || reading.own === undefined) return undefined;
    return lineOfSlip(await this.bank.listUnmatchedIncome(collectiveId, addMonths(month, 1)), reading);
  }

  private async pastOf(
    collectiveId: string,
    slips: readonly SettlementRow[],
    came: Came,
  ): Promise<SlipColumn[]> {
    const past: SlipColumn[] = [];
    for (const slip of slips) {
      const head = monthText(slip.generationMonth);
      past.push({ ...(await this.voucherOf(collectiveId, slip)), head, values: slipValues(slip, came) });
    }
    return past;
  }

  private async bookedColumn(
    collectiveId: string,
    {
      station,
      slip,
      came,
    }: { readonly station: RegisteredAsset; readonly slip: SettlementRow; readonly came: Came },
  ): Promise<SlipColumn> {
    const { share, since } = ownShareIn(station, slip.generationMonth) ?? {};
    const tableFrom = slip.shareTableFrom ?? since;
    const values = {
      ...slipValues(slip, came),
      ...(share && tableFrom ? { share: jointWords.shareBy(share, tableFrom) } : {}),
    };
    return { ...(await this.voucherOf(collectiveId, slip)), head: station.asset.name, values };
  }

  private async voucherOf(
    collectiveId: string,
    { entryId }: SettlementRow,
  ): Promise<Pick<SlipColumn, 'state' | 'voucherNumber' | 'href' | 'papers'>> {
    if (entryId === null) return { state: 'nothing' };
    const { voucherNumber } = await this.books.requireEntry(collectiveId, entryId);
    const href = villagePaths(collectiveId).voucher(entryId);
    const count = await this.links.countPapers(collectiveId, entryId);
    const papers = { href: villagePaths(collectiveId).files('voucher', entryId), count };
    return { state: 'booked', voucherNumber: voucherNumberText(voucherNumber), href, papers };
  }
}

/** A station without a slip of the month: it is typed on a page of its own, or comes from its keeper. */
function openColumn(
  collectiveId: string,
  { asset }: RegisteredAsset,
  { month, isAwaited }: { readonly month: Month; readonly isAwaited: boolean },
): SlipColumn {
  if (isAwaited) return { state: 'awaited', head: asset.name, values: {} };
  const href = villagePaths(collectiveId).entry('settlements', { asset: asset.id, month });
  return { state: 'todo', head: asset.name, href, values: {} };
}

/** A slip as it stands in the books, by row. */
function slipValues(slip: SettlementRow, came: Came): SlipColumn['values'] {
  const joint = slip.shareTableFrom !== null;
  const told = came.get(slip.entryId ?? '');
  const taxKept = told?.taxKept;
  return {
    generationMonth: slip.generationMonth,
    postedOn: slip.postedOn,
    ...(slip.readingFrom === '' ? {} : { readingFrom: slip.readingFrom, readingTo: slip.readingTo }),
    multiplier: slip.multiplier,
    energy: slip.energyKwh,
    energyPrice: slip.energyPrice,
    energyAmount: yuanText(slip.energyFee),
    subsidyPrice: slip.subsidyPrice,
    subsidyAmount: yuanText(slip.subsidy),
    ...(joint ? ownValues(slip, taxKept) : taxKept === undefined ? {} : withTax(slip, taxKept)),
    ...told?.values,
  };
}

/** The own part of a joint station's slip: what of it is of earlier slips, and what the opening has of it. */
function ownValues(slip: SettlementRow, taxKept: Fen | undefined): SlipColumn['values'] {
  const earlier = earlierMoneyOf(slip);
  const opened = openedMoneyOf(slip);
  const fee = jointWords.ownPart(slip.ownEnergyFee, earlier.energyFee, opened.energyFee);
  return {
    ownEnergy: taxKept === undefined ? fee : `${fee} ${taxWords.kept(taxKept)}`,
    ownSubsidy: jointWords.ownPart(slip.ownSubsidy, earlier.subsidy, opened.subsidy),
  };
}

/** What came of the energy fee of each voucher, the last day and how much; and the tax that was kept back. */
type Came = ReadonlyMap<string, { readonly values: SlipColumn['values']; readonly taxKept: Fen | undefined }>;

function cameOf(owed: readonly ReceivableState[]): Came {
  const told = owed.filter(
    ({ stream, receipts, taxKept }) => stream === 'energy' && (receipts.length > 0 || taxKept !== undefined),
  );
  return new Map(told.map((each) => [each.entryId, { values: receivedOf(each), taxKept: each.taxKept }]));
}

function receivedOf({ receipts }: ReceivableState): SlipColumn['values'] {
  const receivedOn = receipts
    .map((each) => each.receivedOn)
    .sort()
    .at(-1);
  if (receivedOn === undefined) return {};
  return { receivedOn, receivedAmount: yuanText(sumFen(receipts.map((each) => each.amount))) };
}

/** The energy fee as printed, with what of it the grid kept back. */
function withTax({ energyFee }: SettlementRow, taxKept: Fen): SlipColumn['values'] {
  return { energyAmount: taxWords.onSlip(energyFee, taxKept) };
}
