import type { CalendarDay } from '../calendar/calendar-day';
import { invariant } from '../shared/invariant';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { canBeSettled } from './idle-days';
import { valueOn } from './numbers';
import type { LocalNumbers, PolicyPack } from './pack';
import type { Decider, Unit } from './pack-words';
import { isAskedByMatters, isAskedByPlans } from './plan-inputs';
import { liesIn } from './regions';
import { isStricter, standingOf, stricterDirection } from './strictness';
import { valueInUnit } from './value-in-unit';

/** The paper a local number or a decision rests on. */
export interface StandardPaper {
  readonly title: string;
  readonly number: string | undefined;
  readonly issuer: string;
  readonly issuedOn: CalendarDay;
}

/**
 * A number of the county as a pack uses it on a day: it fills one the document leaves to it, or is stricter
 * than one it gives. `value` is a plain decimal in the unit the pack counts in, or a day.
 */
export interface LocalNumber {
  readonly id: string;
  readonly value: string;
  readonly decidedBy: Decider;
  readonly from: CalendarDay;
  readonly paper: StandardPaper | undefined;
  readonly standardId: string;
}

/** A local standard as kept: for a region, from a day on, until a later one. */
export interface LocalStandard {
  readonly id: string;
  readonly region: string;
  readonly numberId: string;
  readonly value: string;
  readonly from: CalendarDay;
  readonly paper: StandardPaper;
}

/** A local standard as typed. */
export interface StandardForm {
  /** Region code by GB/T 2260. */
  readonly region: string;
  /** Id of a number that a pack of the region leaves open or gives. */
  readonly numberId: string;
  /** A plain decimal in the number's unit; a share may be written in per cent. */
  readonly value: string;
  readonly from: string;
  readonly paperTitle: string;
  /** May be blank. */
  readonly paperNumber: string;
  readonly paperIssuer: string;
  readonly paperIssuedOn: string;
  /** Why although a document expects another; blank where none does. */
  readonly standardWhy?: string;
}

/** What a standard is held against: the office's region, the packs for its own, what holds above, today. */
export interface StandardBasis {
  readonly officeRegion: string;
  /** The regions in which anybody keeps books. */
  readonly regions: readonly string[];
  readonly packs: readonly PolicyPack[];
  /** The standards of the regions in which the standard's lies, without those withdrawn. */
  readonly above: readonly LocalStandard[];
  readonly today: CalendarDay;
}

/**
 * Reads a local standard. All problems at once: `form.missing`, `calendar.notADay`, `policy.otherRegion`
 * (not the office's own), `policy.regionUnknown` (nobody keeps books there), `policy.numberUnknown`,
 * `policy.notInUnit`, `policy.notStricter`, `policy.strictnessUnclear`, `policy.villageDecides` (or where it
 * does), `policy.looserThanAbove`, `policy.paperOfTomorrow`, `form.privateNumber`.
 */
export function readStandard(
  form: StandardForm,
  basis: StandardBasis,
): { readonly standard: Omit<LocalStandard, 'id'>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  // Problems stand in the order of the form, where the number and its value come before the day.
  const ofDay: Problem[] = [];
  const from = readDay({ field: 'from', value: form.from }, ofDay);
  const numberId = form.numberId.trim();
  const value = readValue(form, { ...basis, from }, problems);
  problems.push(...ofDay);
  const region = form.region.trim();
  if (region === '') problems.push({ code: 'form.missing', field: 'region' });
  else if (!liesIn(region, basis.officeRegion)) {
    const facts = { region: basis.officeRegion };
    problems.push({ code: 'policy.otherRegion', field: 'region', value: region, facts });
  } else if (!basis.regions.includes(region)) {
    problems.push({ code: 'policy.regionUnknown', field: 'region', value: region });
  }
  const paper = readPaper(form, basis.today, problems);
  return { standard: { region, numberId, value, from: from ?? '', paper }, problems };
}

