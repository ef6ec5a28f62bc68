import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/shared/domain-error';

/**
 * What a person may be: of a village its reporter (slips, scans, attendance), its accountant or an agency's
 * bookkeeper, its cashier, its leader, one of its supervisors; of a township's office who reviews, who
 * approves, or both (`township`), over the villages below; of the county's for what holds in the whole
 * county; an auditor, who reads all in reach and changes nothing.
 */
export const ROLE_NAMES = [
  ...(['reporter', 'accountant', 'bookkeeper', 'cashier', 'leader', 'supervisor'] as const),
  ...(['township', 'reviewer', 'approver', 'county', 'auditor'] as const),
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** A role held at one collective. */
export interface HeldRole {
  readonly role: RoleName;
  readonly collectiveId: string;
}

/** Whether one of these roles keeps the books of a collective or handles its money. */
export function isOfTheAccounts(roles: readonly HeldRole[], collectiveId: string): boolean {
  return roles.some(
    (held) => (isBookkeeping(held.role) || held.role === 'cashier') && held.collectiveId === collectiveId,
  );
}

/** Whether a role keeps books: the village's own accountant, or an agency's bookkeeper. */
export function isBookkeeping(role: RoleName): boolean {
  return role === 'accountant' || role === 'bookkeeper';
}

/** Whether a role is of a township's office. */
export function isOfTownship(role: string): boolean {
  return role === 'township' || role === 'reviewer' || role === 'approver';
}

/** Whether a role decides for a township: of plans and months. */
export function decidesForTownship(role: RoleName): boolean {
  return role === 'township' || role === 'approver';
}

/** Whether somebody checks what others write: keeps books or reviews for a township, and no money. */
export function checksOthers(roles: readonly HeldRole[]): boolean {
  const checks = ({ role }: HeldRole): boolean =>
    isBookkeeping(role) || role === 'township' || role === 'reviewer';
  return roles.some(checks) && !roles.some(({ role }) => role === 'cashier');
}

/** Who is asking, as found by the log-in. */
export interface Actor {
  readonly userId: string;
  readonly displayName: string;
  /** The collective the person works in; its books hold the sessions. */
  readonly officeId: string;
  readonly roles: readonly HeldRole[];
  /** Somebody else set the password: it is changed before anything else is done. */
  readonly mustChangePassword?: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard; undefined while nobody is logged in. */
    actor?: Actor | undefined;
    /** Tells whether that person may post to an address of the pages; set with it. */
    mayPost?: ((action: string) => boolean) | undefined;
    /** The key of the command a form carried, taken out of its body. */
    commandKey?: string | undefined;
    /** The reversed voucher that a page's form enters anew, taken out of its address or body. */
    corrects?: string | undefined;
    /** What its form is filled with, as its address says. */
    filled?: string | undefined;
  }
}

/** The person logged in. Refuses with `users.notLoggedIn` where there is none. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === undefined) throw new DomainError('users.notLoggedIn');
  return actor;
});

/** The person logged in, or undefined: for pages everyone may open. */
export const Visitor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | undefined => {
    return context.switchToHttp().getRequest<FastifyRequest>().actor;
  },
);
