import type { CalendarDay } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { PolicyPack } from './pack';
import { reasonProblems } from './written-reason';

/** Which of several packs somebody chose to go by in a region, from a day on, and why. */
export interface PackChoice {
  readonly id: string;
  /** The region it holds for: that of the office that chose. */
  readonly region: string;
  readonly from: CalendarDay;
  /** Ids of the packs that were in force together. */
  readonly among: readonly string[];
  readonly chosen: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** The pack for a place on a day: the only one, the chosen one, one that nobody has chosen yet, or none. */
export type PackFinding<T> =
  | { readonly kind: 'one'; readonly found: T }
  | { readonly kind: 'chosen'; readonly found: T; readonly choice: PackChoice }
  | { readonly kind: 'several'; readonly region: string; readonly packs: readonly T[] }
  | { readonly kind: 'none' };

/** A place by its region codes, nearest first (`341204`, `341200`, `340000`), and a day. */
export interface PlaceAndDay {
  readonly regionPath: readonly string[];
  readonly day: CalendarDay;
}

/**
 * The pack in force on a day for a place: the nearest region's, as a whole, never merged with one further
 * away. Where that region has several, the one that was chosen; a choice made before one more of them came
 * holds no longer.
 * @param choices of any region; the nearest one's counts, of that region the latest
 * Source: product decision "Policy packs": one plan, one pack, by the day of the village body's decision.
 */
export function findPack<T extends { readonly pack: PolicyPack }>(
  packs: readonly T[],
  { regionPath, day }: PlaceAndDay,
  choices: readonly PackChoice[] = [],
): PackFinding<T> {
  for (const region of regionPath) {
    const inForce = packs.filter(({ pack }) => pack.region.code === region && isInForce(pack, day));
    const [found] = inForce;
    if (found === undefined) continue;
    if (inForce.length === 1) return { kind: 'one', found };
    const ids = inForce.map(({ pack }) => pack.id);
    const choice = choiceFor(ids, { regionPath, day }, choices);
    const chosen = inForce.find(({ pack }) => pack.id === choice?.chosen);
    if (choice === undefined || chosen === undefined) return { kind: 'several', region, packs: inForce };
    return { kind: 'chosen', found: chosen, choice };
  }
  return { kind: 'none' };
}

function choiceFor(
  ids: readonly string[],
  { regionPath, day }: PlaceAndDay,
  choices: readonly PackChoice[],
): PackChoice | undefined {
  const about = choices.filter(({ from, among }) => from <= day && ids.every((id) => among.includes(id)));
  const made = regionPath.map((region) => about.filter((choice) => choice.region === region));
  const nearest = made.find((those) => those.length > 0) ?? [];
  return [...nearest].sort((left, right) => compare(right.from, left.from) || compare(right.id, left.id))[0];
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * What was found, or nothing.
 * @param nameOf how people know a pack: by its document
 * @throws DomainError `policy.twoPacksInForce` while nobody has chosen, with the documents by the first day
 *   of each
 */
export function packOrNone<T extends { readonly pack: PolicyPack }>(
  finding: PackFinding<T>,
  day: CalendarDay,
  nameOf: (pack: PolicyPack) => string,
): T | undefined {
  if (finding.kind === 'none') return undefined;
  if (finding.kind !== 'several') return finding.found;
  const packs = finding.packs.map(({ pack }) => pack).sort((one, other) => compare(one.id, other.id));
  const documents = packs.map(nameOf);
  const ids = packs.map(({ id }) => id);
  throw new DomainError('policy.twoPacksInForce', { region: finding.region, day, packs: ids, documents });
}

/** A choice between packs as typed. */
export interface ChoiceForm {
  /** Id of the pack to go by. */
  readonly chosen: string;
  readonly from: string;
  readonly reason: string;
}

/**
 * What is wrong with a choice: `policy.nothingToChoose` (no two packs in force that day), `form.notAllowed`
 * (none of them), the day and the reason.
 * @returns the packs it is made among, by id
 */
export function readChoice(
  form: ChoiceForm,
  packs: readonly { readonly pack: PolicyPack }[],
  regionPath: readonly string[],
): { readonly among: readonly string[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const ofDay: Problem[] = [];
  const from = readDay({ field: 'from', value: form.from }, ofDay);
  const finding = from === undefined ? undefined : findPack(packs, { regionPath, day: from });
  const among = finding?.kind === 'several' ? finding.packs.map(({ pack }) => pack.id) : [];
  if (form.chosen.trim() === '') problems.push({ code: 'form.missing', field: 'chosen' });
  else if (finding !== undefined && finding.kind !== 'several')
    problems.push({ code: 'policy.nothingToChoose', field: 'from', value: form.from });
  else if (finding !== undefined && !among.includes(form.chosen))
    problems.push({ code: 'form.notAllowed', field: 'chosen', value: form.chosen });
  return { among, problems: [...problems, ...ofDay, ...reasonProblems(form.reason)] };
}

/**
 * Refuses real books a pack whose text nobody has seen: it may teach and be tried out, but nobody is paid by
 * a paraphrase.
 * @throws DomainError `policy.textNotSeen`
 */
export function requireSeenText({ id, source }: PolicyPack, books: { readonly areReal: boolean }): void {
  if (books.areReal && source.kind === 'second_hand')
    throw new DomainError('policy.textNotSeen', { pack: id, title: source.title });
}

/**
 * That no pack is in force for a place on a day: which ended last there, or that there has been none. What
 * follows its end is the county's to say; no rule goes on by itself.
 * @returns DomainError `policy.packEnded` (title, last day) or `policy.noPackInForce`
 */
export function noPackError(
  packs: readonly { readonly pack: PolicyPack }[],
  { regionPath, day }: PlaceAndDay,
): DomainError {
  const ended = packs.flatMap(({ pack: { region, source, valid } }) =>
    regionPath.includes(region.code) && valid.to !== undefined && valid.to < day
      ? [{ title: source.title, ended: valid.to }]
      : [],
  );
  const [last] = ended.sort((one, other) => other.ended.localeCompare(one.ended));
  return last === undefined
    ? new DomainError('policy.noPackInForce', { day })
    : new DomainError('policy.packEnded', { day, ...last });
}

/** Whether a pack is in force on a day; its first and last day count. */
export function isInForce({ valid }: PolicyPack, day: CalendarDay): boolean {
  return valid.from <= day && (valid.to === undefined || day <= valid.to);
}
