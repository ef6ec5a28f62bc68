import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { halfWidth } from '../shared/half-width';
import { privateNumberProblems } from '../shared/private-number';
import type { Facts } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { readPaper } from './household-status';

/** Who holds shares: a village gives them to households, or to members. */
export const HOLDER_KINDS = ['household', 'member'] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];

/** How many shares somebody holds from a day on: hundredths of a share, none where they were given back. */
export interface ShareHolding {
  /** From 1, in the order of entry. */
  readonly number: number;
  readonly holderKind: HolderKind;
  readonly holderId: string;
  readonly fromDay: CalendarDay;
  readonly hundredths: number;
  /** Why it was withdrawn as entered wrongly: it never held; absent while it stands. */
  readonly withdrawn?: string | undefined;
}

/** Somebody who may hold shares, by the number the village knows him by. */
export interface ShareHolder {
  readonly kind: HolderKind;
  readonly id: string;
  readonly number: number;
  /** Whether it is on the list on the first day, and a member where a person holds. */
  readonly mayHold: boolean;
}

/** What was given to holders by the roll of a day and stands. */
export interface RollUse {
  readonly number: number;
  readonly rollOn: CalendarDay;
}

/** A table of shares from a day on, as typed. */
export interface ShareRollForm {
  readonly holderKind: string;
  readonly shareFrom: string;
  /** A line each: the number of the holder, and the shares. */
  readonly shareLines: string;
  readonly shareWhy: string;
  /** The resolution, or the list that hung out. */
  readonly sharePaper: string;
}

/** What of the roll changes. */
export interface ReadShareRoll {
  readonly kind: HolderKind;
  readonly fromDay: CalendarDay;
  readonly why: string;
  readonly paper: string;
  readonly changes: readonly { readonly holderId: string; readonly hundredths: number }[];
}

/** No more than a hundred thousand shares of one holder. */
const MOST_HUNDREDTHS = 10_000_000;

/** What each holder has on a day: the last that stands of what had begun; nobody who has none. */
export function shareRollOn<Holding extends ShareHolding>(
  holdings: readonly Holding[],
  day: CalendarDay,
): Holding[] {
  const last = new Map<string, Holding>();
  for (const holding of holdings) {
    const before = last.get(holding.holderId);
    if (holding.withdrawn !== undefined) continue;
    if (holding.fromDay > day || (before !== undefined && before.number > holding.number)) continue;
    last.set(holding.holderId, holding);
  }
  return [...last.values()].filter(({ hundredths }) => hundredths > 0);
}

/** When a roll last changed, and how many whole years that was before a day. */
export interface RollChange {
  readonly changedOn: CalendarDay;
  readonly years: number;
}

/**
 * The last change that a roll of a day has seen, withdrawn rows aside. No document says how often shares are
 * looked over, and many villages keep them as they are for years: it is told, not asked.
 */
export function rollChange(holdings: readonly ShareHolding[], on: CalendarDay): RollChange {
  const days = holdings.flatMap(({ fromDay, withdrawn }) =>
    withdrawn === undefined && fromDay <= on ? [fromDay] : [],
  );
  const changedOn = days.sort().at(-1) ?? on;
  const years = yearOf(on) - yearOf(changedOn) - (on.slice(5) < changedOn.slice(5) ? 1 : 0);
  return { changedOn, years };
}

/** All shares of a roll together, in hundredths. */
export function sharesTotal(roll: readonly Pick<ShareHolding, 'hundredths'>[]): number {
  return roll.reduce((total, { hundredths }) => total + hundredths, 0);
}

