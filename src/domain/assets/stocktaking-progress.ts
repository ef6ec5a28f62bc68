import { isDifference, type LineDecision, plainName, type StocktakingLine } from './stocktaking';

/** What became of a difference: nothing was decided, what was decided is to be done, or it is done. */
export interface LineProgress {
  readonly line: number;
  readonly state: 'undecided' | 'open' | 'done';
  /**
   * By what it is done: the asset left, the register was put right, it was registered, it was explained, it
   * is an asset of the register under another name, or an earlier stocktaking found the same and sees to it.
   */
  readonly by?: 'left' | 'mended' | 'registered' | 'explained' | 'matched' | 'foundBefore';
  /** The asset it is done with. */
  readonly assetId?: string;
  /** The stocktaking that found the same before. */
  readonly before?: FoundBefore;
}

/** Where something was found before. */
export interface FoundBefore {
  readonly id: string;
  readonly countedOn: string;
}

/** What the register says now. Ids go up in the order of entry. */
export interface RegisterSince {
  readonly assets: readonly { readonly id: string; readonly name: string; readonly hasLeft: boolean }[];
  /** Assets whose figures or particulars were put right since the stocktaking was entered. */
  readonly mended: ReadonlySet<string>;
}

/** A stocktaking as far as its differences are followed. */
export interface FollowedRound {
  readonly id: string;
  readonly lines: readonly Pick<StocktakingLine, 'line' | 'assetId' | 'name' | 'finding'>[];
  readonly decisions: readonly Pick<LineDecision, 'line' | 'decision'>[];
  /** Which assets finds turned out to be. */
  readonly matches: readonly { readonly line: number; readonly assetId: string }[];
  /** Finds of earlier stocktakings that still hold, by their plain names. */
  readonly before: ReadonlyMap<string, FoundBefore>;
}

type Line = FollowedRound['lines'][number];

/**
 * How far each difference of a stocktaking is. What goes to disposal is done once the asset has left; what
 * the register is put right for, once anything of it was corrected since; what was in no register, once an
 * asset of that name was registered since, one for each, or once somebody said which asset it is; what is
 * missing, once a find turned out to be it. What an earlier stocktaking found is seen to there, once.
 * Source: issue 5, stocktaking with differences.
 */
export function progressOf(round: FollowedRound, since: RegisterSince): LineProgress[] {
  const differing = round.lines.filter(isDifference);
  const taken = new Set(round.matches.map(({ assetId }) => assetId));
  return differing.map((each): LineProgress => {
    const { line, assetId } = each;
    const settled = settledElsewhere(round, each);
    if (settled !== undefined) return settled;
    const decided = round.decisions.find((decision) => decision.line === line)?.decision;
    if (decided === undefined) return { line, state: 'undecided' };
    if (decided === 'explained') return { line, state: 'done', by: 'explained' };
    if (assetId === null) return registeredSince(round, each, { since, taken });
    const own = since.assets.find(({ id }) => id === assetId);
    if (own?.hasLeft === true) return { line, state: 'done', by: 'left', assetId };
    return decided === 'toRegister' && since.mended.has(assetId)
      ? { line, state: 'done', by: 'mended', assetId }
      : { line, state: 'open' };
  });
}

/** What ends without a decision: it was said which asset it is, or it is seen to where it was found first. */
function settledElsewhere(
  { decisions, matches, before }: FollowedRound,
  own: Line,
): LineProgress | undefined {
  const { line, assetId, name, finding } = own;
  const isIt = (each: FollowedRound['matches'][number]): boolean =>
    finding === 'unlisted' ? each.line === line : finding === 'missing' && each.assetId === assetId;
  const match = matches.find(isIt);
  if (match !== undefined) return { line, state: 'done', by: 'matched', assetId: match.assetId };
  const earlier = finding === 'unlisted' ? before.get(plainName(name)) : undefined;
  if (earlier === undefined || decisions.some((each) => each.line === line)) return undefined;
  return { line, state: 'done', by: 'foundBefore', before: earlier };
}

/**
 * The finds that a later stocktaking need not see to: of what is registered or matched by now, not what has
 * left since, which is another find where one of its name is there again.
 */
export function findsOf(
  round: FoundBefore & Pick<FollowedRound, 'lines'>,
  progress: readonly LineProgress[],
  { assets }: Pick<RegisterSince, 'assets'>,
): [name: string, FoundBefore][] {
  return round.lines.flatMap(({ line, finding, name }): [string, FoundBefore][] => {
    const own = progress.find((each) => each.line === line);
    const isOver = assets.some(({ id, hasLeft }) => id === own?.assetId && hasLeft);
    if (finding !== 'unlisted' || own?.by === 'foundBefore' || isOver) return [];
    return [[plainName(name), { id: round.id, countedOn: round.countedOn }]];
  });
}

/** How many differences are not at their end. */
export function openCount(progress: readonly LineProgress[]): number {
  return progress.filter(({ state }) => state !== 'done').length;
}

function registeredSince(
  { id }: FollowedRound,
  { line, name }: Line,
  { since, taken }: { readonly since: RegisterSince; readonly taken: Set<string> },
): LineProgress {
  const found = since.assets.find(
    (asset) => asset.id > id && !taken.has(asset.id) && plainName(asset.name) === plainName(name),
  );
  if (found === undefined) return { line, state: 'open' };
  taken.add(found.id);
  return { line, state: 'done', by: 'registered', assetId: found.id };
}
