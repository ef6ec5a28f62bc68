import type { CalendarDay } from '../calendar/calendar-day';
import type { PolicyPack, Word } from '../policy/pack';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** What is done about an asset where no document in force has words of its own for it. Product decision. */
export const REMEDIES = ['lease', 'operate', 'repair', 'convert', 'dispose', 'other'] as const;

/** What was decided about an idle, low-yield or loss-making asset, and what became of it. */
export interface Remedy {
  /** Counted from 1 for each asset. */
  readonly number: number;
  /** A word of the document's, or one of {@link REMEDIES}. */
  readonly remedy: string;
  /** What is to be done, by whom, by when. */
  readonly what: string;
  readonly who: string;
  readonly dueOn: CalendarDay;
  readonly decidedOn: CalendarDay;
  readonly paper: string;
  readonly ended: RemedyEnd | undefined;
}

/** How it ended: when it was done or given up, and what came of it. */
export interface RemedyEnd {
  readonly doneOn: CalendarDay;
  readonly outcome: string;
}

/** A remedy as typed. */
export interface RemedyForm {
  readonly remedy: string;
  readonly what: string;
  readonly who: string;
  readonly doneBy: string;
  readonly decidedOn: string;
  readonly paper: string;
}

/** The end of one as typed. */
export interface RemedyEndForm {
  readonly remedyNumber: string;
  readonly doneOn: string;
  readonly cameOf: string;
}

/** The words a document has for what may be done; none where it names none. */
export function remedyWords(pack: PolicyPack | undefined): readonly Word[] {
  return pack?.lists.find(({ id }) => id === 'remedy')?.of ?? [];
}

/**
 * Reads a remedy, or says everything that is wrong with it. Codes `remedy.*`, `form.*`, `calendar.notADay`.
 */
export function readRemedy(
  form: RemedyForm,
  {
    today,
    pack,
    remedies,
  }: {
    readonly today: CalendarDay;
    readonly pack: PolicyPack | undefined;
    /** What was decided of the asset before: one that is under way is not decided once more. */
    readonly remedies: readonly Remedy[];
  },
): { readonly remedy: Omit<Remedy, 'number' | 'ended'>; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const words = [...remedyWords(pack).map(({ id }) => id), ...REMEDIES];
  if (form.remedy.trim() === '') problems.push({ code: 'form.missing', field: 'remedy' });
  else if (!words.includes(form.remedy))
    problems.push({ code: 'form.notAllowed', field: 'remedy', value: form.remedy });
  const [what, who, paper] = [form.what.trim(), form.who.trim(), form.paper.trim()];
  for (const [field, text] of Object.entries({ what, who, paper }))
    if (text === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems({ what, who, paper }));
  const decidedOn = readDay({ field: 'decidedOn', value: form.decidedOn }, problems) ?? '';
  if (decidedOn > today)
    problems.push({ code: 'assetLife.notYet', field: 'decidedOn', value: decidedOn, facts: { today } });
  const dueOn = readDay({ field: 'doneBy', value: form.doneBy }, problems) ?? '';
  if (dueOn !== '' && dueOn < decidedOn)
    problems.push({ code: 'remedy.dueBefore', field: 'doneBy', value: dueOn, facts: { day: decidedOn } });
  const remedy = { remedy: form.remedy, what, who, dueOn, decidedOn, paper };
  if (remedies.some((each) => each.ended === undefined && isSame(each, remedy)))
    problems.push({ code: 'remedy.underWay', field: 'what', value: what });
  return { remedy, problems };
}

/** The same thing to be done, decided on the same day: typed twice, nobody could tell which of them ended. */
function isSame(one: Remedy, other: Pick<Remedy, 'remedy' | 'what' | 'decidedOn'>): boolean {
  return one.remedy === other.remedy && one.what === other.what && one.decidedOn === other.decidedOn;
}

/** Reads the end of a remedy that is still open. Codes `remedy.*`, `form.*`, `calendar.notADay`. */
export function readRemedyEnd(
  form: RemedyEndForm,
  { today, remedies }: { readonly today: CalendarDay; readonly remedies: readonly Remedy[] },
): { readonly number: number; readonly end: RemedyEnd; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const found = remedies.find(({ number }) => String(number) === form.remedyNumber);
  if (found === undefined || found.ended !== undefined)
    problems.push({ code: 'remedy.notOpen', field: 'remedyNumber', value: form.remedyNumber });
  const outcome = form.cameOf.trim();
  if (outcome === '') problems.push({ code: 'form.missing', field: 'cameOf' });
  problems.push(...privateNumberProblems({ cameOf: outcome }));
  const doneOn = readDay({ field: 'doneOn', value: form.doneOn }, problems) ?? '';
  if (doneOn > today)
    problems.push({ code: 'assetLife.notYet', field: 'doneOn', value: doneOn, facts: { today } });
  else if (found !== undefined && doneOn !== '' && doneOn < found.decidedOn)
    problems.push({
      code: 'remedy.endBefore',
      field: 'doneOn',
      value: doneOn,
      facts: { day: found.decidedOn },
    });
  return { number: found?.number ?? 0, end: { doneOn, outcome }, problems };
}

/** What is under way on a day: the last remedy that was decided and has not ended by then. */
export function remedyOn(remedies: readonly Remedy[], day: CalendarDay): Remedy | undefined {
  return remedies
    .filter(({ decidedOn, ended }) => decidedOn <= day && (ended === undefined || ended.doneOn > day))
    .at(-1);
}
