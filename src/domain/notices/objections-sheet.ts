import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { type Objection, type ObjectionState, objectionState } from './objection';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

const STATES = ['open', 'overdue', 'answered', 'answeredLate'] as const satisfies readonly ObjectionState[];
const ASKED = {
  number: { kind: 'text' },
  sheet: { kind: 'text' },
  received: { kind: 'day' },
} as const;

/** What was said of sheets in some days, what was answered, and what waits; of nobody who said it. */
export const OBJECTIONS = {
  pools: 'none',
  sums: ['before', 'received', 'answered', 'waiting'],
  counts: true,
  tables: {
    answers: {
      fields: {
        ...ASKED,
        gist: { kind: 'text' },
        answer: { kind: 'text' },
        on: { kind: 'day' },
        state: { kind: 'word', words: STATES },
      },
      ...{ lead: 'gist', amount: 'on', totals: {} },
    },
    waiting: {
      fields: { ...ASKED, due: { kind: 'day' }, state: { kind: 'word', words: STATES } },
      ...{ lead: 'number', amount: 'due', totals: {} },
    },
  },
} as const satisfies ReportShape;

/** An objection with the number of the sheet it is to. */
export interface ToldObjection extends Objection {
  readonly sheet: string;
  /** Its own number, as it is printed. */
  readonly name: string;
}

/**
 * The figures of the sheet: waiting before + received − answered = waiting at the end. What it was about is
 * told by the office's words once it is answered, and nobody's own.
 */
export function objectionsNotice(
  objections: readonly ToldObjection[],
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): ReportFigures {
  const waitsOn = (day: CalendarDay): ToldObjection[] =>
    objections.filter((each) => each.receivedOn <= day && !isAnswered(each, day));
  const isWithin = (day: CalendarDay): boolean => day >= from && day <= to;
  const answered = objections.filter(({ answer }) => answer !== undefined && isWithin(answer.on));
  const waiting = waitsOn(to);
  const { tables } = OBJECTIONS;
  return {
    sums: {
      before: String(waitsOn(addDays(from, -1)).length),
      received: String(objections.filter(({ receivedOn }) => isWithin(receivedOn)).length),
      answered: String(answered.length),
      waiting: String(waiting.length),
    },
    tables: {
      answers: reportTable(
        tables.answers,
        answered.map((each) => answerRow(each, to)),
      ),
      waiting: reportTable(
        tables.waiting,
        waiting.map((each) => ({ ...askedRow(each), due: each.dueOn, state: objectionState(each, to) })),
      ),
    },
  };
}

function isAnswered({ answer }: Objection, day: CalendarDay): boolean {
  return answer !== undefined && answer.on <= day;
}

function askedRow({ name, sheet, receivedOn }: ToldObjection): ReportRow {
  return { number: name, sheet, received: receivedOn };
}

function answerRow(objection: ToldObjection, to: CalendarDay): ReportRow {
  const { gist = '', words = '', on = '' } = objection.answer ?? {};
  return { ...askedRow(objection), gist, answer: words, on, state: objectionState(objection, to) };
}
