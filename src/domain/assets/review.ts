import type { CalendarDay } from '../calendar/calendar-day';
import { judge } from '../policy/judge';
import type { PolicyPack, Word, WordList } from '../policy/pack';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** Into which classes a document sorts the assets that earn: its own words, and no other document's. */
export function classesOf(pack: PolicyPack): WordList | undefined {
  return pack.lists.find(({ id }) => id === 'asset_class');
}

/** A review as typed: on which day, by what paper, and for each asset that was looked at its class. */
export interface ReviewForm {
  readonly reviewedOn: string;
  readonly paper: string;
  /** By the asset's id: the class by its id or as the document words it; blank where nobody looked. */
  readonly classes: Readonly<Record<string, string>>;
}

/** The class an asset was given on a day. */
export interface GivenClass {
  readonly assetId: string;
  readonly reviewedOn: CalendarDay;
  /** The document whose word it is, and the word: its id and its name of that day. */
  readonly pack: string;
  readonly classId: string;
  readonly className: string;
}

/** What a review is held against. */
export interface ReviewFacts {
  readonly today: CalendarDay;
  /** The document in force on the day, which has classes. */
  readonly pack: PolicyPack;
  /** What may be sorted: the assets that earn. */
  readonly assets: readonly ReviewedAsset[];
}

/** An asset that may be sorted. */
export interface ReviewedAsset {
  readonly id: string;
  readonly name: string;
  readonly acquiredOn: CalendarDay;
  readonly leftOn?: CalendarDay | undefined;
}

/**
 * Reads a review, or says everything that is wrong with it: one class for each asset, by the list of the
 * document in force on its day; a word of another document's is refused by name. Source: FY 三(二)3, KZ
 * 二(三)1, 农规发〔2024〕26号.
 * @returns problems `review.*`, `form.*`, `calendar.notADay`, `assetLife.notYet`
 */
export function readReview(
  form: ReviewForm,
  facts: ReviewFacts,
): { readonly given: GivenClass[]; readonly paper: string; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const { today } = facts;
  const at = { field: 'reviewedOn', value: form.reviewedOn };
  const day = readDay(at, problems);
  if (day !== undefined && day > today) problems.push({ code: 'assetLife.notYet', ...at, facts: { today } });
  const paper = form.paper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'paper' });
  problems.push(...privateNumberProblems({ paper }));
  const typed = Object.entries(form.classes).filter(([, word]) => word.trim() !== '');
  if (typed.length === 0) problems.push({ code: 'review.nothing', field: '' });
  const given = typed.flatMap(([assetId, word]): GivenClass[] => {
    const asset = facts.assets.find(({ id }) => id === assetId);
    if (asset === undefined) problems.push({ code: 'review.notEarning', field: `classes.${assetId}` });
    else if (day !== undefined) problems.push(...presenceProblems(asset, day));
    const found = readClass(word, { field: `classes.${assetId}`, pack: facts.pack, on: day }, problems);
    if (found === undefined || day === undefined) return [];
    const { id: classId, name: className } = found;
    return [{ assetId, reviewedOn: day, pack: facts.pack.id, classId, className }];
  });
  return { given, paper, problems };
}

/** The asset is there on the day: codes `review.beforeAsset`, `review.afterAsset`. */
function presenceProblems({ id, name, acquiredOn, leftOn }: ReviewedAsset, day: CalendarDay): Problem[] {
  const field = `classes.${id}`;
  if (day < acquiredOn)
    return [{ code: 'review.beforeAsset', field, facts: { asset: name, day: acquiredOn } }];
  if (leftOn !== undefined && day >= leftOn)
    return [{ code: 'review.afterAsset', field, facts: { asset: name, day: leftOn } }];
  return [];
}

/** The class that is meant, judged by the document's own rule about it: code `review.notInList`. */
function readClass(
  typed: string,
  at: { readonly field: string; readonly pack: PolicyPack; readonly on: CalendarDay | undefined },
  problems: Problem[],
): Word | undefined {
  const value = typed.trim();
  const { field, pack, on } = at;
  const words = classesOf(pack)?.of ?? [];
  const word = words.find(({ id, name, phrase }) => [id, name, phrase].includes(value));
  const facts = { class: word?.id ?? value };
  const judgements = judge(pack, { subject: 'asset_review', facts, ...(on === undefined ? {} : { on }) });
  if (word !== undefined && judgements.every(({ outcome }) => outcome === 'passed')) return word;
  const known = words.map(({ name }) => name);
  problems.push({ code: 'review.notInList', field, value, facts: { known, title: pack.source.title } });
  return undefined;
}

/** The class of each asset on a day: that of its last review by then, of one day the one entered last. */
export function classesOn<Given extends Pick<GivenClass, 'assetId' | 'reviewedOn'>>(
  given: readonly Given[],
  day: CalendarDay,
): ReadonlyMap<string, Given> {
  const found = new Map<string, Given>();
  for (const each of given) {
    const known = found.get(each.assetId);
    if (each.reviewedOn > day || (known !== undefined && known.reviewedOn > each.reviewedOn)) continue;
    found.set(each.assetId, each);
  }
  return found;
}
