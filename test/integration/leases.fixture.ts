import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';

/** The codes by which something is refused; none where it goes through. */
export const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems) return error.problems.map(({ code }) => code);
      return [error instanceof DomainError ? error.code : String(error)];
    },
  );

/** A workshop that is let part by part. */
export const HALL = {
  ...{ kind: 'workshop', name: 'hall', cost: '1000000', titleHolder: 'village', acquiredOn: '2024-01-01' },
  ...{ capacityKw: '', meterMultiplier: '', energyPrice: '', subsidyPrice: '', keeper: '', ownShareKey: '' },
  funds: [{ level: 'central', year: '2024', amount: '1000000' }],
};

export const NO_CHANGE = { kind: '', effectiveOn: '', newLastOn: '', rent: '', reason: 'paper' };

/** What somebody changes behind the program's back, and what the check of the books says. */
export const TAMPERED = [
  {
    what: 'the amount of a booking',
    sql: 'UPDATE rent_bookings SET amount_fen = 1 WHERE amount_fen = 15000000',
    codes: ['check.rentDiffers', 'check.rentNotAgreed'],
  },
  {
    what: 'the terms of a contract',
    sql: `UPDATE leases SET terms = REPLACE(terms, '150000.00', '150001.00')`,
    codes: ['check.rentNotAgreed'],
  },
  {
    what: 'rent kept for later',
    sql: 'UPDATE rent_advances SET amount_fen = 1 WHERE amount_fen > 0',
    codes: ['check.advanceDiffers'],
  },
  {
    what: 'whose rent is kept for later',
    sql: `UPDATE rent_advances SET lease_id = (SELECT MIN(l.id) FROM leases l
          WHERE l.collective_id = rent_advances.collective_id AND l.tenant <>
            (SELECT o.tenant FROM leases o WHERE o.id = rent_advances.lease_id)) WHERE amount_fen > 0`,
    codes: ['check.advanceDiffers'],
  },
  {
    what: 'rent given back, taken away',
    sql: 'DELETE FROM rent_advances WHERE amount_fen = -1',
    codes: ['check.advanceDiffers'],
  },
  {
    what: 'rent kept for later, taken away',
    sql: 'DELETE FROM rent_advances WHERE amount_fen > 0',
    codes: ['check.advanceDiffers'],
  },
];
