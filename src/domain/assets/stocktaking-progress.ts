import { isDifference, type LineDecision, type StocktakingLine } from './stocktaking';

/** What became of a difference: nothing was decided, what was decided is to be done, or it is done. */
export interface LineProgress {
  readonly line: number;
  readonly state: 'undecided' | 'open' | 'done';
  /** By what it is done: the asset left, the register was put right, it was registered, it was explained. */
  readonly by?: 'left' | 'mended' | 'registered' | 'explained';
  /** The asset it is done with. */
  readonly assetId?: string;
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
}

/**
 * How far each difference of a stocktaking is. What goes to disposal is done once the asset has left; what
 * the register is put right for, once anything of it was corrected since; what was in no register, once an
 * asset of that name was registered since, one for each. Source: issue 5, stocktaking with differences.
 */
export function progressOf(round: FollowedRound, since: RegisterSince): LineProgress[] {
  const differing = round.lines.filter(isDifference);
  const taken = new Set<string>();
  return differing.map((each): LineProgress => {
    const { line, assetId } = each;
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

/** How many differences are not at their end. */
export function openCount(progress: readonly LineProgress[]): number {
  return progress.filter(({ state }) => state !== 'done').length;
}

function registeredSince(
  { id }: FollowedRound,
  { line, name }: FollowedRound['lines'][number],
  { since, taken }: { readonly since: RegisterSince; readonly taken: Set<string> },
): LineProgress {
  const found = since.assets.find(
    (asset) => asset.id > id && !taken.has(asset.id) && plain(asset.name) === plain(name),
  );
  if (found === undefined) return { line, state: 'open' };
  taken.add(found.id);
  return { line, state: 'done', by: 'registered', assetId: found.id };
}

function plain(name: string): string {
  return name.replace(/\s/gu, '');
}
