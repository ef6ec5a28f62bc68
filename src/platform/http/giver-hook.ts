import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../clock/clock';
import { givenBy, type Giver } from '../database/giver';
import type { Actor } from './actor';

/**
 * Lets whatever a request carries out know who gave it: the person whom the access guard finds, asked when
 * something is carried out.
 */
export function nameGivers(fastify: FastifyInstance, clock: Clock): void {
  fastify.addHook('preHandler', (request, _reply, done) => {
    givenBy(() => giverOf(request, clock), done);
  });
}

function giverOf(request: FastifyRequest, clock: Clock): Giver | undefined {
  const { actor } = request;
  if (actor === undefined) return undefined;
  const { way, address } = wayOf(request);
  return { actor: actor.userId, roleAt: (id) => roleAt(actor, id), way, address, at: clock.now() };
}

/** Through which way a request came, and from which machine. */
export function wayOf({ ip: address, url }: FastifyRequest): Pick<Giver, 'way' | 'address'> {
  return { way: url.startsWith('/api/') ? 'api' : 'page', address };
}

/** What a person is for a collective; who is nothing there acts as what he is elsewhere. */
export function roleAt({ roles }: Actor, collectiveId: string): string {
  const there = roles.filter((held) => held.collectiveId === collectiveId);
  const held = there.length > 0 ? there : roles;
  return [...new Set(held.map(({ role }) => role))].sort().join(' ');
}
