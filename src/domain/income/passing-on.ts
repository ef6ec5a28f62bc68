import { type CalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import { type Fen, sumFen } from '../money/fen';
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

/** What an owner is owed under each of his names: in one station's table he is called so, in another so. */
export interface OwedOnce extends OwedOwner {
  readonly names: readonly OwedOwner[];
}

/**
 * Owners whose books are kept here, each once whatever he is called; of the others only the name is known.
 * @param idOf whose books they are, by name
 */
export function owedOnce(owed: readonly OwedOwner[], idOf: ReadonlyMap<string, string>): OwedOnce[] {
  const byOwner = new Map<string, OwedOwner[]>();
  for (const each of owed) {
    const key = idOf.get(each.owner) ?? ` ${each.owner}`;
    byOwner.set(key, [...(byOwner.get(key) ?? []), each]);
  }
  const all = [...byOwner.values()].map((names) => names.sort(byName));
  return all.map((names) => ({
    owner: names[0]?.owner ?? '',
    owed: sumFen(names.map((each) => each.owed)),
    names,
  }));
}

/** The shorter of two names first, where one begins with the other. */
function byName(one: OwedOwner, other: OwedOwner): number {
  return one.owner < other.owner ? -1 : 1;
}

/** What is paid to an owner under each of his names, as far as something is owed to him under it. */
export function partsByName(
  parts: readonly { readonly owner: string; readonly amount: Fen }[],
  owed: readonly OwedOnce[],
): { owner: string; amount: Fen }[] {
  return parts.flatMap(({ owner, amount }) => {
    let left = amount;
    const names = owed.find((each) => each.owner === owner)?.names ?? [];
    return names.flatMap((name) => {
      const part = name.owed < left ? name.owed : left;
      if (part <= 0n) return [];
      left -= part;
      return [{ owner: name.owner, amount: part }];
    });
  });
}

/**
 * Reads what is paid to owners, or says everything that is wrong with it: nobody gets more than came for him
 * and is not yet paid, whichever of his names is typed. Codes `joint.notOwed`, `joint.aboveOwed`,
 * `joint.twoNames`, `joint.nobody`, `money.*`, `calendar.*`.
 */
export function readPassingOn(
  form: PassingOnForm,
  owed: readonly OwedOnce[],
): {
  paidOn: CalendarDay;
  parts: { owner: string; amount: Fen }[];
  attachments: number;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  readDay({ field: 'paidOn', value: form.paidOn }, problems);
  const seen = new Set<string>();
  const parts = Object.entries(form.amounts).flatMap(([typed, value]) => {
    if (value.trim() === '') return [];
    const field = `amounts.${typed}`;
    const found = owed.find(({ names }) => names.some((name) => name.owner === typed));
    const [owner, most] = [found?.owner ?? typed, found?.owed ?? 0n];
    if (seen.has(owner)) problems.push({ code: 'joint.twoNames', field, value: typed, facts: { owner } });
    seen.add(owner);
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
