import { type Asset, isStation } from '../../domain/assets/asset';
import { isStillAllMonth } from '../../domain/assets/asset-life';
import {
  addMonths,
  type CalendarDay,
  firstDayOf,
  isMonth,
  lastDayOf,
  type Month,
  monthOf,
} from '../../domain/calendar/calendar-day';
import { type ShareTable, tableInForce } from '../../domain/collectives/share-table';
import { neighboursOf } from '../../domain/income/meter-neighbours';
import { ownLine, type OwnLine } from '../../domain/income/own-line';
import { readSettlement, type Settlement, type SettlementForm } from '../../domain/income/settlement';
import { keptTaxProblem } from '../../domain/income/kept-tax';
import { saysTax } from '../../domain/income/slip-tax';
import { compareQuantities, readQuantity } from '../../domain/money/charge';
import { sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import type { RegisteredAsset } from '../assets/assets.service';
import type { SettlementRow } from './income-read.service';
import { sumTotals, wholeTotals } from './slip-totals';
import type { SettledStation } from './station-facts.service';
import type { SettlementEntity } from './settlement.entity';

/** The own line of a slip, and the share table it was split by; null for a station of one's own. */
export interface OwnPart {
  readonly line: OwnLine;
  readonly tableFrom: CalendarDay | null;
}

/** A slip that stands, as the slips beside it want to know it. */
export type StandingSlip = Pick<
  SettlementRow,
  'generationMonth' | 'readingFrom' | 'readingTo' | 'energyKwh' | 'entryId'
>;

/** Reads a slip against its station and the station's slips before and after it, which come by month. */
export function readSlip(
  form: SettlementForm,
  station: SettledStation,
  slips: readonly StandingSlip[],
): ReturnType<typeof readSettlement> {
  const { asset, records, today } = station;
  const month = form.generationMonth;
  const price = station.priceIn(isMonth(month) ? month : monthOf(asset.acquiredOn));
  const likely = isMonth(month) ? station.likelyAtMostKwh(month) : undefined;
  const multiplier = asset.meterMultiplier ?? '1';
  const read = readSettlement(form, {
    multiplier,
    capacityKw: asset.capacityKw ?? '0',
    acquiredOn: asset.acquiredOn,
    leftOn: asset.leftOn,
    energyPriceYuanPerKwh: price.energy,
    subsidyPriceYuanPerKwh: price.subsidy,
    priceBounds: station.priceBounds,
    // A slip that booked nothing cannot be reversed: a later one of its month takes its place.
    alreadySettled: slips.filter((slip) => slip.entryId !== null).map((slip) => slip.generationMonth),
    records,
    today,
    opened: station.opened,
    ...(likely === undefined ? {} : { likelyAtMostKwh: likely }),
    ...(isMonth(month) ? neighboursOf(month, slips, { multiplier, records }) : {}),
  });
  const problem = standstillProblem(asset, month, read.settlement.energyKwh);
  return keptSlip(form, station, problem === undefined ? read : withProblem(read, problem));
}

/** What is asked beside of a joint station's slip. */
function keptSlip(
  form: SettlementForm,
  station: SettledStation,
  read: ReturnType<typeof readSettlement>,
): ReturnType<typeof readSettlement> {
  const { asset } = station;
  const month = form.generationMonth;
  if (asset.kind === 'pvStation') return read;
  if (asset.kind === 'keptPvStation') {
    const { tax } = read.settlement;
    const problem = keptTaxProblem(tax, isMonth(month) ? station.taxBearerIn(month) : undefined);
    return problem === undefined ? read : withProblem(read, problem);
  }
  // What is paid by a joint station's slip is held against its sum; each owner's line is split without tax.
  return {
    settlement: { ...read.settlement, tax: undefined },
    problems: [...read.problems, ...jointTaxProblems(form)],
  };
}

/** A village that types a joint station's slip does not know whose its tax is: the keeper's slip says it. */
function jointTaxProblems(form: SettlementForm): Problem[] {
  if (!saysTax({ ...form, paidAmount: '' })) return [];
  const field = TAX_FIELDS.find((each) => !/^[0.]*[%\uFF05]?$/.test((form[each] ?? '').trim()));
  if (field === undefined && ['', 'inclusive'].includes((form.taxBasis ?? '').trim())) return [];
  return [{ code: 'settlement.taxOfJoint', field: field ?? 'taxBasis' }];
}

const TAX_FIELDS = ['taxAmount', 'taxPercent', 'taxKept'] as const;

/** @throws FormProblems, DomainError `settlement.notAStation` */
export function requireSettlement(
  form: SettlementForm,
  station: SettledStation,
  slips: readonly StandingSlip[],
): Settlement {
  const { asset } = station;
  if (!isStation(asset.kind)) throw new DomainError('settlement.notAStation', { asset: asset.name });
  const { settlement, problems } = readSlip(form, station, slips);
  refuseProblems(problems);
  return settlement;
}

/** A slip is booked in the month after its generation: on its last day once that is past. */
export function slipBookingDay(month: Month, today: CalendarDay): CalendarDay {
  const end = isMonth(month) ? lastDayOf(addMonths(month, 1)) : today;
  return end < today ? end : today;
}

/** What of a slip is this collective's. @throws DomainError `shares.noneInForce` */
export function ownPart(
  settlement: Settlement,
  registered: RegisteredAsset,
  earlier: readonly SettlementRow[],
): OwnPart {
  const whole = wholeTotals(settlement);
  if (registered.asset.kind !== 'jointPvStation')
    return { line: { ...whole, oddFen: false }, tableFrom: null };
  const table = tableInForce(registered.shareTables, firstDayOf(settlement.generationMonth));
  if (table === undefined) throw new DomainError('shares.noneInForce', { month: settlement.generationMonth });
  const window = earlier.filter((slip) => slip.shareTableFrom === table.validFrom);
  const before = {
    whole: sumTotals(window.map(wholeTotals)),
    waiting: { energyFee: waitingOf(window, 'energyFee'), subsidy: waitingOf(window, 'subsidy') },
    own: sumTotals(
      window.map((slip) => ({
        energyKwh: BigInt(slip.ownKwh),
        energyFee: slip.ownEnergyFee,
        subsidy: slip.ownSubsidy,
      })),
    ),
  };
  const line = ownLine(whole, before, { rows: table.rows, ownKey: registered.asset.ownShareKey ?? '' });
  return { line, tableFrom: table.validFrom };
}

/** What of a stream was too little to be split, in the slips since the last one that was. */
function waitingOf(window: readonly SettlementRow[], stream: 'energyFee' | 'subsidy'): bigint {
  const own = stream === 'energyFee' ? 'ownEnergyFee' : 'ownSubsidy';
  const split = window.map((slip) => slip[own] > 0n).lastIndexOf(true);
  return sumFen(window.slice(split + 1).map((slip) => slip[stream]));
}

/** A slip as its row; of an imported one what was entered says where it stood. */
export function settlementColumns(slip: {
  form: SettlementForm;
  settlement: Settlement;
  own: OwnPart;
}): Omit<SettlementEntity, 'collectiveId' | 'id' | 'assetId' | 'entryId'> {
  const { settlement, own } = slip;
  return {
    generationMonth: settlement.generationMonth,
    postedOn: settlement.postedOn,
    readingFrom: settlement.readingFrom,
    readingTo: settlement.readingTo,
    multiplier: settlement.multiplier,
    entered: { ...slip.form },
    energyKwh: settlement.energyKwh,
    energyPrice: settlement.energyPriceYuanPerKwh,
    subsidyPrice: settlement.subsidyPriceYuanPerKwh,
    energyFee: settlement.energyFee,
    subsidy: settlement.subsidy,
    shareTableFrom: own.tableFrom,
    ownKwh: own.line.energyKwh.toString(),
    ownEnergyFee: own.line.energyFee,
    ownSubsidy: own.line.subsidy,
  };
}

/** The share table of a joint station in force in a month; undefined for a station of one's own. */
export function tableOf({ asset, shareTables }: RegisteredAsset, month: Month): ShareTable | undefined {
  if (asset.kind !== 'jointPvStation' || !isMonth(month)) return undefined;
  return tableInForce(shareTables, firstDayOf(month));
}

/** What of a joint station is one's own in a month, and since when. */
export function ownShareIn(
  station: RegisteredAsset,
  month: Month,
): { readonly share: string; readonly since: string } | undefined {
  const table = tableOf(station, month);
  const row = table?.rows.find((each) => each.key === station.asset.ownShareKey);
  return table === undefined || row === undefined ? undefined : { share: row.share, since: table.validFrom };
}

function withProblem(
  read: ReturnType<typeof readSettlement>,
  problem: Problem,
): ReturnType<typeof readSettlement> {
  return { ...read, problems: [...read.problems, problem] };
}

/** What stands still all month gives no energy: either figure is wrong, or the decision. */
function standstillProblem({ still }: Asset, month: string, energyKwh: string): Problem | undefined {
  if (!isMonth(month) || !isStillAllMonth(month, still)) return undefined;
  if (readQuantity(energyKwh) === undefined || compareQuantities(energyKwh, '0') <= 0) return undefined;
  return { code: 'settlement.standsStill', field: 'energy', value: energyKwh, facts: { month } };
}