/** Reads the paper something rests on; what is wrong joins the problems. */
export function readPaper(
  form: Pick<StandardForm, 'paperTitle' | 'paperNumber' | 'paperIssuer' | 'paperIssuedOn'>,
  today: CalendarDay,
  problems: Problem[],
): StandardPaper {
  const [title, number, issuer] = [form.paperTitle, form.paperNumber, form.paperIssuer].map((text) =>
    text.trim(),
  );
  if (title === '') problems.push({ code: 'form.missing', field: 'paperTitle' });
  if (issuer === '') problems.push({ code: 'form.missing', field: 'paperIssuer' });
  const issuedOn = readDay({ field: 'paperIssuedOn', value: form.paperIssuedOn }, problems);
  if (issuedOn !== undefined && issuedOn > today)
    problems.push({ code: 'policy.paperOfTomorrow', field: 'paperIssuedOn', value: issuedOn });
  const { paperTitle, paperNumber, paperIssuer } = form;
  problems.push(...privateNumberProblems({ paperTitle, paperNumber, paperIssuer }));
  return {
    title: title ?? '',
    number: number === '' ? undefined : number,
    issuer: issuer ?? '',
    issuedOn: issuedOn ?? '',
  };
}

/** A number that packs know by an id: in what it counts, and who settles it. */
export interface KnownNumber {
  readonly id: string;
  readonly unit: Unit;
  readonly decidedBy: Decider;
}

/** The number of an id in a pack; one the document gives itself can only be made stricter by the county. */
export function findNumber(pack: PolicyPack, id: string): KnownNumber | undefined {
  const need = pack.needs.find((each) => each.id === id);
  if (need !== undefined) return { id, unit: need.unit, decidedBy: need.decidedBy };
  const value = pack.values.find((each) => each.id === id);
  return value === undefined ? undefined : { id, unit: value.unit, decidedBy: 'county' };
}

function readValue(
  { numberId, value }: StandardForm,
  { packs, above, from }: StandardBasis & { readonly from: CalendarDay | undefined },
  problems: Problem[],
): string {
  const id = numberId.trim();
  const knowing = packs.filter((pack) => findNumber(pack, id) !== undefined);
  const [known] = knowing.flatMap((pack) => findNumber(pack, id) ?? []);
  if (id === '') problems.push({ code: 'form.missing', field: 'numberId' });
  else if (known === undefined) problems.push({ code: 'policy.numberUnknown', field: 'numberId', value: id });
  if (value.trim() === '') problems.push({ code: 'form.missing', field: 'value' });
  if (known === undefined || value.trim() === '') return '';
  const read = valueInUnit(value, known.unit);
  if (read === undefined || !canBeSettled(id, read)) {
    problems.push({ code: 'policy.notInUnit', field: 'value', value, facts: { unit: known.unit } });
    return '';
  }
  if (from === undefined) return read;
  const number = { id, value: read };
  problems.push(
    ...strictnessProblems(knowing, number, from),
    ...looserProblems(knowing, number, { above, from }),
  );
  return read;
}

/** What a standard may not do to any pack it would meet from its first day on. */
function strictnessProblems(
  packs: readonly PolicyPack[],
  number: { readonly id: string; readonly value: string },
  from: CalendarDay,
): Problem[] {
  const met = packs.filter(({ valid }) => valid.to === undefined || valid.to >= from);
  const found = met.map((pack) => {
    const on = from < pack.valid.from ? pack.valid.from : from;
    return { pack, on, standing: standingOf(pack, number, on) };
  });
  const [bad] = found.filter(
    ({ standing }) => standing === 'looser' || standing === 'unclear' || standing === 'overrules',
  );
  const works = found.some(({ standing }) => standing === 'fills' || standing === 'stricter');
  if (bad === undefined || works)
    return works ? [] : [{ code: 'policy.numberUnknown', field: 'numberId', value: number.id }];
  if (bad.standing === 'overrules')
    return [{ code: villageDecidesCode(bad.pack, number.id), field: 'numberId', value: number.id }];
  const document = valueOn(bad.pack, number.id, bad.on);
  invariant(document !== undefined, 'only a number that the document gives can be loosened');
  const { unit } = document;
  const given = valueInUnit(document.value, unit) ?? document.value;
  const facts = { given, unit, title: bad.pack.source.title };
  if (bad.standing === 'unclear')
    return [{ code: 'policy.strictnessUnclear', field: 'numberId', value: number.id, facts }];
  const direction = stricterDirection(bad.pack, number.id) ?? 'higher';
  return [
    { code: 'policy.notStricter', field: 'value', value: number.value, facts: { ...facts, direction } },
  ];
}

