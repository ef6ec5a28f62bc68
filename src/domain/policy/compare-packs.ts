import { clauseOf, type PolicyPack } from './pack';
import { type ItemPart, itemsOf, type PackItem } from './pack-items';

/** A line of a pack with the words of the clause it cites. */
export interface QuotedItem extends PackItem {
  readonly at: string;
  readonly text: string;
  /** Its text was not seen: the clause is a paraphrase and never stands in quotation marks. */
  readonly isParaphrase: boolean;
}

/** A line that is not the same in two packs: in one only, or in both with another order or clause. */
export interface PackDifference {
  readonly left: QuotedItem | undefined;
  readonly right: QuotedItem | undefined;
}

/** A difference as programs read it: the two lines, each with its clause. */
export interface ComparedItems {
  readonly part: ItemPart;
  readonly id: string;
  readonly left: ToldItem | undefined;
  readonly right: ToldItem | undefined;
}

type ToldItem = Pick<QuotedItem, 'says' | 'force' | 'at' | 'text' | 'isParaphrase'>;

/** What {@link comparePacks} finds, without the text that only tells whether two lines order the same. */
export function comparedItems(left: PolicyPack, right: PolicyPack): ComparedItems[] {
  const told = (item: QuotedItem | undefined): ToldItem | undefined => {
    if (item === undefined) return undefined;
    const { says, force, at, text, isParaphrase } = item;
    return { says, force, at, text, isParaphrase };
  };
  return comparePacks(left, right).flatMap((difference): ComparedItems[] => {
    const line = difference.left ?? difference.right;
    if (line === undefined) return [];
    const { part, id } = line;
    return [{ part, id, left: told(difference.left), right: told(difference.right) }];
  });
}

/** Every line with its clause; a line of the same part and id is the same line. */
export function quotedItems(pack: PolicyPack): QuotedItem[] {
  return itemsOf(pack).map((item) => {
    const { at, text } = clauseOf(pack, item.cite);
    return { ...item, at, text, isParaphrase: pack.source.kind === 'second_hand' };
  });
}

/**
 * Two packs side by side: what only one has, and what both have and order differently. What they have alike,
 * clause for clause, is left out.
 */
export function comparePacks(left: PolicyPack, right: PolicyPack): PackDifference[] {
  const [ours, theirs] = [quotedItems(left), quotedItems(right)];
  const isSame = (one: QuotedItem, other: QuotedItem): boolean =>
    one.part === other.part && one.id === other.id;
  const inLeft = ours.flatMap((item): PackDifference[] => {
    const other = theirs.find((each) => isSame(each, item));
    const isAlike = other !== undefined && other.content === item.content && other.text === item.text;
    return isAlike ? [] : [{ left: item, right: other }];
  });
  const onlyRight = theirs.filter((item) => !ours.some((each) => isSame(each, item)));
  return [...inLeft, ...onlyRight.map((item) => ({ left: undefined, right: item }))];
}
