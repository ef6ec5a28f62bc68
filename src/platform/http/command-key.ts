import type { FastifyRequest } from 'fastify';
import { FormProblems } from '../../domain/shared/problem';

export const KEY_PATTERN = /^[\w-]{8,100}$/;

/**
 * The key under which a command is carried out once, however often it is sent: the header
 * `Idempotency-Key`, or the hidden field `commandKey` of a form.
 * @throws FormProblems `form.missing` or `form.notAKey`
 */
export function commandKeyOf(request: Pick<FastifyRequest, 'headers' | 'commandKey'>): string {
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' ? header : request.commandKey;
  if (key === undefined || key === '')
    throw new FormProblems([{ code: 'form.missing', field: 'commandKey' }]);
  if (!KEY_PATTERN.test(key))
    throw new FormProblems([{ code: 'form.notAKey', field: 'commandKey', value: key }]);
  return key;
}
