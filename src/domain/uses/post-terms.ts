import type { OfficerRelation } from '../collectives/person';

/**
 * What a region asks of public-welfare posts beside the documents in force. Unconfirmed, a bound asks for a
 * reason; confirmed, it refuses.
 */
export interface PostTerms {
  readonly region: string;
  /** How many days an appointment hangs out before it begins, the first day counted. */
  readonly shownDays: number;
  /** Who is never appointed, by what he is to an officer of the village. */
  readonly barred: readonly OfficerRelation[];
  readonly leastAge: number;
  readonly mostAge: number;
  /** Posts paid above the usual amount: how much at most, and how many of all posts. */
  readonly heavier?: HeavierPosts;
  /** How many days' pay stand for a month's where one is held against the other; said by nobody yet. */
  readonly monthOfDays: number;
  /** Yuan a month above which a pay may be a slip of the hand: it is asked, and never refused. */
  readonly asksAbove: string;
  /** Yuan a day on a labour sheet above which a pay may be a slip of the hand: it is asked. */
  readonly dayAsksAbove: string;
  readonly confirmed: boolean;
}

/** Amounts in yuan a month. */
export interface HeavierPosts {
  readonly usual: string;
  readonly most: string;
  readonly percent: number;
}

/** What a bound of a region says: it refuses, or it asks for a reason under a name of its own. */
export type PostQuestion =
  'shownTooShort' | 'tooOld' | 'notHelped' | 'unlikePay' | 'heavier' | 'muchPay' | 'document';
