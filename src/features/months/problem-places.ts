import type { Problem } from '../../domain/shared/problem';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { MayOpen } from '../users/links.service';

/** The lines that make up what still stands on an account. */
function ledgerOf({ facts }: Problem, of: string): string {
  const [account] = textOf(facts, 'account').split(' ');
  return withQuery(villagePaths(of).report('detail-ledger'), { account, pool: textOf(facts, 'pool') });
}

function yearEndOf({ facts }: Problem, of: string): string {
  return withQuery(villagePaths(of).yearEnd, { year: textOf(facts, 'year') });
}

/** Where what is missing is mended, by its code. */
const PLACES: Readonly<Record<string, (problem: Problem, collectiveId: string) => string>> = {
  'months.slipMissing': ({ field, facts }, of) =>
    villagePaths(of).entry('settlements', { asset: field, month: textOf(facts, 'generationMonth') }),
  'months.rentDue': ({ facts }, of) =>
    villagePaths(of).leaseDue(textOf(facts, 'leaseId'), textOf(facts, 'from')),
  // A charge is known by its contract and the first day of its period; the days it is for may begin later.
  'months.costDue': ({ field }, of) => {
    const [contract = '', covers] = field.split(':');
    return villagePaths(of).entry('deductions', { contract, covers });
  },
  'months.costAfterAsset': ({ field }, of) => `${villagePaths(of).vouchers}/${field}`,
  'months.bankLineOpen': ({ field }, of) => `${villagePaths(of).bank}/${field}/matching`,
  'months.bankOpeningOpen': ({ field }, of) => `${villagePaths(of).bank}/${field}/reconciliation`,
  'months.recurringDue': ({ field, facts }, of) =>
    villagePaths(of).recurringMonth(field, textOf(facts, 'month')),
  'months.draftOpen': ({ field }, of) => villagePaths(of).voucherDraft(field),
  'months.depreciationDue': ({ field }, of) => villagePaths(of).depreciation(field),
  'months.accountBelowZero': ledgerOf,
  'months.poolBelowZero': ledgerOf,
  'months.contraDebit': ledgerOf,
  'months.contraAboveCost': ledgerOf,
  'months.assetBelowZero': ledgerOf,
  'months.wrongSide': ledgerOf,
  'months.grantAboveNewIncome': ({ field }, of) => villagePaths(of).voucher(field),
  'voucher.unreviewed': ({ facts }, of) => {
    const month = textOf(facts, 'month');
    return withQuery(villagePaths(of).vouchers, { from: month, to: month, unsigned: '1' });
  },
  'months.rowsLost': (_, of) => villagePaths(of).check,
  'yearEnd.monthOpen': ({ facts }, of) => villagePaths(of).month(textOf(facts, 'period')),
  'yearEnd.earlierYearOpen': ({ facts }, of) =>
    withQuery(villagePaths(of).yearEnd, { year: textOf(facts, 'earlier') }),
  'yearEnd.suspense': ledgerOf,
  'yearEnd.unexplained': ledgerOf,
  'yearEnd.notClosed': yearEndOf,
  'yearEnd.enteredAfterClosing': yearEndOf,
  'period.held': ({ facts }, of) => villagePaths(of).month(textOf(facts, 'period')),
  'period.sealNotNext': ({ facts }, of) => villagePaths(of).month(textOf(facts, 'next')),
};

/**
 * Where a problem of a month or a year is mended, for who may open that page; undefined where nothing but
 * time or another person does.
 */
export function placeOf(
  problem: Problem,
  books: { readonly collectiveId: string; readonly mayOpen: MayOpen },
): string | undefined {
  const place = PLACES[problem.code]?.(problem, books.collectiveId);
  return place !== undefined && books.mayOpen(place) ? place : undefined;
}

function textOf(facts: Problem['facts'], name: string): string {
  const fact = facts?.[name];
  return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '';
}
