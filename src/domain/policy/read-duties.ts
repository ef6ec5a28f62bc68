import { isCalendarDay } from '../calendar/calendar-day';
import type { FileReader, Section } from '../shared/file-reader';
import * as duties from './duties';
import { FORCES } from './pack-words';
import { readConditions, requireConditions } from './read-conditions';
import { SUBJECT_NAMES } from './subjects';

/** `FY-07b`: the document's letters and the item. */
export function isRuleId(text: string): boolean {
  return /^[A-Z]{2,4}-[0-9A-Za-z.-]+$/.test(text);
}

export function readTag(tag: Section, reader: FileReader): duties.Tag {
  return {
    id: tag.id('id'),
    subject: tag.oneOf('for', SUBJECT_NAMES),
    when: requireConditions(tag, 'when', reader),
    ...readSaying(tag),
  };
}

export function readFlow(flow: Section, reader: FileReader): duties.Flow {
  const span = flow.optionalSection('within');
  const steps = (key: string): duties.FlowStep[] =>
    flow.optionalList(key).map((step) => ({ id: step.id('id'), phrase: step.text('phrase') }));
  return {
    id: flow.id('id'),
    subject: flow.oneOf('for', SUBJECT_NAMES),
    when: readConditions(flow, 'when', reader),
    steps: steps('steps'),
    signers: steps('signers'),
    within:
      span === undefined
        ? undefined
        : {
            count: span.decimal('count'),
            unit: span.oneOf('unit', ['days', 'working_days', 'months']),
            after: span.text('after'),
          },
    force: flow.oneOf('force', FORCES),
    ...readSaying(flow),
  };
}

export function readNotice(notice: Section, reader: FileReader): duties.NoticeDuty {
  const known: readonly string[] = duties.NOTICE_PARTS;
  for (const part of notice.lines('shows'))
    if (!known.includes(part))
      reader.refuse({ code: 'policy.notInList', field: notice.path('shows'), facts: { allowed: known } });
  return {
    id: notice.matching('id', 'ruleId', isRuleId),
    sheet: notice.id('sheet'),
    shows: duties.NOTICE_PARTS.filter((part) => notice.lines('shows').includes(part)),
    ...readSaying(notice),
  };
}

export function readGoal(goal: Section, reader: FileReader): duties.Goal {
  return {
    id: goal.matching('id', 'ruleId', isRuleId),
    level: goal.oneOf('level', duties.LEVELS),
    measure: goal.id('measure'),
    year: goal.optionalCount('year'),
    need: readConditions(goal, 'need', reader),
    ...readSaying(goal),
  };
}

export function readBand(band: Section): duties.Band {
  const decimal = (row: Section, key: string): string | undefined =>
    row.isGiven(key) ? row.decimal(key) : undefined;
  return {
    id: band.matching('id', 'ruleId', isRuleId),
    measure: band.id('measure'),
    year: band.optionalCount('year'),
    rows: band.list('rows').map((row) => ({
      from: row.decimal('from'),
      to: decimal(row, 'to'),
      wanted: decimal(row, 'wanted'),
      wantedResettled: decimal(row, 'wanted_resettled'),
    })),
    ...readSaying(band),
  };
}

/** A year with every day that any year has. */
const LEAP_YEAR = '2024';

export function readCalendarLine(line: Section, reader: FileReader): duties.CalendarLine {
  const on = line.lines('on');
  for (const day of on)
    if (!isCalendarDay(`${LEAP_YEAR}-${day}`))
      reader.refuse({ code: 'policy.impossibleDate', field: line.path('on'), value: day });
  const ways = ['every', 'on', 'by'].filter((key) => line.isGiven(key));
  if (ways.length !== 1)
    reader.refuse({ code: 'policy.oneRhythm', field: line.path('every'), facts: { given: ways } });
  return {
    id: line.matching('id', 'ruleId', isRuleId),
    level: line.oneOf('level', duties.LEVELS),
    every: line.isGiven('every') ? line.oneOf('every', duties.RHYTHMS) : undefined,
    dayOfMonth: line.optionalCount('day_of_month'),
    on,
    by: line.optionalDay('by'),
    ...readSaying(line),
  };
}

function readSaying(part: Section): { readonly cite: string; readonly says: string } {
  return { cite: part.text('cite'), says: part.text('says') };
}
