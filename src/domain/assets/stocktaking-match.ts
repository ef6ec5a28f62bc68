import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import type { StocktakingLine } from './stocktaking';
import type { LineProgress } from './stocktaking-progress';

/** Which asset of the register a find is: one under another name, or one registered since. */
export interface LineMatch {
  readonly line: number;
  readonly assetId: string;
  readonly reason: string;
}

/** The same as typed. */
export interface MatchForm {
  readonly line: string;
  readonly matchedAsset: string;
  readonly reason: string;
}

/** What the round and the register say of it. */
export interface MatchFacts {
  readonly line: StocktakingLine;
  /** How far each difference of the round is. */
  readonly progress: readonly LineProgress[];
  readonly lines: readonly StocktakingLine[];
  readonly assets: readonly { readonly id: string; readonly name: string }[];
}

/**
 * What is wrong with saying which asset a find is. An asset that was seen at its own place in the same round
 * is not the find, too; one that was missing there may be it. Codes `stocktaking.*`, `form.*`.
 */
export function matchProblems(form: MatchForm, { line, progress, lines, assets }: MatchFacts): Problem[] {
  if (line.finding !== 'unlisted') return [{ code: 'stocktaking.notAFind', field: 'line' }];
  const own = progress.find((each) => each.line === line.line);
  if (own?.state === 'done') return [{ code: 'stocktaking.findDone', field: 'line' }];
  const [reason, field] = [form.reason.trim(), 'matchedAsset'];
  const problems: Problem[] = reason === '' ? [{ code: 'form.missing', field: 'reason' }] : [];
  problems.push(...privateNumberProblems({ reason }));
  if (form.matchedAsset === '') return [{ code: 'form.missing', field }, ...problems];
  const asset = assets.find(({ id }) => id === form.matchedAsset);
  if (asset === undefined) return [{ code: 'form.notAllowed', field }, ...problems];
  const seen = lines.find(({ assetId }) => assetId === asset.id);
  const other = progress.find((each) => each.assetId === asset.id && isFind(lines, each));
  if (seen !== undefined && seen.finding !== 'missing')
    problems.push({ code: 'stocktaking.seenItself', field, facts: { asset: asset.name } });
  else if (other !== undefined)
    problems.push({ code: 'stocktaking.matchedTwice', field, facts: { asset: asset.name } });
  return problems;
}

function isFind(lines: readonly StocktakingLine[], { line }: LineProgress): boolean {
  return lines.some((each) => each.line === line && each.finding === 'unlisted');
}

/** The text a match is hashed by. */
export function lineMatchText(
  match: LineMatch & Readonly<Record<'stocktakingId' | 'matchedBy' | 'matchedAt', string>>,
): string {
  const { stocktakingId, line, assetId, reason, matchedBy, matchedAt } = match;
  return JSON.stringify(['stocktakingMatch/1', stocktakingId, line, assetId, reason, matchedBy, matchedAt]);
}
