import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { compareQuantities } from '../money/charge';
import { halfWidth } from '../shared/half-width';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay, readNumber } from '../shared/typed-fields';
import { lateYearProblems, yearToComeProblems } from './asset';
import { changedSince, meanwhileProblems } from './meanwhile';
import { type PlateGround, plateProblems } from './plates';

/** How an asset is used. Source: the register columns a county asks for, unconfirmed. */
export const CONDITIONS = ['inUse', 'idle', 'lowYield', 'damaged', 'disposed'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** The condition that follows from leaving the books and from nothing else. */
export const DISPOSED: Condition = 'disposed';

/**
 * The rights in an asset beside its title, which may lie with different bodies: who runs it, who draws the
 * income, who keeps it, who may dispose of it, who supervises. The title itself stands with the asset.
 */
export const RIGHTS = [
  'operatingBody',
  'incomeBody',
  'keepingBody',
  'disposalBody',
  'supervisionBody',
] as const;

/** What is known of an asset and may change, in the order in which it is asked. */
export const PARTICULARS = [
  'condition',
  'projectName',
  'projectYear',
  'builder',
  'acceptedOn',
  'titlePaper',
  'plateNumber',
  'location',
  'latitude',
  'longitude',
  'extent',
  'extentUnit',
  'lifeYears',
  ...RIGHTS,
  'keeperPost',
  'remark',
] as const;
export type ParticularName = (typeof PARTICULARS)[number];

/**
 * The particulars of an asset, each as plain text in its usual form: days as `2025-07-11`, years and numbers
 * as digits; empty where nobody has said it.
 */
export type Particulars = Readonly<Record<ParticularName, string>>;

/** One version of the particulars: the whole of them, from its first day on. */
export interface ParticularsVersion extends Particulars {
  /** Counted from 1 in the order of entry. */
  readonly version: number;
  readonly validFrom: CalendarDay;
  /** Why they changed; empty for the first. */
  readonly why: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
}

/** What a person types; everything is text as typed. */
export interface ParticularsForm extends Particulars {
  readonly validFrom: string;
  readonly why: string;
  /** How many versions there were when the form was opened, so that nobody's change is lost unseen. */
  readonly basedOn: string;
}

/** What the register holds already, and the day on which the change is entered. */
export interface ParticularsFacts {
  readonly today: CalendarDay;
  readonly acquiredOn: CalendarDay;
  /** The day it left; absent while it stands. */
  readonly leftOn?: CalendarDay | undefined;
  /** Since when it stands still by decision. */
  readonly suspendedOn?: CalendarDay | undefined;
  readonly versions: readonly ParticularsVersion[];
  /** Plates of the other assets, and how plates are written. */
  readonly plates?: PlateGround;
}

/** The version in force on a day: of those that have begun the latest to begin, of these the last entered. */
export function particularsOn<Version extends ParticularsVersion>(
  versions: readonly Version[],
  day: CalendarDay,
): Version | undefined {
  let found: Version | undefined;
  for (const version of versions) {
    if (version.validFrom <= day && (found === undefined || isLater(version, found))) found = version;
  }
  return found;
}

function isLater(one: ParticularsVersion, other: ParticularsVersion): boolean {
  if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom;
  return one.version > other.version;
}

/**
 * Reads a new version, or says everything that is wrong with it. Codes `particulars.*`, `form.*`,
 * `calendar.*`.
 */
export function readParticularsVersion(
  form: ParticularsForm,
  facts: ParticularsFacts,
): { validFrom: CalendarDay; particulars: Particulars; why: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const based = { basedOn: form.basedOn, count: facts.versions.length };
  const since = changedSince(PARTICULARS, facts.versions);
  problems.push(...meanwhileProblems('particulars.changedMeanwhile', based, since));
  const validFrom = readDay({ field: 'validFrom', value: form.validFrom }, problems);
  if (validFrom !== undefined) problems.push(...firstDayProblems(validFrom, facts));
  const why = form.why.trim();
  const bounds = { today: facts.today, ...(why === '' ? { acquiredOn: facts.acquiredOn } : {}) };
  const { particulars, problems: found } = readParticulars((name) => form[name], bounds);
  problems.push(...found, ...privateNumberProblems({ why }));
  if (found.length === 0) problems.push(...conditionProblems(particulars.condition, form.validFrom, facts));
  if (why === '' && facts.versions.length > 0) problems.push({ code: 'form.missing', field: 'why' });
  const before = particularsOn(facts.versions, form.validFrom);
  // A plate that stands twice from before keeps nobody from changing something else.
  if (before?.plateNumber !== particulars.plateNumber)
    problems.push(...plateProblems(particulars.plateNumber, facts.plates));
  if (problems.length === 0 && before !== undefined && isSame(before, particulars))
    problems.push({ code: 'particulars.unchanged', field: '' });
  return { validFrom: form.validFrom, particulars, why, problems };
}

/**
 * A condition is noted by hand while an asset stands; that it is disposed of is said by its leaving alone,
 * and what stands still by decision is idle or damaged until it runs again. Codes `particulars.notDisposed`,
 * `particulars.disposed`, `particulars.suspended`.
 */
function conditionProblems(
  value: string,
  validFrom: CalendarDay,
  { leftOn, suspendedOn }: Pick<ParticularsFacts, 'leftOn' | 'suspendedOn'>,
): Problem[] {
  const hasLeft = leftOn !== undefined && validFrom >= leftOn;
  const field = 'condition';
  if (hasLeft === (value === DISPOSED)) {
    const stands = hasLeft || suspendedOn === undefined || validFrom < suspendedOn;
    if (stands || value === '' || value === 'idle' || value === 'damaged') return [];
    return [{ code: 'particulars.suspended', field, value, facts: { since: suspendedOn } }];
  }
  return leftOn !== undefined && hasLeft
    ? [{ code: 'particulars.disposed', field, value, facts: { day: leftOn } }]
    : [{ code: 'particulars.notDisposed', field, value }];
}

/** Whether two say the same, field by field. */
export function isSame(one: Particulars, other: Particulars): boolean {
  return PARTICULARS.every((name) => one[name] === other[name]);
}

/** What is wrong with a first day: codes `particulars.later`, `particulars.beforeAsset`. */
export function firstDayProblems(
  validFrom: CalendarDay,
  { today, acquiredOn }: Pick<ParticularsFacts, 'today' | 'acquiredOn'>,
): Problem[] {
  const at = { field: 'validFrom', value: validFrom };
  const problems: Problem[] = [];
  if (validFrom > today) problems.push({ code: 'particulars.later', ...at, facts: { today } });
  if (validFrom < acquiredOn)
    problems.push({ code: 'particulars.beforeAsset', ...at, facts: { acquired: acquiredOn } });
  return problems;
}

/** Reads the particulars alone. @param facts `acquiredOn` where a project of a later year has no reason */
export function readParticulars(
  typed: (name: ParticularName) => string,
  { today, acquiredOn = '' }: Pick<ParticularsFacts, 'today'> & Partial<ParticularsFacts>,
): { particulars: Particulars; problems: Problem[] } {
  const reading = new ParticularsReading(typed, today);
  const particulars = {
    condition: reading.condition(),
    projectName: reading.text('projectName'),
    projectYear: reading.begunYear('projectYear'),
    builder: reading.text('builder'),
    acceptedOn: reading.pastDay('acceptedOn'),
    titlePaper: reading.text('titlePaper'),
    plateNumber: reading.text('plateNumber'),
    location: reading.text('location'),
    latitude: reading.degree('latitude'),
    longitude: reading.degree('longitude'),
    extent: reading.extent(),
    extentUnit: reading.text('extentUnit'),
    lifeYears: reading.shaped('lifeYears', LIFE, 'particulars.notYears'),
    operatingBody: reading.text('operatingBody'),
    incomeBody: reading.text('incomeBody'),
    keepingBody: reading.text('keepingBody'),
    disposalBody: reading.text('disposalBody'),
    supervisionBody: reading.text('supervisionBody'),
    keeperPost: reading.text('keeperPost'),
    remark: reading.text('remark'),
  };
  reading.requirePair('latitude', 'longitude');
  reading.requirePair('extent', 'extentUnit');
  const late = lateYearProblems(particulars.projectYear, { field: 'projectYear', today, acquiredOn });
  if (!reading.problems.some(({ field }) => field === 'projectYear')) reading.problems.push(...late);
  return { particulars, problems: reading.problems };
}

const YEAR = /^(19|20)\d{2}$/;
/** Whole years, 1 to 100. */
const LIFE = /^([1-9]\d?|100)$/;
/** Six decimals are about ten centimetres on the ground. */
const DEGREE = /^\d{1,3}(\.\d{1,6})?$/;
/** Where the country lies: a latitude typed as a longitude is outside. */
const BOUNDS = { latitude: { least: '3', most: '54' }, longitude: { least: '73', most: '136' } } as const;

/** Particulars on their way from what was typed, gathering what is wrong with them. */
class ParticularsReading {
  readonly problems: Problem[] = [];

  constructor(
    private readonly typed: (name: ParticularName) => string,
    private readonly today: CalendarDay,
  ) {}

  /** Bodies and functions: a name may stand here, a number that belongs to one person never. */
  text(name: ParticularName): string {
    const text = this.typed(name).trim();
    this.problems.push(...privateNumberProblems({ [name]: text }));
    return text;
  }

  condition(): string {
    const value = this.typed('condition').trim();
    const code = value === '' ? 'form.missing' : 'form.notAllowed';
    if (!CONDITIONS.some((each) => each === value)) this.refuse(code, 'condition');
    return value;
  }

  shaped(name: ParticularName, shape: RegExp, code: string): string {
    const text = halfWidth(this.typed(name)).trim();
    if (text !== '' && !shape.test(text)) this.refuse(code, name);
    return text;
  }

  /** A project is of a year that has begun, at the latest the one in which it was accepted. */
  begunYear(name: 'projectYear'): string {
    const text = this.shaped(name, YEAR, 'calendar.notAYear');
    if (!YEAR.test(text)) return text;
    const accepted = this.typed('acceptedOn').trim();
    const day = isCalendarDay(accepted) && accepted < this.today ? accepted : this.today;
    this.problems.push(...yearToComeProblems(text, { field: name, day }));
    return text;
  }

  pastDay(name: ParticularName): string {
    const value = this.typed(name).trim();
    if (value === '') return '';
    const day = readDay({ field: name, value }, this.problems);
    if (day !== undefined && day > this.today) this.refuse('particulars.later', name, { today: this.today });
    return value;
  }

  degree(name: 'latitude' | 'longitude'): string {
    const text = halfWidth(this.typed(name)).trim();
    const { least, most } = BOUNDS[name];
    const within =
      DEGREE.test(text) && compareQuantities(text, least) >= 0 && compareQuantities(text, most) <= 0;
    if (text !== '' && !within) this.refuse('particulars.notADegree', name, { least, most });
    return text;
  }

  extent(): string {
    const value = this.typed('extent').trim();
    if (value === '') return '';
    return readNumber({ field: 'extent', value }, 'aboveZero', this.problems) ?? value;
  }

  /** Two that say something together only. */
  requirePair(one: ParticularName, other: ParticularName): void {
    for (const [given, missing] of [
      [one, other],
      [other, one],
    ] as const) {
      if (this.typed(given).trim() !== '' && this.typed(missing).trim() === '')
        this.problems.push({ code: 'form.missing', field: missing });
    }
  }

  private refuse(code: string, field: ParticularName, facts?: NonNullable<Problem['facts']>): void {
    const value = this.typed(field).trim();
    const shown = value === '' ? {} : { value };
    this.problems.push({ code, field, ...shown, ...(facts === undefined ? {} : { facts }) });
  }
}
