import { type Asset, isStation } from '../../domain/assets/asset';
import { type CalendarDay, firstDayOf } from '../../domain/calendar/calendar-day';
import { tableInForce } from '../../domain/collectives/share-table';
import { ownLine, type OwnLine } from '../../domain/income/own-line';
import { readSettlement, type Settlement, type SettlementForm } from '../../domain/income/settlement';
import { sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import type { RegisteredAsset } from '../assets/assets.service';
import type { SettlementRow } from './income-read.service';
import type { SettlementEntity } from './settlement.entity';

/** The own line of a slip, and the share table it was split by; null for a station of one's own. */
export interface OwnPart {
  readonly line: OwnLine;
  readonly tableFrom: CalendarDay | null;
}

/**
 * Reads a slip against its station and the slips before and after it. @throws FormProblems, DomainError
 * `settlement.notAStation`
 */
export function requireSettlement(
  form: SettlementForm,
  asset: Asset,
  earlier: readonly SettlementRow[],
): Settlement {
  if (!isStation(asset.kind)) throw new DomainError('settlement.notAStation', { asset: asset.name });
  const before = earlier.filter((slip) => slip.generationMonth < form.generationMonth).at(-1);
  const after = earlier.find((slip) => slip.generationMonth > form.generationMonth);
  const { settlement, problems } = readSettlement(form, {
    multiplier: asset.meterMultiplier ?? '1',
    capacityKw: asset.capacityKw ?? '0',
    acquiredOn: asset.acquiredOn,
    energyPriceYuanPerKwh: asset.energyPriceYuanPerKwh ?? '0',
    subsidyPriceYuanPerKwh: asset.subsidyPriceYuanPerKwh ?? '0',
    // A slip that booked nothing cannot be reversed: a later one of its month takes its place.
    alreadySettled: earlier.filter((slip) => slip.entryId !== null).map((slip) => slip.generationMonth),
    ...(before === undefined ? {} : { previousReading: before.readingTo }),
    ...(after === undefined ? {} : { nextReading: after.readingFrom }),
  });
  refuseProblems(problems);
  return settlement;
}

/** What of a slip is this collective's. @throws DomainError `shares.noneInForce`, `shares.tooSmall` */
export function ownPart(
  settlement: Settlement,
  registered: RegisteredAsset,
  earlier: readonly SettlementRow[],
): OwnPart {
  const whole = {
    energyKwh: wholeKwh(settlement.energyKwh),
    energyFee: settlement.energyFee,
    subsidy: settlement.subsidy,
  };
  if (registered.asset.kind !== 'jointPvStation')
    return { line: { ...whole, oddFen: false }, tableFrom: null };
  const table = tableInForce(registered.shareTables, firstDayOf(settlement.generationMonth));
  if (table === undefined) throw new DomainError('shares.noneInForce', { month: settlement.generationMonth });
  const window = earlier.filter((slip) => slip.shareTableFrom === table.validFrom);
  const before = {
    whole: {
      energyKwh: sumFen(window.map((slip) => wholeKwh(slip.energyKwh))),
      energyFee: sumFen(window.map((slip) => slip.energyFee)),
      subsidy: sumFen(window.map((slip) => slip.subsidy)),
    },
    own: {
      energyKwh: sumFen(window.map((slip) => BigInt(slip.ownKwh))),
      energyFee: sumFen(window.map((slip) => slip.ownEnergyFee)),
      subsidy: sumFen(window.map((slip) => slip.ownSubsidy)),
    },
  };
  const line = ownLine(whole, before, { rows: table.rows, ownKey: registered.asset.ownShareKey ?? '' });
  return { line, tableFrom: table.validFrom };
}

/** A slip as its row. */
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

/** Energy in whole kWh, the unit in which a joint station's energy is shared out. */
function wholeKwh(kwh: string): bigint {
  const [whole = '0', decimals = ''] = kwh.split('.');
  return BigInt(whole) + (decimals >= '5' ? 1n : 0n);
}
