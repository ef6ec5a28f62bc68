import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import type { UsersService } from '../users/users.service';

/** Who of a collective's people stands before its vouchers. */
export interface Hand {
  readonly collectiveId: string;
  readonly userId: string;
}

/** Whether somebody is there as the cashier now, under the account that acts. */
export function isCashier(users: UsersService, tx: EntityManager, hand: Hand): Promise<boolean> {
  return users.holdsRole(hand.userId, { role: 'cashier', collectiveId: hand.collectiveId }, tx);
}

/** Whether somebody keeps the money of a collective now, under whichever of his accounts. */
export function keepsMoney(users: UsersService, tx: EntityManager, hand: Hand): Promise<boolean> {
  return users.isAnywise(hand.userId, { role: 'cashier', collectiveId: hand.collectiveId }, tx);
}

/** Money and its review are never in one hand. @throws DomainError `voucher.reviewedByCashier` */
export async function requireReviewerWithoutMoney(
  users: UsersService,
  tx: EntityManager,
  hand: Hand,
): Promise<void> {
  if (await keepsMoney(users, tx, hand)) throw new DomainError('voucher.reviewedByCashier');
}
