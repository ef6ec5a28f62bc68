/** The kind of source that the closing of a fiscal year gives its vouchers. */
export const YEAR_CLOSING = 'yearClosing';

/** The events that only move what the year brought from one account to the next. */
export const CLOSING_EVENTS = [
  'months.incomeClosed',
  'months.surplusClosed',
  'months.surplusCarried',
] as const;

/** Whether an event only closes accounts: it is no income and no expense of its year. */
export function isClosingEvent(event: string): boolean {
  return CLOSING_EVENTS.some((each) => each === event);
}

/**
 * Whether an entry closes accounts or takes such a closing back (a reversal inherits the source of the entry
 * it reverses). A statement of income and expense leaves it out, or a closed year would read as nil. What is
 * taken to the reserve is a distribution, not a closing, and stays in.
 */
export function isClosingEntry(entry: {
  readonly event: string;
  readonly source: { readonly kind: string };
}): boolean {
  return isClosingEvent(entry.event) || entry.source.kind === YEAR_CLOSING;
}
