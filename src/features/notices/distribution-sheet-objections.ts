import type { NoticeObjectionRow } from '../../domain/notices/objection-row';
import { AREA, type Block, runs, type SheetContext, STYLES } from './distribution-sheet-context';
import type { Say } from './distribution-sheet-wording';
import { dayText } from './distribution-sheet-words';

const PITCH = 4.39;

/** The objections to sheets before this one with their answers, one block per line; none where none came. */
export function objectionLines({ paper, say, notice: { objections } }: SheetContext): Block[] {
  if (objections === undefined) return [];
  const answered = objections.filter(({ answer }) => answer !== undefined).length;
  const count = say('objections.count', { count: objections.length, answered });
  const text = [count, ...objections.map((row) => rowText(row, say))].join('');
  const told = [...runs(say('objections.heading'), STYLES.noteBold), ...runs(`\u3000${text}`, STYLES.note)];
  return paper.wrap(told, AREA.width).map((line) => ({
    height: PITCH,
    draw: (top) =>
      paper.text(line.runs, {
        x: AREA.left,
        y: top + PITCH,
        ...(line.last ? {} : { stretchTo: AREA.width }),
      }),
  }));
}

function rowText({ year, number, receivedOn, dueOn, answer }: NoticeObjectionRow, say: Say): string {
  const named = { year, number, received: dayText(receivedOn, say) };
  if (answer === undefined) return say('objections.open', { ...named, due: dayText(dueOn, say) });
  const { gist, words, on } = answer;
  return say('objections.answered', { ...named, gist, words, on: dayText(on, say) });
}
