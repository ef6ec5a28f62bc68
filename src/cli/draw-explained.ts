import { plainYuan } from '../domain/money/fen';
import type { Explained } from '../domain/policy/explanation';

/**
 * An explanation line by line, what a figure was reckoned from indented beneath it:
 * `use posts: share_of [uses] = 60.00` and `. share: given (document posts.share) = 60%`.
 */
export function outlineOf(explained: Explained, depth = 0): string[] {
  const { label, subject, formula, clause, source, result } = explained;
  const words = [
    `${'. '.repeat(depth)}${label}${subject === '' ? '' : ` ${subject}`}:`,
    formula,
    ...(clause === undefined ? [] : [`[${clause}]`]),
    ...(source === undefined ? [] : [`(${source.kind} ${source.id})`]),
    `= ${typeof result === 'bigint' ? plainYuan(result) : result}`,
  ];
  return [words.join(' '), ...explained.inputs.flatMap((input) => outlineOf(input, depth + 1))];
}
