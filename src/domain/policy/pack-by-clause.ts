import type { Clause, PolicyPack, WordList } from './pack';
import { itemsOf, type PackItem } from './pack-items';
import type { Decider, Unit } from './pack-words';
import { inputsOfItem } from './rule-inputs';
import { type Direction, stricterDirection } from './strictness';

/** A clause of the document with the lines of the pack that rest on it. */
export interface ClauseWithItems {
  readonly clause: Clause;
  readonly items: readonly PackItem[];
}

/**
 * Every clause in the order of the document, each with the lines that cite it. A list whose words stand in
 * several clauses is in each of them with its words of there. A number stands by itself only where no other
 * line of its clause names it.
 */
export function itemsByClause(pack: PolicyPack): ClauseWithItems[] {
  const items = itemsOf(pack).flatMap((item) => {
    const list = item.part === 'list' ? pack.lists.find(({ id }) => id === item.id) : undefined;
    return list === undefined ? [item] : wordsByClause(item, list);
  });
  return pack.clauses.map((clause) => {
    const citing = items.filter(({ cite }) => cite === clause.key);
    const isNumber = ({ part }: PackItem): boolean => part === 'value' || part === 'need';
    const isNamed = (item: PackItem): boolean =>
      citing.some((other) => !isNumber(other) && namesNumber(pack, other, item.id));
    return { clause, items: citing.filter((item) => !isNumber(item) || !isNamed(item)) };
  });
}

function wordsByClause(item: PackItem, list: WordList): PackItem[] {
  return [...new Set(list.of.map(({ cite }) => cite))].map((cite) => {
    const words = list.of.filter((word) => word.cite === cite);
    return { ...item, cite, says: words.map(({ name }) => name).join('、') };
  });
}

function namesNumber(pack: PolicyPack, { address }: PackItem, numberId: string): boolean {
  const { values, needs } = inputsOfItem(pack, address);
  return [...values, ...needs].some(({ id }) => id === numberId);
}

/** What a number the document gives is, in the words of the first line that asks for it. */
export function saysOfNumber(pack: PolicyPack, numberId: string): string | undefined {
  return itemsOf(pack).find((item) => item.part !== 'value' && namesNumber(pack, item, numberId))?.says;
}

/** A number a county may enter: one the document leaves to it, or one it gives and that can be stricter. */
export interface EnterableNumber {
  readonly id: string;
  /** What it is, in the words of the pack: of a given number those of a line that asks for it. */
  readonly says: string;
  readonly unit: Unit;
  readonly decidedBy: Decider;
  /** What the document gives, and which way it may be changed; undefined where it leaves the number open. */
  readonly given: { readonly value: string; readonly direction: Direction } | undefined;
}

/** The numbers of a pack that a county may enter, those left open first; none that the village decides. */
export function enterableNumbers(pack: PolicyPack): EnterableNumber[] {
  const open = pack.needs
    .filter(({ decidedBy }) => decidedBy === 'county')
    .map(({ id, says, unit, decidedBy }) => ({ id, says, unit, decidedBy, given: undefined }));
  const given = pack.values.flatMap(({ id, unit, value }, index): EnterableNumber[] => {
    const direction = stricterDirection(pack, id);
    const isFirst = pack.values.findIndex((each) => each.id === id) === index;
    const says = saysOfNumber(pack, id);
    if (direction === undefined || !isFirst || says === undefined) return [];
    return [{ id, says, unit, decidedBy: 'county', given: { value, direction } }];
  });
  return [...open, ...given];
}
