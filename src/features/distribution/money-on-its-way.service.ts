import type { Fen } from '../../domain/money/fen';

/** What is with the bank and neither paid nor back. */
export interface OnItsWay {
  readonly amount: Fen;
  /** Where the lists by which people are paid are found. */
  readonly listsHref: string;
}

/** What of what people are owed is on its way. This step pays nobody, so the application hands it in. */
export abstract class MoneyOnItsWay {
  abstract onItsWay(collectiveId: string): Promise<OnItsWay>;
}
