import type { Chart } from './chart';
import { DomainError } from '../shared/domain-error';

/**
 * The account tax is owed on. The rules of 2004 know none: there a voucher is written.
 * @throws DomainError `tax.noAccount`
 */
export function requireTaxAccount({ roles, version }: Pick<Chart, 'roles' | 'version'>): string {
  if (roles.taxPayable === undefined) throw new DomainError('tax.noAccount', { chart: version });
  return roles.taxPayable;
}
