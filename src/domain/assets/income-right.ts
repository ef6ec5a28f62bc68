import { halfWidth } from '../shared/half-width';
import { particularsOn, type ParticularsVersion } from './asset-particulars';
import type { Days } from './custody';

/** Another body that draws the income of an asset, and since when it is noted so. */
export interface RightElsewhere {
  readonly body: string;
  readonly since: string;
}

/**
 * The body with whom the right to an asset's income lies on some of the days, where it is another one than
 * the village: its income is not the village's, whoever collects it. A village is called by its own name, by
 * that of its organisation, or by words that mean it; who is noted with a longer or a shorter form of one of
 * these is the village, too. Source: domain facts §5, rights to record; how names are told apart is a product
 * decision.
 * @param own what the village is called
 */
export function incomeRightElsewhere(
  versions: readonly ParticularsVersion[],
  days: Days,
  own: readonly string[],
): RightElsewhere | undefined {
  for (const day of [days.to, days.from]) {
    const known = particularsOn(versions, day);
    if (known !== undefined && known.incomeBody !== '' && !isOwn(known.incomeBody, own))
      return { body: known.incomeBody, since: known.validFrom };
  }
  return undefined;
}

function isOwn(body: string, own: readonly string[]): boolean {
  const text = plainOf(body);
  return own.map(plainOf).some((name) => name !== '' && (text.includes(name) || name.includes(text)));
}

function plainOf(text: string): string {
  return halfWidth(text).replace(/\s/g, '');
}
