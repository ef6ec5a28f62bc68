import type { LineDecision, StocktakingLine } from '../../domain/assets/stocktaking';
import type { LineProgress } from '../../domain/assets/stocktaking-progress';
import { labelOf } from '../../glossary/terms';
import { type VillagePaths, withQuery } from '../../platform/http/office-paths';
import type { RoundLine } from './stocktaking.pages';

/** Between what is decided and why, on the page as on the sheet. */
export const COLON = labelOf('stocktaking.colon');

/** Which asset a find turned out to be, and how that is known. */
export interface NamedMatch {
  readonly line: number;
  readonly name: string;
  readonly reason: string;
}

/** A line in words, and where what was decided about it is done. */
export function roundLine(
  { line, assetId, name, finding, remark, cost, book }: StocktakingLine,
  round: {
    readonly paths?: VillagePaths;
    readonly decisions: readonly LineDecision[];
    readonly matches: readonly NamedMatch[];
    readonly progress?: readonly LineProgress[];
  },
): RoundLine {
  const { paths, decisions, matches, progress = [] } = round;
  const done = progress.find((each) => each.line === line && each.state === 'done');
  const decision = decisions.find((each) => each.line === line);
  const match = matches.find((each) => each.line === line);
  const words = [
    ...(decision === undefined ? [] : [labelOf(`decision.${decision.decision}`), decision.reason]),
    ...(match === undefined ? [] : [labelOf('stocktaking.matched'), match.name, match.reason]),
  ];
  const href = paths === undefined ? undefined : nextHref(decision, { assetId, paths, done });
  return {
    name,
    finding: labelOf(`finding.${finding}`),
    remark,
    ...{ cost: cost ?? undefined, book: book ?? undefined },
    href: assetId === null ? undefined : paths?.asset(assetId),
    decided: words.length === 0 ? undefined : words.join(COLON),
    ...{ done: done?.by, nextHref: href, before: done?.before?.countedOn },
  };
}

/** Where what was decided is done, or where it can be seen once it is. */
function nextHref(
  decision: LineDecision | undefined,
  of: {
    readonly assetId: string | null;
    readonly paths: VillagePaths;
    readonly done: LineProgress | undefined;
  },
): string | undefined {
  const { assetId, paths, done } = of;
  if (done?.before !== undefined) return `${paths.stocktakings}/${done.before.id}`;
  if (done?.assetId !== undefined) return paths.asset(done.assetId);
  if (decision === undefined || decision.decision === 'explained') return undefined;
  if (assetId === null) return paths.newAsset;
  return decision.decision === 'toDisposal'
    ? withQuery(paths.assetLife(assetId), { act: 'leave' })
    : paths.particulars(assetId);
}
