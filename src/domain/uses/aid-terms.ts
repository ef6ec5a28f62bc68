/** What a region asks of rewards and subsidies beside the document in force. */
export interface AidTerms {
  /** From so many people on, the same sum for each is a plain equal split. */
  readonly equalFrom: number;
  /** Kinds whose amounts and times are counted by household, all others by person. */
  readonly byHousehold: readonly string[];
  /** Kinds whose amount is one month's, however many months a row gives. */
  readonly byMonth: readonly string[];
  /** Kinds whose caps count the village's money alone, not what a government paid. */
  readonly withoutState: readonly string[];
  /** Kinds that the documents let a government pay: never on a list of the village's own money. */
  readonly paidByGovernment: readonly string[];
  /** Steps of a procedure that are done by accepting the list: the money is released then. */
  readonly stepsOfAcceptance: readonly string[];
  /** By procedure that only sets a time: the step after which it runs. */
  readonly runsAfter: Readonly<Record<string, string>>;
  /** Whether a county has said that it is so: a plain equal split is refused then. */
  readonly confirmed: boolean;
}
