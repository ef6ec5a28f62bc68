import type { Asset } from '../assets/asset';
import type { AssetKind } from '../assets/asset-classes';
import { conditionsOf, NONE_OF_THESE, wordsFor } from '../assets/matter-words';
import { packKindOf } from '../assets/pack-kind';
import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, plainYuan } from '../money/fen';
import { judge, type Judgement, judgementProblems, tagsOf } from '../policy/judge';
import type { LocalNumbers, PolicyPack, Rule, Word } from '../policy/pack';
import { inputsOf } from '../policy/rule-inputs';
import { reasonProblems } from '../policy/written-reason';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';

/** What a person types of income where the document in force asks for it; blank where it does not. */
export interface NatureForm {
  /** A word of the document, `none_of_these`, or blank where the asset or the contract says it. */
  readonly incomeKind?: string;
  readonly incomeMode?: string;
  /** All that the paper says was paid, in yuan; blank where it is what is booked. */
  readonly paperAmount?: string;
  /** Why a line that asks for a reason is not followed. */
  readonly incomeReason?: string;
}

/** What income is called by a document, as it is kept beside it. */
export interface IncomeNature {
  readonly packId: string;
  readonly kind: string | undefined;
  readonly mode: string | undefined;
  readonly paper: Fen | undefined;
  readonly reason: string | undefined;
}

/** What the form asks under a document: words to choose from, and whether the paper's total counts. */
export interface NaturePicks {
  readonly kinds: readonly Word[];
  readonly modes: readonly Word[];
  readonly asksPaper: boolean;
}

/** The income whose nature is told. */
export interface NatureGround {
  readonly pack: PolicyPack;
  readonly local: LocalNumbers;
  readonly on: CalendarDay;
  readonly asset: Pick<Asset, 'kind'>;
  /** What the office answered the asset is, where its kind alone does not say it. */
  readonly answeredKind?: string | undefined;
  readonly amount: Fen;
  /** Rent that a contract makes due: it is no money put in, and its kind is what was said of it before. */
  readonly byContract?: { readonly kind: string | undefined } | undefined;
}

const STATIONS = ['pvStation', 'jointPvStation', 'keptPvStation'];
const FIXED = ['workshop', 'coldStore', 'plant', 'market', 'machinery', 'infrastructure'];

/** Words that income of such an asset surely is; whatever is not here, somebody has to say. */
const SURELY: Readonly<Record<string, readonly string[]>> = {
  pv: STATIONS,
  fixed_asset: FIXED,
  pv_income: STATIONS,
  workshop_income: ['workshop'],
  asset_shares: ['equity'],
};

/**
 * The words a document has for income: those its rules hold the kind against, and its own list of kinds.
 * Source: SQ-D 二(三), SQ-C 四(五)3, SQ-A 五(五), DC 三(一)10.
 */
export function naturePicks(pack: PolicyPack): NaturePicks {
  const own = pack.lists.filter(({ id }) => id === 'income_kind').flatMap(({ of }) => of);
  const kinds = [...wordsFor(pack, 'income', 'kind'), ...own];
  return {
    kinds: [...new Map(kinds.map((word) => [word.id, word])).values()],
    modes: wordsFor(pack, 'income', 'mode'),
    asksPaper: pack.rules.some((rule) => lookedAt(pack, rule).includes('booked')),
  };
}

/**
 * Reads what income is called, and judges it by every line of the document that is about income. Codes
 * `form.*`, `money.*`, `income.kindMissing`, `policy.ruleBroken`, `policy.ruleUndecided`,
 * `policy.reasonMissing`, `policy.reasonTooShort`.
 */
export function readNature(
  form: NatureForm,
  ground: NatureGround,
): { readonly nature: IncomeNature | undefined; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const picks = naturePicks(ground.pack);
  const kind = chosen(form.incomeKind, { field: 'incomeKind', words: picks.kinds, ground, problems });
  const mode = chosen(form.incomeMode, { field: 'incomeMode', words: picks.modes, ground, problems });
  const told = kind ?? ground.byContract?.kind ?? surely(picks.kinds, ground.asset.kind);
  const typed = (form.paperAmount ?? '').trim();
  const paper =
    typed === '' ? undefined : readAmount({ field: 'paperAmount', value: typed }, 'aboveZero', problems);
  const facts = factsOf(ground, { kind: told, mode, paper });
  const { pack, local, on } = ground;
  const judged = judge(pack, { subject: 'income', facts, on }, local);
  const reason = (form.incomeReason ?? '').trim();
  problems.push(...judged.flatMap((each) => problemsOf(each, { ground, reason })));
  const isBroken = judged.some(({ outcome, force }) => outcome === 'failed' && force === 'warn');
  if (isBroken && reason !== '')
    problems.push(...reasonProblems(reason).map((each) => ({ ...each, field: 'incomeReason' })));
  const said = { kind: told, mode, paper, reason: isBroken && reason !== '' ? reason : undefined };
  const isSaid = Object.values(said).some((each) => each !== undefined);
  return { nature: isSaid ? { packId: pack.id, ...said } : undefined, problems };
}

