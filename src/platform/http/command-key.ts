import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/shared/domain-error';
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

/**
 * The reversed voucher whose fact a command enters anew: the header `Corrects-Voucher`, or the hidden field
 * `corrects` of a form.
 * @throws DomainError `ledger.entryUnknown` for what is no id
 */
export function correctsOf(
  request: Pick<FastifyRequest, 'headers' | 'corrects'>,
): { readonly corrects: string } | undefined {
  const header = request.headers['corrects-voucher'];
  const corrects = typeof header === 'string' ? header : request.corrects;
  if (corrects === undefined || corrects === '') return undefined;
  if (!KEY_PATTERN.test(corrects)) throw new DomainError('ledger.entryUnknown', { entryId: corrects });
  return { corrects };
}
