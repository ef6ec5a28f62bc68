import type { Colour } from '../assets/asset-quarter';
import { type AssetMark, type Indicator, INDICATORS, markOf } from '../assets/asset-mark';
import type { Quarter } from '../calendar/quarter';
import type { Facts } from '../shared/domain-error';

/**
 * How an indicator stands: `unknown` where neither books nor office say anything, `none` where there is
 * nothing it could be about, as rent where nothing is let.
 */
export type Standing = 'normal' | 'abnormal' | 'unknown' | 'none';

/** One of the six, with why it stands so: a code and what the sentence names. */
export interface Indicated {
  readonly indicator: Indicator;
  readonly standing: Standing;
  readonly why: string;
  readonly facts: Facts;
}

/** What makes a colour and a yield, by county. The seed is unconfirmed, from memory. */
export interface ColourBounds {
  readonly confirmed: boolean;
  /** With so many abnormal indicators an asset is yellow, and red. */
  readonly yellowFrom: number;
  readonly redFrom: number;
  /** What twelve months have to bring at least, as a part of the cost: `0.06`. */
  readonly yieldLeast: string;
  /** Whether that is income alone, or what is left of it after every cost, wear among it. */
  readonly yieldOf: 'income' | 'net';
  /** How many months the last settled distribution may lie back. */
  readonly splitWithinMonths: number;
}

/** An asset in a quarter with its colour. */
export interface ColouredAsset {
  readonly id: string;
  readonly name: string;
  readonly colour: Colour;
  readonly six: readonly Indicated[];
}

/**
 * The colour of six indicators: all normal is green, one abnormal yellow, more red. What is not known makes
 * nothing green: then the asset is not judged, however much else is normal; and what is abnormal counts
 * whether the rest is known or not. Source: domain facts §5 (Huoqiu; the second step from memory).
 */
export function colourOf(
  standings: readonly Standing[],
  { yellowFrom, redFrom }: Pick<ColourBounds, 'yellowFrom' | 'redFrom'>,
): Colour {
  const abnormal = standings.filter((each) => each === 'abnormal').length;
  if (abnormal >= redFrom) return 'red';
  if (abnormal >= yellowFrom) return 'yellow';
  const isKnown = !standings.includes('unknown') && standings.includes('normal');
  return isKnown ? 'green' : 'grey';
}

/**
 * What the books say, with what the office marked: a mark stands where the books do not know, and makes
 * abnormal what they think normal; it never makes normal what they find abnormal.
 */
export function withMarks(
  six: readonly Indicated[],
  marks: readonly AssetMark[],
  quarter: Quarter,
): Indicated[] {
  return six.map((own) => {
    const found = markOf(marks, quarter, own.indicator);
    if (found === undefined || own.standing === 'abnormal') return own;
    const { mark, reason, paper, markedOn } = found;
    if (mark === 'normal' && own.standing !== 'unknown') return own;
    return { ...own, standing: mark, why: 'marked', facts: { reason, paper, day: markedOn } };
  });
}

/** What reads otherwise than it was kept. */
export interface ColourChange {
  readonly name: string;
  readonly before: Colour | undefined;
  readonly after: Colour | undefined;
  /** The indicators that stand otherwise. */
  readonly indicators: readonly Indicator[];
}

/** What a later look finds otherwise than was kept, in the order of what was kept; then what is new. */
export function colourChanges(kept: readonly ColouredAsset[], now: readonly ColouredAsset[]): ColourChange[] {
  const ids = [...new Set([...kept, ...now].map(({ id }) => id))];
  return ids.flatMap((id): ColourChange[] => {
    const [before, after] = [kept, now].map((list) => list.find((each) => each.id === id));
    const of = (asset: ColouredAsset | undefined, indicator: Indicator) =>
      asset?.six.find((each) => each.indicator === indicator)?.standing;
    const indicators = INDICATORS.filter((each) => of(before, each) !== of(after, each));
    if (before?.colour === after?.colour && indicators.length === 0) return [];
    const name = after?.name ?? before?.name ?? '';
    return [{ name, before: before?.colour, after: after?.colour, indicators }];
  });
}

/** Of each colour how many, the red ones first. */
export function countColours(assets: readonly Pick<ColouredAsset, 'colour'>[]): Record<Colour, number> {
  const count = (colour: Colour): number => assets.filter((each) => each.colour === colour).length;
  return { red: count('red'), yellow: count('yellow'), grey: count('grey'), green: count('green') };
}

/** The six of an asset as they are kept. */
export function sixText(six: readonly Indicated[]): string {
  return JSON.stringify(
    six.map(({ indicator, standing, why, facts }) => [indicator, standing, why, plainFacts(facts)]),
  );
}

function plainFacts(facts: Facts): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));
}

/** Reads the six back from what was kept. */
export function readSix(text: string): Indicated[] {
  const read: unknown = JSON.parse(text);
  if (!Array.isArray(read)) return [];
  return INDICATORS.flatMap((indicator): Indicated[] => {
    const found: unknown = read.find((each) => Array.isArray(each) && each[0] === indicator);
    if (!Array.isArray(found)) return [];
    const [, standing, why] = found.map(String);
    return [{ indicator, standing: standingOf(standing), why: why ?? '', facts: {} }];
  });
}

function standingOf(text: string | undefined): Standing {
  return (['normal', 'abnormal', 'none'] as const).find((each) => each === text) ?? 'unknown';
}