/** What was typed, where it is a word of the document; where nothing was, what the asset surely is. */
function chosen(
  typed: string | undefined,
  of: {
    readonly field: string;
    readonly words: readonly Word[];
    readonly ground: NatureGround;
    readonly problems: Problem[];
  },
): string | undefined {
  const { field, words, ground, problems } = of;
  const text = (typed ?? '').trim();
  if (text === '') return field === 'incomeMode' ? surely(words, ground.asset.kind) : undefined;
  if (text === NONE_OF_THESE || words.some(({ id }) => id === text)) return text;
  problems.push({ code: 'form.notAllowed', field, value: text });
  return undefined;
}

/** What income of such an asset surely is, PV or of a fixed asset; undefined for the rest. */
export function incomeKindOf(kind: AssetKind): 'pv' | 'fixed_asset' | undefined {
  const words = ['pv', 'fixed_asset'] as const;
  return words.find((word) => SURELY[word]?.includes(kind) === true);
}

function surely(words: readonly Word[], kind: AssetKind): string | undefined {
  return words.find(({ id }) => SURELY[id]?.includes(kind) === true)?.id;
}

function factsOf(
  ground: NatureGround,
  told: {
    readonly kind: string | undefined;
    readonly mode: string | undefined;
    readonly paper: Fen | undefined;
  },
) {
  const { pack, asset, answeredKind, amount } = ground;
  const words = wordsFor(pack, 'income', 'asset_kind').map(({ id }) => id);
  return {
    asset_kind: packKindOf(asset.kind, words) ?? answeredKind,
    ...{ kind: told.kind, mode: told.mode },
    ...{ amount: plainYuan(told.paper ?? amount), booked: plainYuan(amount) },
  };
}

/**
 * What keeps income from being booked. Of rent by contract a line that cannot be told yet stops nothing: that
 * the money is rent, the contract says.
 */
function problemsOf(
  judged: Judgement,
  { ground, reason }: { readonly ground: NatureGround; readonly reason: string },
): Problem[] {
  const { outcome, force, missing, ruleId: rule, clause, says } = judged;
  if (outcome === 'undecided' && ground.byContract !== undefined) return [];
  if (outcome === 'undecided' && force === 'block' && missing.includes('kind'))
    return [{ code: 'income.kindMissing', field: 'incomeKind', facts: { rule, clause, says } }];
  if (outcome === 'undecided' && missing.includes('asset_kind'))
    return force === 'block'
      ? [{ code: 'income.assetKindMissing', field: 'assetId', facts: { rule, clause, says } }]
      : [];
  const looked = ground.pack.rules
    .filter(({ id }) => id === rule)
    .flatMap((each) => lookedAt(ground.pack, each));
  const field = looked.includes('kind')
    ? 'incomeKind'
    : looked.includes('amount')
      ? 'paperAmount'
      : 'assetId';
  return judgementProblems([judged], { field: force === 'warn' ? 'incomeReason' : field, reason });
}

function lookedAt(pack: PolicyPack, rule: Rule): readonly string[] {
  return rule.subject === 'income'
    ? inputsOf(pack, { conditions: conditionsOf(rule), amounts: [] }).facts
    : [];
}

/** What income is called, in the document's own words, with the marks it bears. */
export interface SaidNature {
  readonly kind: string | undefined;
  readonly mode: string | undefined;
  readonly marks: readonly string[];
  readonly reason: string | undefined;
}

/** What was kept, in the document's own words. Income of none of its modes bears none of its marks. */
export function natureSaid(
  pack: PolicyPack,
  kept: { readonly kind: string | null; readonly mode: string | null; readonly reason: string | null },
): SaidNature {
  const { kinds, modes } = naturePicks(pack);
  const wordOf = (words: readonly Word[], id: string | null): string | undefined =>
    words.find((word) => word.id === id)?.name ?? id ?? undefined;
  const facts = { kind: kept.kind ?? undefined, mode: kept.mode ?? undefined };
  const { tags } = tagsOf(pack, { subject: 'income', facts });
  return {
    ...{ kind: wordOf(kinds, kept.kind), mode: wordOf(modes, kept.mode) },
    marks: pack.tags.filter(({ id }) => tags.includes(id)).map(({ says }) => says),
    reason: kept.reason ?? undefined,
  };
}
