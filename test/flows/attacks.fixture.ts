import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UsersService } from '../../src/features/users/users.service';
import type { HeldRole } from '../../src/platform/http/actor';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { type Answer, PASSWORD } from './api-village.fixture';

/** Makes an account with these roles. @returns its id */
export function makeAccount(
  app: NestFastifyApplication,
  username: string,
  roles: readonly HeldRole[],
): Promise<string> {
  const officeId = roles[0]?.collectiveId ?? '';
  const person = { username, displayName: username, password: PASSWORD, officeId, roles };
  return app.get(UsersService).createUser(person);
}

export async function browserOf(app: NestFastifyApplication, username: string): Promise<Visitor> {
  const visitor = new Visitor(app);
  await visitor.logIn({ username, password: PASSWORD });
  return visitor;
}

export async function tokenOf(app: NestFastifyApplication, username: string): Promise<string> {
  const payload = { username, password: PASSWORD };
  const session = await app.inject({ method: 'POST', url: '/api/sessions', payload });
  return session.json<{ token: string }>().token;
}

/** Sends a command once, under the key that is given: no matter whether it was sent before. */
export async function sendWith(
  app: NestFastifyApplication,
  token: string,
  { url, form, key }: { readonly url: string; readonly form: object; readonly key: string },
): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key };
  const answer = await app.inject({ method: 'POST', url, headers, payload: form });
  return { status: answer.statusCode, body: answer.json() };
}

/** The hidden fields of the form that a page shows. */
export async function hiddenFieldsOf(visitor: Visitor, page: string): Promise<Record<string, string>> {
  const { body } = await visitor.get(page);
  const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
  return { _csrf: csrfTokenIn(body), commandKey };
}
