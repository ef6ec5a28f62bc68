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

/**
 * The body with whom a right in an asset lies on any of the days, where it is another one than the village:
 * its income is not the village's then, whoever collects it, and the village disposes of nothing alone. Of
 * several the latest is named. A village is called by its own name, by that of its organisation, or by words
 * that mean it; who is noted with a longer or a shorter form of one of these is the village, too. Source:
 * domain facts §5, rights to record; how names are told apart is a product decision.
 * @param own what the village is called
 */
export function rightElsewhere(
  { right, versions }: { readonly right: Right; readonly versions: readonly ParticularsVersion[] },
  { from, to }: Days,
  own: readonly string[],
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

function isOwn(body: string, own: readonly string[]): boolean {
  const text = plainOf(body);
  return own.map(plainOf).some((name) => name !== '' && (text.includes(name) || name.includes(text)));
}

function plainOf(text: string): string {
  return halfWidth(text).replace(/\s/g, '');
}
