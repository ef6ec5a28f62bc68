import { addMonths, type Month } from '../../src/domain/calendar/calendar-day';
import { type Posting, signedAmount } from '../../src/domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../src/domain/money/fen';

/** What is added up, debit above zero: accounts by what stands on them, and what lines do to the pools. */
const LINES = {
  bank: (line: Posting) => line.ledgerAccount === '102',
  claims: (line: Posting) => line.ledgerAccount === '112',
  stakes: (line: Posting) => line.ledgerAccount === '141',
  cost: (line: Posting) => line.ledgerAccount === '151',
  worn: (line: Posting) => line.ledgerAccount === '152',
  works: (line: Posting) => line.ledgerAccount === '153',
  clearing: (line: Posting) => line.ledgerAccount === '154',
  debts: (line: Posting) => line.ledgerAccount === '211',
  fund: (line: Posting) => line.ledgerAccount === '241',
  received: (line: Posting) => line.poolFlow === 'received',
  deducted: (line: Posting) => line.poolFlow === 'deducted',
  granted: (line: Posting) => line.poolFlow === 'granted',
} as const;
type Place = keyof typeof LINES;

/** What an act moves, place by place; nothing where a place is left out. */
export type Moved = Partial<Record<Place, Fen>>;

const PLACES = Object.keys(LINES).filter((name): name is Place => name in LINES);

/** What lines moved, without the places at which nothing moved. */
export function movedBy(lines: readonly Posting[]): Moved {
  return withoutNil(
    Object.fromEntries(PLACES.map((place) => [place, sumFen(lines.filter(LINES[place]).map(signedAmount))])),
  );
}

export function withoutNil(moved: Moved): Moved {
  return Object.fromEntries(Object.entries(moved).filter(([, amount]) => amount !== 0n));
}

/** What takes an act back. */
export function back(moved: Moved): Moved {
  return Object.fromEntries(Object.entries(moved).map(([place, amount]) => [place, -amount]));
}

/** An asset as the model began with it: worth its cost, over so many months from January 2025 on. */
export interface Begun {
  readonly id: string;
  readonly pool: 'pv' | 'other' | 'earmarked';
  readonly cost: Fen;
  readonly salvage: Fen;
  /** None: it loses nothing month by month. */
  readonly months: number;
}

/** What happened to an asset by a voucher that stands. */
interface Happened {
  readonly entryId: string;
  readonly assetId: string;
  readonly month: Month;
  readonly what: 'month' | 'change' | 'left';
  readonly cost: Fen;
  readonly lost: Fen;
}

/** What assets are worth and lose, reckoned beside the books: an even part of what is left, by the month. */
export class AssetModel {
  readonly assets = new Map<string, Begun>();
  private happened: Happened[] = [];

  add(asset: Begun): void {
    this.assets.set(asset.id, asset);
  }

  keep(...happened: Happened[]): void {
    this.happened.push(...happened);
  }

  takeBack(entryId: string): void {
    this.happened = this.happened.filter((each) => each.entryId !== entryId);
  }

  /** What the books have of it: its cost and what it has lost; nothing of one that left. */
  standOf(assetId: string): { cost: Fen; lost: Fen } {
    const own = this.happened.filter((each) => each.assetId === assetId);
    const begun = this.assets.get(assetId)?.cost ?? 0n;
    return { cost: begun + sumFen(own.map(({ cost }) => cost)), lost: sumFen(own.map(({ lost }) => lost)) };
  }

  leftIn(assetId: string): Month | undefined {
    return this.happened.find((each) => each.assetId === assetId && each.what === 'left')?.month;
  }

  /** The month after the last one that is booked for any asset. */
  nextMonth(): Month {
    const booked = this.happened.filter(({ what }) => what === 'month').map(({ month }) => month);
    const last = booked.sort().at(-1);
    return last === undefined ? '2025-01' : addMonths(last, 1);
  }

  /** What every asset loses in a month. */
  lossesIn(month: Month): { assetId: string; lost: Fen }[] {
    const all = [...this.assets.values()].map((asset) => ({
      assetId: asset.id,
      lost: this.lossIn(asset, month),
    }));
    return all.filter(({ lost }) => lost > 0n);
  }

  private lossIn(asset: Begun, wanted: Month): Fen {
    const left = this.leftIn(asset.id);
    if (left !== undefined && wanted > left) return 0n;
    let worth = asset.cost - asset.salvage;
    let even = evenPart(worth, asset.months);
    for (let run = 0; run < asset.months; run += 1) {
      const month = addMonths('2025-01', run);
      const last = run === asset.months - 1;
      const part = last || even > worth ? worth : even;
      if (month === wanted) return part;
      worth -= part;
      const changes = this.happened.filter(
        (each) => each.assetId === asset.id && each.what === 'change' && each.month === month,
      );
      if (changes.length === 0) continue;
      worth += sumFen(changes.map(({ cost, lost }) => cost - lost));
      even = evenPart(worth, asset.months - run - 1);
    }
    return 0n;
  }
}

/** Rounded half up. */
function evenPart(worth: Fen, months: number): Fen {
  const count = BigInt(Math.max(1, months));
  return (2n * worth + count) / (2n * count);
}