/** `3.5` of 350 hundredths. */
export function sharesText(hundredths: number): string {
  const whole = String(Math.trunc(hundredths / 100));
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

/**
 * Reads a table of shares. Who is not in it keeps what he has; a line that says what somebody has already
 * changes nothing. A village gives shares to households or to members, not to both: whoever lives in a
 * household that holds would be counted twice.
 * @returns problems `form.*`, `calendar.notADay`, `person.dayAhead`, `shareRoll.*` with the line they
 *   stand in, no names
 */
export function readShareRoll(
  form: ShareRollForm,
  ground: {
    readonly holders: readonly ShareHolder[];
    readonly holdings: readonly ShareHolding[];
    readonly uses: readonly RollUse[];
    /** A day after it is a slip: nothing earlier could be entered any more. */
    readonly today: CalendarDay;
  },
): { readonly roll: ReadShareRoll; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const kind = HOLDER_KINDS.find((each) => each === form.holderKind);
  if (kind === undefined)
    problems.push({
      code: form.holderKind.trim() === '' ? 'form.missing' : 'form.notAllowed',
      field: 'holderKind',
    });
  const fromDay = readDay({ field: 'shareFrom', value: form.shareFrom }, problems) ?? '';
  const at = { field: 'shareFrom', value: fromDay };
  if (fromDay > ground.today)
    problems.push({ code: 'person.dayAhead', ...at, facts: { today: ground.today } });
  const used = rollUseBar(ground.uses, fromDay);
  if (fromDay !== '' && used !== undefined) problems.push({ ...used, ...at });
  const why = form.shareWhy.trim();
  if (why === '') problems.push({ code: 'form.missing', field: 'shareWhy' });
  problems.push(...privateNumberProblems({ shareWhy: why }));
  const paper = readPaper({ field: 'sharePaper', value: form.sharePaper }, problems);
  const lines = readLines(form.shareLines, problems);
  const roll = { kind: kind ?? 'household', fromDay, why, paper, changes: [] };
  if (kind === undefined || fromDay === '') return { roll, problems };
  const changes = lines.flatMap((line) => changeOf(line, { ...ground, kind, fromDay }, problems));
  problems.push(...twiceProblems(lines), ...otherKindProblems(kind, fromDay, ground.holdings));
  if (problems.length === 0 && changes.length === 0)
    problems.push({ code: 'shareRoll.nothingChanges', field: 'shareLines' });
  return { roll: { ...roll, changes }, problems };
}

interface ShareLine {
  /** From 1, as they stand in the box. */
  readonly line: number;
  readonly holder: number;
  readonly hundredths: number;
}

function readLines(text: string, problems: Problem[]): ShareLine[] {
  const found: ShareLine[] = [];
  text.split(/\r?\n/).forEach((typed, index) => {
    const cells = halfWidth(typed)
      .trim()
      .split(/[\s,，、]+/)
      .filter((cell) => cell !== '');
    if (cells.length === 0) return;
    const [holder = '', shares = ''] = cells;
    const line = index + 1;
    const hundredths = /^\d{1,6}(\.|$)/.test(shares) ? readHundredths(shares) : undefined;
    const isWhole = cells.length === 2 && /^\d{1,6}$/.test(holder);
    if (!isWhole || hundredths === undefined || hundredths > MOST_HUNDREDTHS)
      problems.push({ code: 'shareRoll.lineUnread', field: 'shareLines', facts: { line } });
    else found.push({ line, holder: Number(holder), hundredths });
  });
  if (found.length === 0 && !problems.some(({ field }) => field === 'shareLines'))
    problems.push({ code: 'form.missing', field: 'shareLines' });
  return found;
}

/** Shares as typed, in hundredths; undefined where they are none. */
export function readHundredths(typed: string): number | undefined {
  const shares = halfWidth(typed).trim();
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(shares)) return undefined;
  const [whole = '', part = ''] = shares.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

function changeOf(
  { line, holder: number, hundredths }: ShareLine,
  ground: {
    readonly holders: readonly ShareHolder[];
    readonly holdings: readonly ShareHolding[];
    readonly kind: HolderKind;
    readonly fromDay: CalendarDay;
  },
  problems: Problem[],
): { holderId: string; hundredths: number }[] {
  const { holders, holdings, kind, fromDay } = ground;
  const fail = (code: string, facts = {}): [] => {
    problems.push({ code, field: 'shareLines', facts: { line, holder: number, ...facts } });
    return [];
  };
  const holder = holders.find((each) => each.kind === kind && each.number === number);
  if (holder === undefined) return fail('shareRoll.holderUnknown');
  if (!holder.mayHold && hundredths > 0) return fail('shareRoll.mayNotHold');
  const own = holdings.filter(({ holderId, withdrawn }) => holderId === holder.id && withdrawn === undefined);
  const last = own.reduce<CalendarDay>((latest, each) => (each.fromDay > latest ? each.fromDay : latest), '');
  if (fromDay < last) return fail('shareRoll.beforeLast', { last });
  const [standing] = shareRollOn(own, fromDay);
  if ((standing?.hundredths ?? 0) === hundredths) return [];
  return [{ holderId: holder.id, hundredths }];
}

function twiceProblems(lines: readonly ShareLine[]): Problem[] {
  return lines.flatMap(({ line, holder }, index): Problem[] => {
    const first = lines.findIndex((each) => each.holder === holder);
    return first === index ? [] : [{ code: 'shareRoll.twice', field: 'shareLines', facts: { line, holder } }];
  });
}

/** Why something may not be entered. */
interface Bar {
  readonly code: string;
  readonly facts: Facts;
}

/**
 * What keeps the shares from becoming others from a day on: something that stands was given by the roll of
 * that day or a later one, and who follows its reckoning finds that roll.
 * @returns the code `shareRoll.rollUsed` with the last such use; nothing where they may change
 */
export function rollUseBar(uses: readonly RollUse[], fromDay: CalendarDay): Bar | undefined {
  const last = uses
    .filter(({ rollOn }) => rollOn >= fromDay)
    .reduce<RollUse | undefined>((top, use) => (top && top.rollOn >= use.rollOn ? top : use), undefined);
  if (last === undefined) return undefined;
  return { code: 'shareRoll.rollUsed', facts: { number: last.number, rollOn: last.rollOn } };
}

/**
 * What keeps a row of the roll from being withdrawn as entered wrongly: another of the same holder was
 * entered after it and reckoned from it, something was given by it, or without it households and members
 * would hold on one day.
 * @param holdings those that stand
 * @returns the code `shareRoll.laterStands`, `shareRoll.rollUsed` or `shareRoll.othersHold` with its facts;
 *   nothing where it may go
 */
export function withdrawalBar(
  { holdings, uses }: { readonly holdings: readonly ShareHolding[]; readonly uses: readonly RollUse[] },
  row: ShareHolding,
): Bar | undefined {
  const later = holdings.find(({ holderId, number }) => holderId === row.holderId && number > row.number);
  if (later !== undefined) return { code: 'shareRoll.laterStands', facts: { later: later.number } };
  const used = rollUseBar(uses, row.fromDay);
  if (used !== undefined) return used;
  const left = holdings.filter(({ number }) => number !== row.number);
  const kindsOn = (day: CalendarDay): Set<HolderKind> =>
    new Set(shareRollOn(left, day).map(({ holderKind }) => holderKind));
  const days = left.map(({ fromDay }) => fromDay).sort();
  const day = days.find((each) => kindsOn(each).size > 1);
  return day === undefined ? undefined : { code: 'shareRoll.othersHold', facts: { day } };
}

/** Shares of the other kind that stand on the first day or later. */
function otherKindProblems(
  kind: HolderKind,
  fromDay: CalendarDay,
  holdings: readonly ShareHolding[],
): Problem[] {
  const later = holdings.filter((each) => each.fromDay > fromDay).map((each) => each.fromDay);
  const days = [fromDay, ...later];
  const others = holdings.filter(({ holderKind }) => holderKind !== kind);
  const stands = days.some((day) => shareRollOn(others, day).length > 0);
  return stands ? [{ code: 'shareRoll.otherKind', field: 'holderKind' }] : [];
}
