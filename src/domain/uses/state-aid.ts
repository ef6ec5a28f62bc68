import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import type { FundLevel } from '../assets/asset';
import { wordsFor } from '../assets/matter-words';
import type { Fen } from '../money/fen';
import type { Judgement } from '../policy/judge';
import type { PolicyPack, Word } from '../policy/pack';
import { unanswered } from '../policy/written-reason';
import { enteredTwiceProblems, type OfPaper } from '../shared/entered-twice';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import { closeProblems } from './aid-list';
import { type AidNote, readNotes, type TypedNotes } from './aid-notes';
import type { AidQuestion } from './aid-questions';
import { type AidLine, readAidRows, type Recipient } from './aid-rows';

/** A kind or a fund that the document in force does not name. */
export const UNNAMED = 'unnamed';

/** From which level government money comes; what others give is no government money. */
export const STATE_LEVELS = [
  'central',
  'province',
  'city',
  'county',
  'township',
  'eastWest',
] as const satisfies readonly FundLevel[];
export type StateLevel = (typeof STATE_LEVELS)[number];

/** Money that a government paid to people of the village, as typed off its list. */
export interface StateAidForm {
  readonly stateLevel: string;
  /** A fund of the document, or `unnamed`. */
  readonly stateFund: string;
  /** The document by which it was paid. */
  readonly statePaper: string;
  /** A kind of the document, or `unnamed`. */
  readonly aidKind: string;
  readonly aidGround: string;
  readonly statePaidOn: string;
  readonly aidRows: string;
  /** Yuan; the total as the list has it. */
  readonly aidTotal: string;
  readonly aidNotes: TypedNotes;
  /** Why it is written down although the document says otherwise; blank where it does not. */
  readonly stateReason: string;
  readonly twiceReason: string;
}

/** Government money: who was given how much, on which day, by which document. */
export interface StateAid {
  readonly level: StateLevel;
  readonly fund: string;
  readonly paper: string;
  readonly kind: string;
  readonly ground: string;
  readonly paidOn: CalendarDay;
  readonly lines: readonly AidLine[];
  readonly amount: Fen;
  readonly notes: readonly AidNote[];
  readonly reason: string;
  readonly twiceReason: string;
}

/** What it is read against. */
export interface StateAidFacts {
  /** Kinds that a document of the place names. */
  readonly kinds: readonly string[];
  /** Funds that the document of the day names. */
  readonly funds: readonly string[];
  /** What the document asks of the kind. */
  readonly questions: readonly AidQuestion[];
  /** Everybody on the list of the day on which it was paid. */
  readonly people: readonly Recipient[];
  readonly standing: readonly OfPaper[];
  readonly today: CalendarDay;
}

/** The funds a document names for subsidies. */
export function stateFundsOf(pack: PolicyPack | undefined): readonly Word[] {
  return pack === undefined ? [] : wordsFor(pack, 'subsidy', 'fund');
}

/**
 * Reads government money off its list. It is no money of the village: nothing is booked by it, and it is kept
 * so that caps a year and a life see it. Rows must come to the list's total; the same day, sum and document
 * twice asks why.
 * @returns problems `form.*`, `money.*`, `calendar.notADay`, `aid.*`, `twice.*`. Source: policy rules,
 *   group H (most subsidies are paid from government funds).
 */
export function readStateAid(
  form: StateAidForm,
  facts: StateAidFacts,
): { readonly aid: StateAid; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const level = STATE_LEVELS.find((each) => each === form.stateLevel);
  problems.push(
    ...chosenProblems({ stateLevel: form.stateLevel }, STATE_LEVELS),
    ...chosenProblems({ stateFund: form.stateFund }, [UNNAMED, ...facts.funds]),
    ...chosenProblems({ aidKind: form.aidKind }, [UNNAMED, ...facts.kinds]),
  );
  const said = { statePaper: form.statePaper.trim(), aidGround: form.aidGround.trim() };
  for (const [field, text] of Object.entries(said))
    if (text === '') problems.push({ code: 'form.missing', field });
  const reason = form.stateReason.trim();
  problems.push(...privateNumberProblems({ ...said, stateReason: reason }));
  const paidOn = readPaidOn(form.statePaidOn, facts.today, problems);
  const { lines, problems: wrong } = readAidRows(form.aidRows, facts.people);
  problems.push(...wrong);
  const amount = readAmount({ field: 'aidTotal', value: form.aidTotal }, 'aboveZero', problems) ?? 0n;
  if (wrong.length === 0 && amount > 0n)
    problems.push(...closeProblems(lines, { stated: amount, pot: undefined }));
  const { questions, today, standing } = facts;
  const noted = readNotes(form.aidNotes, { questions, standing: new Map(), today });
  problems.push(...noted.problems.filter(({ code }) => code !== 'aid.nothingNoted'));
  if (problems.length === 0)
    problems.push(
      ...enteredTwiceProblems({ day: paidOn, amount, paper: said.statePaper }, standing, form.twiceReason),
    );
  const { stateFund: fund, aidKind: kind, twiceReason } = form;
  const aid = {
    ...{ level: level ?? 'county', fund, kind, paper: said.statePaper, ground: said.aidGround, paidOn },
    ...{ lines, amount, notes: noted.notes, reason, twiceReason: twiceReason.trim() },
  };
  return { aid, problems };
}

function chosenProblems(typed: Readonly<Record<string, string>>, allowed: readonly string[]): Problem[] {
  return Object.entries(typed)
    .filter(([, value]) => !allowed.includes(value))
    .map(([field, value]) =>
      value.trim() === '' ? { code: 'form.missing', field } : { code: 'form.notAllowed', field, value },
    );
}

function readPaidOn(value: string, today: CalendarDay, problems: Problem[]): CalendarDay {
  const field = 'statePaidOn';
  const day = readDay({ field, value }, problems) ?? '';
  if (isCalendarDay(day) && day > today)
    problems.push({ code: 'aid.acceptedAhead', field, value: day, facts: { today } });
  return day;
}

/**
 * What the document says against money that a government paid. It was paid, so it is written down all the
 * same, but only with a reason, which stays beside it. Codes `stateAid.against`, `stateAid.undecided`.
 */
export function stateAidProblems(found: readonly Judgement[], reason: string): Problem[] {
  const asks = found.flatMap(({ outcome, ruleId, says }): Problem[] => {
    if (outcome === 'passed') return [];
    const code = outcome === 'undecided' ? 'stateAid.undecided' : 'stateAid.against';
    return [{ code, field: 'stateReason', facts: { rule: ruleId, says } }];
  });
  return unanswered(asks, reason);
}
