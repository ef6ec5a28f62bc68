import { type CalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';

/** What the keeper of a joint station types when he pays its owners what came for them. */
export interface PassingOnForm {
  readonly paidOn: string;
  /** Owner → amount as typed; blank means nothing now. */
  readonly amounts: Readonly<Record<string, string>>;
  /** How many papers are attached; one where blank. */
  readonly attachments?: string;
}

/** What an owner is owed now. */
export interface OwedOwner {
  readonly owner: string;
  readonly owed: Fen;
}

/**
 * Reads what is paid to owners, or says everything that is wrong with it: nobody gets more than came for him
 * and is not yet paid. Codes `joint.notOwed`, `joint.aboveOwed`, `joint.nobody`, `money.*`, `calendar.*`.
 */
export function readPassingOn(
  form: PassingOnForm,
  owed: readonly OwedOwner[],
): {
  paidOn: CalendarDay;
  parts: { owner: string; amount: Fen }[];
  attachments: number;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  readDay({ field: 'paidOn', value: form.paidOn }, problems);
  const parts = Object.entries(form.amounts).flatMap(([owner, value]) => {
    if (value.trim() === '') return [];
    const field = `amounts.${owner}`;
    const most = owed.find((each) => each.owner === owner)?.owed ?? 0n;
    const amount = readAmount({ field, value }, 'aboveZero', problems);
    if (amount === undefined) return [];
    if (most === 0n) problems.push({ code: 'joint.notOwed', field, value, facts: { owner } });
    else if (amount > most) {
      const facts = { owner, owed: most, excess: amount - most };
      problems.push({ code: 'joint.aboveOwed', field, value, facts });
    }
    return [{ owner, amount }];
  });
  if (parts.length === 0 && problems.length === 0) problems.push({ code: 'joint.nobody', field: 'amounts' });
  const attachments = readAttachments(form.attachments, PAPERS_AT_LEAST, problems);
  return { paidOn: form.paidOn, parts, attachments, problems };
}
