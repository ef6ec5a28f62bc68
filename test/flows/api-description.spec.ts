import type { OpenAPIObject } from '@nestjs/swagger';
import { ACCESS } from '../../src/features/users/access-table';
import { startVillageApp, type VillageApp } from './api-village.fixture';

interface Operation {
  readonly security?: unknown[];
  readonly requestBody?: unknown;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

interface Described {
  readonly properties?: Readonly<
    Record<string, { readonly type?: string; readonly additionalProperties?: unknown }>
  >;
}

describe('the description of the API', () => {
  let village: VillageApp;
  let described: OpenAPIObject;

  beforeAll(async () => {
    village = await startVillageApp();
    described = (await village.app.inject('/api/openapi.json')).json<OpenAPIObject>();
  });
  afterAll(() => village.close());

  const operations = (): [route: string, Operation][] =>
    Object.entries(described.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        operation,
      ]),
    );

  it('holds every route under /api, and no other', () => {
    const routes = Object.keys(ACCESS).filter((route) => / \/api\/(?!openapi)/.test(route));
    expect(
      operations()
        .map(([route]) => route)
        .sort(),
    ).toEqual(routes.sort());
  });

  it('says of every route but the log-in that it wants a token', () => {
    const open = operations().filter(([, { security }]) => security === undefined);
    expect(open.map(([route]) => route)).toEqual(['POST /api/sessions']);
  });

  it('names every part of an address', () => {
    for (const [route, { parameters = [] }] of operations()) {
      const named = parameters.filter((each) => each.in === 'path').map((each) => `:${each.name}`);
      expect(named.sort()).toEqual((route.match(/:\w+/g) ?? []).sort());
    }
  });

  it('says of every field what it is: no text is an object of nothing', () => {
    const schemas = Object.entries((described.components?.schemas ?? {}) as Record<string, Described>);
    const bare = schemas.flatMap(([form, { properties = {} }]) =>
      Object.entries(properties)
        .filter(
          ([, { type, additionalProperties }]) => type === 'object' && additionalProperties === undefined,
        )
        .map(([field]) => `${form}.${field}`),
    );
    expect(schemas.length).toBeGreaterThan(100);
    expect(bare).toEqual([]);
  });

  it('describes the body of every command that has one', () => {
    const without = operations().filter(
      ([route, { requestBody }]) => route.startsWith('POST ') && requestBody === undefined,
    );
    expect(without.map(([route]) => route).sort()).toEqual([
      'POST /api/offices/:collectiveId/accounts/:userId/end',
      'POST /api/villages/:collectiveId/colours/:quarter/records',
      'POST /api/villages/:collectiveId/member-imports/:id/confirm',
      'POST /api/villages/:collectiveId/months/:month/depreciation',
      'POST /api/villages/:collectiveId/months/:month/hold',
      'POST /api/villages/:collectiveId/months/:month/seal',
      'POST /api/villages/:collectiveId/opening-previews/:id/confirm',
      'POST /api/villages/:collectiveId/pay-lists/:id/sending',
      'POST /api/villages/:collectiveId/plans/:id/submit',
      'POST /api/villages/:collectiveId/voucher-drafts/:id/post',
      'POST /api/villages/:collectiveId/voucher-drafts/:id/void',
      'POST /api/villages/:collectiveId/year-plans/:id/submit',
    ]);
  });
});
