import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/shared/domain-error';

/**
 * What a person may be in an office: accountant or cashier of a collective (never both), officer of a
 * township over the villages below it, officer of a county for what holds in the whole county.
 */
export const ROLE_NAMES = ['accountant', 'cashier', 'township', 'county'] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** A role held at one collective. */
export interface HeldRole {
  readonly role: RoleName;
  readonly collectiveId: string;
}

/** Whether one of these roles keeps the books of a collective or handles its money. */
export function isOfTheAccounts(roles: readonly HeldRole[], collectiveId: string): boolean {
  return roles.some(
    (held) => (held.role === 'accountant' || held.role === 'cashier') && held.collectiveId === collectiveId,
  );
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
