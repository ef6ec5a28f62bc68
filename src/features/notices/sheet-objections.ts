import type { NoticeObjectionRow } from '../../domain/notices/objection-row';
import type { Block, SheetContext } from './sheet-context';
import { noteLines } from './sheet-table';
import { dayText } from './sheet-words';

/** The objections to sheets before this one with their answers, one block per line; none where none came. */
export function objectionLines(context: SheetContext): Block[] {
  const { say, notice } = context;
  const { objections } = notice;
  if (objections === undefined) return [];
  const answered = objections.filter(({ answer }) => answer !== undefined).length;
  const count = say('objections.count', { count: objections.length, answered });
  const text = [count, ...objections.map((row) => rowText(row, context))].join('');
  return noteLines(context, { heading: say('objections.heading'), text });
}

function rowText(row: NoticeObjectionRow, { say, notice }: SheetContext): string {
  const { year, number, receivedOn, dueOn, answer } = row;
  const named = { year, number, received: dayText(receivedOn, say) };
  const state = notice.heading.issuedOn > dueOn ? 'overdue' : 'open';
  if (answer === undefined) return say(`objections.${state}`, { ...named, due: dayText(dueOn, say) });
  const { gist, words, on } = answer;
  return say('objections.answered', { ...named, gist, words, on: dayText(on, say) });
}
