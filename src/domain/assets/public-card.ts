import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { Asset, Fund } from './asset';
import { isTitledElsewhere } from './asset-classes';
import type { Particulars } from './asset-particulars';
import type { StationCapacity } from './own-capacity';

/**
 * What everyone may know of an asset: what it is, whose money built it, how it stands. Whoever keeps it, runs
 * it or has leased it may be a person and is not here, nor is where exactly it stands.
 */
export interface PublicCard {
  readonly name: string;
  readonly kind: Asset['kind'];
  readonly assetClass: Asset['assetClass'];
  readonly titleHolder: string;
  readonly acquiredOn: CalendarDay;
  readonly capacity?: StationCapacity;
  /** Blank where nobody has said it. */
  readonly projectName: string;
  readonly projectYear: string;
  readonly plateNumber: string;
  readonly condition: string;
  /** Money by level and year; absent where cost and funds stand in the owner's register. */
  readonly funds?: readonly Fund[];
  readonly cost?: Fen;
  readonly leftOn?: CalendarDay;
  /** Whose its income is: a body's name, blank where it may be a person's; none where the village's. */
  readonly incomeOf?: string;
  /** The title is another's, and the income the village's (case D3): nobody would guess it. */
  readonly isOnlyIncome?: true;
}

/** An asset of a household is nobody else's business: its title names a person. */
export function mayBePublic({ assetClass, titleLevel }: Pick<Asset, 'assetClass' | 'titleLevel'>): boolean {
  return assetClass !== 'household' && titleLevel !== 'household';
}

/** What a card is made of beside the asset itself. */
export interface CardSources {
  readonly funds: readonly Fund[];
  readonly particulars: Particulars | undefined;
  readonly capacity: StationCapacity | undefined;
  /** Whose its income is as everyone may read it; undefined where it is the village's. */
  readonly incomeOf?: string | undefined;
}

/** What tells an institution from a person by its name. */
export interface PublicBodies {
  /** Whoever keeps books in the county, by name. */
  readonly keepsBooks: boolean;
  /** With what the names of institutions end. */
  readonly endings: readonly string[];
}

/** A person with a title may be called by one of the endings, with a family name before it. */
const SHORTEST_INSTITUTION = 4;

/**
 * The name of a body as everyone may read it: that of an institution; blank where it may be a person's or a
 * household's, or where something stands beside the name that may be.
 * Source: product decision on audiences, no name of a person on the public web.
 */
export function publicBodyName(body: string, { keepsBooks, endings }: PublicBodies): string {
  const name = body.trim();
  if (keepsBooks) return name;
  const isOne = /^\p{Script=Han}+$/u.test(name) && endings.some((ending) => name.endsWith(ending));
  return isOne && name.length >= SHORTEST_INSTITUTION ? name : '';
}

/**
 * What of an asset everyone may know.
 * @param sources its funds, and the particulars and the capacity of the day, undefined where nothing is known
 */
export function publicCardOf(
  asset: Asset,
  { funds, particulars, capacity, incomeOf }: CardSources,
): PublicCard {
  const { name, kind, assetClass, titleHolder, acquiredOn, leftOn } = asset;
  const isElsewhere = isTitledElsewhere(asset);
  const isOnlyIncome = isElsewhere && assetClass === 'operating' && incomeOf === undefined;
  return {
    ...{ name, kind, assetClass, titleHolder, acquiredOn },
    ...(capacity === undefined ? {} : { capacity }),
    ...knownOf(particulars),
    ...(isElsewhere ? {} : { funds, cost: asset.cost }),
    ...(leftOn === undefined ? {} : { leftOn }),
    ...(incomeOf === undefined ? {} : { incomeOf }),
    ...(isOnlyIncome ? { isOnlyIncome } : {}),
  };
}

/** Blanks where nothing is known. */
function knownOf(
  particulars: Particulars | undefined,
): Pick<PublicCard, 'projectName' | 'projectYear' | 'plateNumber' | 'condition'> {
  if (particulars === undefined) return { projectName: '', projectYear: '', plateNumber: '', condition: '' };
  const { projectName, projectYear, plateNumber, condition } = particulars;
  return { projectName, projectYear, plateNumber, condition };
}
