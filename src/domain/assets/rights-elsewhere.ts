import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import { particularsOn, type ParticularsVersion, type RIGHTS } from './asset-particulars';
import type { Days } from './custody-bearers';

/** One of the rights in an asset beside its title. */
export type Right = (typeof RIGHTS)[number];

/** Another body with whom a right in an asset lies, and since when it is noted so. */
export interface RightElsewhere {
  readonly body: string;
  readonly since: string;
}

/** What a village is called, and what makes another place's name of it. */
export interface OwnNames {
  readonly names: readonly string[];
  /** Words that mean it at the beginning of a body and nowhere else: another village's name ends with one. */
  readonly words: readonly string[];
  /** Signs before it, as in the names of a northern or a lesser neighbour. */
  readonly before: readonly string[];
  /** Signs after it, as in the name of the town that it lies in. */
  readonly after: readonly string[];
}

/**
 * The body with whom a right in an asset lies on any of the days, where it is another one than the village:
 * its income is not the village's then, whoever collects it, and the village disposes of nothing alone. Of
 * several the latest is named. A village is called by its own name, by that of its organisation, or by words
 * that mean it where a body begins with them; who is noted with a longer or a shorter form of one of these is
 * the village, too, but not a neighbour or a town whose name only holds the village's. Source: domain facts
 * §5, rights to record; how names are told apart is a product decision.
 */
export function rightElsewhere(
  { right, versions }: { readonly right: Right; readonly versions: readonly ParticularsVersion[] },
  { from, to }: Days,
  own: OwnNames,
): RightElsewhere | undefined {
  const within = versions.map(({ validFrom }) => validFrom).filter((day) => day > from && day <= to);
  for (const day of [from, ...within].sort().reverse()) {
    const known = particularsOn(versions, day);
    if (known !== undefined && known[right] !== '' && !isOwn(known[right], own))
      return { body: known[right], since: known.validFrom };
  }
  return undefined;
}

/**
 * What is disposed of is approved by whoever has the right to it. Code `assetLife.disposalElsewhere`.
 * @param disposalBy the body, where it is another one than the village
 */
export function disposalProblems(approvedBy: string, disposalBy: string | undefined): Problem[] {
  if (disposalBy === undefined || approvedBy.trim() === '') return [];
  if (plainOf(approvedBy).includes(plainOf(disposalBy))) return [];
  const facts = { body: disposalBy };
  return [{ code: 'assetLife.disposalElsewhere', field: 'approvedBy', value: approvedBy, facts }];
}

/**
 * Whether a title holder is named by words alone that any institution's name is made of, as a co-operative:
 * that says of no other body whose it is.
 * @param parts the words, of which the holder consists wholly
 */
export function isAnybody(holder: string, parts: readonly string[]): boolean {
  const longestFirst = [...parts].sort((one, other) => other.length - one.length);
  return longestFirst.reduce((left, part) => left.split(part).join(''), plainOf(holder)) === '';
}

function isOwn(body: string, { names, words, before, after }: OwnNames): boolean {
  const text = plainOf(body);
  if (words.map(plainOf).some((word) => word !== '' && text.startsWith(word))) return true;
  return names.map(plainOf).some((name) => {
    if (name === '') return false;
    const parts = text.split(name);
    const stands = parts.slice(1).some((rest, place) => {
      const lead = parts[place] ?? '';
      return !before.some((sign) => lead.endsWith(sign)) && !after.some((sign) => rest.startsWith(sign));
    });
    return stands || name.includes(text);
  });
}

function plainOf(text: string): string {
  return halfWidth(text).replace(/\s/g, '');
}
