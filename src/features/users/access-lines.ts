import type { AccessLine } from './access';

// The lines of the table of access, by what they are for; the table says what each means.

export const everyone: AccessLine = { who: 'public' };
export const signedIn: AccessLine = { who: 'signed-in' };
export const books: AccessLine = { who: ['accountant'], scope: 'collective' };
export const booksAndTownship: AccessLine = { who: ['accountant', 'township'], scope: 'collective' };
export const booksAndCashier: AccessLine = {
  who: ['accountant', 'cashier', 'township'],
  scope: 'collective',
};
export const moneyDesk: AccessLine = { who: ['accountant', 'cashier'], scope: 'collective' };
/** Who sends money out: its cashier alone, or whoever holds his place. */
export const moneyOut: AccessLine = { who: ['cashier'], scope: 'collective' };
/** Who takes files to the bank: they hold full accounts. */
export const bankFiles: AccessLine = { who: ['cashier', 'township'], scope: 'collective' };
export const township: AccessLine = { who: ['township'], scope: 'collective' };
export const rules: AccessLine = {
  who: ['accountant', 'cashier', 'township', 'county'],
  scope: 'collective',
};
export const plansLooked: AccessLine = { who: ['accountant', 'township', 'county'], scope: 'collective' };
/** Whoever a route may give a step to; whose the step is, the service asks. */
export const stepTakers: AccessLine = {
  who: ['accountant', 'reporter', 'leader', 'supervisor', 'township', 'approver', 'county'],
  scope: 'collective',
};
export const reviewers: AccessLine = {
  who: ['township', 'reviewer', 'county'],
  scope: 'collective',
};
export const county: AccessLine = { who: ['county'], scope: 'collective' };
/** The county's own office, whose book it is; an office below has none. */
export const ownCounty: AccessLine = { who: ['county'], scope: 'office' };
export const ownCountyLooked: AccessLine = { who: ['county', 'auditor'], scope: 'office' };
export const offices: AccessLine = { who: ['township', 'county'], scope: 'collective' };
export const ownOffice: AccessLine = { who: ['township', 'county'], scope: 'office' };
