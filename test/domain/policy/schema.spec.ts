import Ajv2020 from 'ajv/dist/2020';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { smallPack } from './small-pack';

const SEEDS = join(__dirname, '../../../seeds');

const read = (...path: string[]): string => readFileSync(join(SEEDS, ...path), 'utf8');
const accepts = (schema: string) =>
  new Ajv2020({ strict: false }).compile(JSON.parse(read('schema', schema)) as object);

describe('the published schema', () => {
  const files: [string, string][] = [
    ['policy-pack.schema.json', 'policies/341200/2023-09-21.yaml'],
    ...readdirSync(join(SEEDS, 'routes')).map((file): [string, string] => [
      'approval-route.schema.json',
      `routes/${file}`,
    ]),
  ];
  it.each(files)('%s accepts %s', (schema, file) => {
    const validate = accepts(schema);
    expect([validate(parse(read(file))), validate.errors]).toEqual([true, null]);
  });

  it('accepts a pack with every part once, and refuses an unknown key in each of its parts', () => {
    const validate = accepts('policy-pack.schema.json');
    expect(validate(smallPack())).toBe(true);
    for (const path of mappingsOf(smallPack())) {
      const pack = smallPack();
      Object.assign(at(pack, path), { surprise: '1' });
      const freeKeys = ['clauses'].includes(path.join('.'));
      expect([path, validate(pack)]).toEqual([path, false]);
      expect(freeKeys || validate.errors?.some((error) => error.keyword === 'additionalProperties')).toBe(
        true,
      );
    }
  });
});

function mappingsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) => mappingsOf(item, [...path, key]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

function at(value: object, path: string[]): object {
  return path.reduce((part, key) => (part as Record<string, object>)[key] ?? {}, value);
}