/** Where a village settles a number: the sentence sends the county's question there. */
function villageDecidesCode(pack: PolicyPack, id: string): string {
  if (isAskedByPlans(pack, id)) return 'policy.villageDecides';
  return isAskedByMatters(pack, id) ? 'policy.villageDecidesOnAssets' : 'policy.villageDecidesLater';
}

/** A region may not loosen what one above it gave, where it is known which way the number is stricter. */
function looserProblems(
  packs: readonly PolicyPack[],
  { id, value }: { readonly id: string; readonly value: string },
  { above, from }: { readonly above: readonly LocalStandard[]; readonly from: CalendarDay },
): Problem[] {
  const regions = [...new Set(above.map(({ region }) => region))];
  const standing = regions.flatMap((region) => latestOf(above, { id, region, day: from }) ?? []);
  const found = packs.flatMap((pack) => {
    const [unit, direction] = [findNumber(pack, id)?.unit, stricterDirection(pack, id)];
    if (unit === undefined || direction === undefined) return [];
    const stricter = standing.find((each) => isStricter(each.value, value, { direction, unit }));
    if (stricter === undefined) return [];
    const { region, paper, value: given } = stricter;
    return [{ region, title: paper.title, given, unit, direction }];
  });
  return found
    .slice(0, 1)
    .map((facts): Problem => ({ code: 'policy.looserThanAbove', field: 'value', value, facts }));
}

/** The standard of a number that holds in a region on a day: the latest that had begun. */
export function latestOf(
  standards: readonly LocalStandard[],
  { id, region, day }: { readonly id: string; readonly region: string; readonly day: CalendarDay },
): LocalStandard | undefined {
  return standards
    .filter((each) => each.numberId === id && each.region === region && each.from <= day)
    .reduce<LocalStandard | undefined>(
      (last, next) => (last === undefined || next.from >= last.from ? next : last),
      undefined,
    );
}

/**
 * The local numbers a pack uses on a day: of each region the latest that had begun, of these the strictest:
 * nobody below loosens what the county gives. Where it is not known which way a number is stricter, the
 * nearest region's. One that is not stricter than what the document gives then is left out, and so is one
 * for a number the document leaves to the village.
 * @param standards those that were not withdrawn
 * @param regionPath region codes of the place, nearest first
 */
export function localNumbersOf(
  standards: readonly LocalStandard[],
  place: { readonly regionPath: readonly string[]; readonly pack: PolicyPack; readonly day: CalendarDay },
): LocalNumber[] {
  const { regionPath, pack, day } = place;
  const ids = [...new Set([...pack.needs, ...pack.values].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const known = findNumber(pack, id);
    if (known === undefined) return [];
    const standing = regionPath
      .flatMap((region) => latestOf(standards, { id, region, day }) ?? [])
      .filter(({ value }) => ['fills', 'stricter'].includes(standingOf(pack, { id, value }, day)));
    const direction = stricterDirection(pack, id);
    const [nearest, ...further] = standing;
    if (nearest === undefined) return [];
    const { unit, decidedBy } = known;
    const {
      value,
      from,
      paper,
      id: standardId,
    } = further.reduce(
      (strictest, next) =>
        direction !== undefined && isStricter(next.value, strictest.value, { direction, unit })
          ? next
          : strictest,
      nearest,
    );
    return [{ id, value, decidedBy, from, paper, standardId }];
  });
}

/** Local numbers as rules are judged with them. */
export function valuesById(numbers: readonly Pick<LocalNumber, 'id' | 'value'>[]): LocalNumbers {
  return Object.fromEntries(numbers.map(({ id, value }) => [id, value]));
}
