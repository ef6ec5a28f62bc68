import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import { projectFiles } from './project-files';

/** Which schema a folder of seeds is held against. */
const SCHEMAS: readonly [folder: string, schema: string][] = [
  ['seeds/policies/coverage.yaml', 'seeds/schema/policy-coverage.schema.json'],
  ['seeds/policies/', 'seeds/schema/policy-pack.schema.json'],
  ['seeds/routes/', 'seeds/schema/approval-route.schema.json'],
  ['seeds/asset-register/', 'seeds/schema/asset-register.schema.json'],
  ['seeds/bank-layouts/', 'seeds/schema/bank-layout.schema.json'],
  ['seeds/pay-files/', 'seeds/schema/pay-file.schema.json'],
  ['seeds/pay-results/', 'seeds/schema/pay-results.schema.json'],
  ['seeds/settlement-layouts/', 'seeds/schema/settlement-layout.schema.json'],
  ['seeds/tax/', 'seeds/schema/tax.schema.json'],
  ['seeds/tariffs/', 'seeds/schema/tariffs.schema.json'],
  ['seeds/expected-yield/', 'seeds/schema/expected-yield.schema.json'],
  ['seeds/plates/', 'seeds/schema/plates.schema.json'],
  ['seeds/people/reviews.yaml', 'seeds/schema/people-reviews.schema.json'],
  ['seeds/people/standings.yaml', 'seeds/schema/people-standings.schema.json'],
  ['seeds/people/aid.yaml', 'seeds/schema/people-aid.schema.json'],
  ['seeds/people/working-days.yaml', 'seeds/schema/working-days.schema.json'],
  ['seeds/people/posts.yaml', 'seeds/schema/people-posts.schema.json'],
  ['seeds/payouts/pay-checks.yaml', 'seeds/schema/pay-checks.schema.json'],
  ['seeds/payouts/national-system.yaml', 'seeds/schema/national-system.schema.json'],
  ['seeds/payouts/pay-waits.yaml', 'seeds/schema/pay-waits.schema.json'],
  ['seeds/oversight/idle-money.yaml', 'seeds/schema/idle-money.schema.json'],
  ['seeds/oversight/', 'seeds/schema/three-colours.schema.json'],
  ['seeds/bank-rules/', 'seeds/schema/bank-matching.schema.json'],
  ['seeds/chart-of-accounts/details/', 'seeds/schema/detail-accounts.schema.json'],
  ['seeds/statements/ageing.yaml', 'seeds/schema/ageing.schema.json'],
  ['seeds/statements/', 'seeds/schema/statement-layout.schema.json'],
  ['seeds/chart-of-accounts/2004-to-2023', 'seeds/schema/chart-mapping.schema.json'],
  ['seeds/chart-of-accounts/', 'seeds/schema/chart-of-accounts.schema.json'],
];

const files = projectFiles().filter(({ path }) => path.startsWith('seeds/'));
const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '{}';

/** The schema of the nearest folder that has one; examples lie beside the packs they are of. */
const schemaOf = (path: string): string | undefined =>
  path.endsWith('.examples.yaml')
    ? 'seeds/schema/policy-examples.schema.json'
    : SCHEMAS.find(([folder]) => path.startsWith(folder))?.[1];

const pairs = files
  .filter(({ path }) => path.endsWith('.yaml'))
  .flatMap(({ path }) => {
    const schema = schemaOf(path);
    return schema === undefined ? [] : [{ path, schema }];
  });

describe('a seed file', () => {
  it.each(pairs)('$path keeps to its schema', ({ path, schema }) => {
    const validate = new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(textOf(schema)));
    const kept = validate(parse(textOf(path), { uniqueKeys: true, schema: 'core' }));
    expect(kept ? [] : validate.errors).toEqual([]);
  });

  it('is held against a schema, in whichever folder it stands', () => {
    const yaml = files.map(({ path }) => path).filter((path) => path.endsWith('.yaml'));
    const held = pairs.map(({ path }) => path);
    expect(yaml.filter((path) => !held.includes(path) && !path.startsWith('seeds/demo/'))).toEqual([]);
  });
});
