import type { Problem } from '../shared/problem';
import type { PayLine, PayLineState, PayListAct } from './pay-list';
import { partKey, type PayablePart } from './payable-parts';

/** A list, as far as it says which of its lines were noted as not paid. */
export interface FailedList<Line extends PayLine & { readonly state: PayLineState }> {
  readonly lines: readonly Line[];
  readonly acts: readonly { readonly number: number; readonly act: Exclude<PayListAct, 'file'> }[];
  /** In the order of the acts. */
  readonly outcomes: readonly { readonly lineNumber: number; readonly actNumber: number }[];
}

/** Lines that the bank did not pay, as it was noted; not such as came back after they had been paid. */
export function failedLines<Line extends PayLine & { readonly state: PayLineState }>({
  lines,
  acts,
  outcomes,
}: FailedList<Line>): Line[] {
  const actOf = new Map(acts.map(({ number, act }) => [number, act]));
  const last = new Map(outcomes.map(({ lineNumber, actNumber }) => [lineNumber, actOf.get(actNumber)]));
  return lines.filter(({ number, state }) => state === 'returned' && last.get(number) === 'fail');
}

/**
 * Why lines cannot be on their way again: they did not fail, stand on another list since, or are not owed in
 * full any more. Codes `payouts.notFailed`, `payouts.listedSince`, `payouts.paidSince`.
 * @param parts what is owed now, by the key of the part
 */
export function mistakeProblems(
  numbers: readonly number[],
  failed: readonly PayLine[],
  parts: ReadonlyMap<string, Pick<PayablePart, 'amount' | 'isUnsure' | 'onList'>>,
): Problem[] {
  const lineOf = new Map(failed.map((line) => [line.number, line]));
  const barOf = (number: number): string | undefined => {
    const line = lineOf.get(number);
    if (line === undefined) return 'payouts.notFailed';
    const part = parts.get(partKey(line));
    if (part?.onList !== undefined) return 'payouts.listedSince';
    const isOwed = part !== undefined && !part.isUnsure && part.amount >= line.amount;
    return isOwed ? undefined : 'payouts.paidSince';
  };
  return ['payouts.notFailed', 'payouts.listedSince', 'payouts.paidSince'].flatMap((code): Problem[] => {
    const lines = numbers.filter((number) => barOf(number) === code).join('、');
    return lines === '' ? [] : [{ code, field: 'lineNumbers', value: lines, facts: { lines } }];
  });
}
