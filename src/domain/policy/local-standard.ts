import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { plainYuan, readYuan } from '../money/fen';
import { compareRatios, ratio, readRatio } from '../money/ratio';
import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { valueOn } from './numbers';
import type { LocalNumbers, PolicyPack } from './pack';
import type { Decider, Unit } from './pack-words';
import { liesIn } from './regions';
import { standingOf, stricterDirection } from './strictness';

/** The paper a local number or a decision rests on. */
export interface StandardPaper {
  readonly title: string;
  readonly number: string | undefined;
  readonly issuer: string;
  readonly issuedOn: CalendarDay;
}

/**
 * A number of the county or village as a pack uses it on a day: it fills one the document leaves open, or is
 * stricter than one it gives. `value` is a plain decimal in the unit the pack counts in, or a day.
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
}

/** What a standard is held against: the office's own region, the packs for the standard's, today. */
export interface StandardBasis {
  readonly officeRegion: string;
  readonly packs: readonly PolicyPack[];
  readonly today: CalendarDay;
}

/**
 * Reads a local standard. All problems at once: `form.missing`, `calendar.notADay`, `policy.otherRegion`
 * (not the office's own), `policy.numberUnknown`, `policy.notInUnit`, `policy.notStricter`,
 * `policy.strictnessUnclear`, `policy.paperOfTomorrow`.
 */
export function readStandard(
  form: StandardForm,
  basis: StandardBasis,
): { readonly standard: Omit<LocalStandard, 'id'>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const region = form.region.trim();
  if (region === '') problems.push({ code: 'form.missing', field: 'region' });
  else if (!liesIn(region, basis.officeRegion)) {
    const facts = { region: basis.officeRegion };
    problems.push({ code: 'policy.otherRegion', field: 'region', value: region, facts });
  }
  const from = readDay({ field: 'from', value: form.from }, problems);
  const numberId = form.numberId.trim();
  const value = readValue(form, { ...basis, from }, problems);
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
  { packs, from }: StandardBasis & { readonly from: CalendarDay | undefined },
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
  if (read === undefined) {
    problems.push({ code: 'policy.notInUnit', field: 'value', value, facts: { unit: known.unit } });
    return '';
  }
  if (from !== undefined) problems.push(...strictnessProblems(knowing, { id, value: read }, from));
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
  const [bad] = found.filter(({ standing }) => standing === 'looser' || standing === 'unclear');
  const works = found.some(({ standing }) => standing === 'fills' || standing === 'stricter');
  if (bad === undefined || works)
    return works ? [] : [{ code: 'policy.numberUnknown', field: 'numberId', value: number.id }];
  const given = valueOn(bad.pack, number.id, bad.on)?.value ?? '';
  const facts = { given, pack: bad.pack.id };
  if (bad.standing === 'unclear')
    return [{ code: 'policy.strictnessUnclear', field: 'numberId', value: number.id, facts }];
  const direction = stricterDirection(bad.pack, number.id) ?? 'higher';
  return [
    { code: 'policy.notStricter', field: 'value', value: number.value, facts: { ...facts, direction } },
  ];
}

/**
 * A value as kept: a share or count as a plain decimal, an amount with its two decimals, a span as a whole
 * number, a day as a day. Undefined where it is none.
 */
export function valueInUnit(typed: string, unit: Unit): string | undefined {
  const text = halfWidth(typed).trim();
  switch (unit) {
    case 'share': {
      const share = shareDigits(text);
      return share !== undefined && compareRatios(readRatio(share), WHOLE) <= 0 ? share : undefined;
    }
    case 'yuan': {
      const fen = readYuan(text);
      return fen === undefined || fen < 0n ? undefined : plainYuan(fen);
    }
    case 'count':
      return /^\d{1,12}(\.\d{1,6})?$/.test(text) ? text : undefined;
    case 'days':
    case 'working_days':
    case 'months':
      return /^\d{1,5}$/.test(text) ? text : undefined;
    case 'day':
      return isCalendarDay(text) ? text : undefined;
  }
}

const WHOLE = ratio(1n, 1n);

/** `2.9%` and `0.029` are one share: its digits are moved, nothing is reckoned. */
function shareDigits(text: string): string | undefined {
  const [, whole, decimals = '', percent] = /^(\d{1,3})(?:\.(\d{1,6}))?(%)?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  if (percent === undefined) return text;
  const digits = `${whole.padStart(3, '0')}${decimals}`;
  const moved = `${digits.slice(0, -2 - decimals.length)}.${digits.slice(-2 - decimals.length)}`;
  return moved.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '');
}

/**
 * The local numbers a pack uses on a day: of each number the nearest region's that has one, of that region
 * the latest that had begun. One that is not stricter than what the document gives then is left out.
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
    const begun = standards.filter((each) => each.numberId === id && each.from <= day);
    const regions = regionPath.map((region) => begun.filter((each) => each.region === region));
    const nearest = regions.find((those) => those.length > 0) ?? [];
    const latest = nearest.reduce<LocalStandard | undefined>(
      (last, next) => (last === undefined || next.from >= last.from ? next : last),
      undefined,
    );
    const known = findNumber(pack, id);
    if (latest === undefined || known === undefined) return [];
    const standing = standingOf(pack, { id, value: latest.value }, day);
    if (standing !== 'fills' && standing !== 'stricter') return [];
    const { value, from, paper } = latest;
    return [{ id, value, decidedBy: known.decidedBy, from, paper, standardId: latest.id }];
  });
}

/** Local numbers as rules are judged with them. */
export function valuesById(numbers: readonly Pick<LocalNumber, 'id' | 'value'>[]): LocalNumbers {
  return Object.fromEntries(numbers.map(({ id, value }) => [id, value]));
}
