import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Configuration,
  readConfiguration,
  WrongConfiguration,
} from '../../src/platform/config/configuration';
import { requireCookieSecret } from '../../src/platform/config/cookie-secret';

const production = {
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  PUBLIC_ADDRESS: 'https://books.example',
  COOKIE_SECRET: 'a'.repeat(32),
  PERSONAL_KEYS: 'b'.repeat(64),
};

describe('what an operator may decide', () => {
  const accepted: [string, Record<string, string>, Partial<Configuration>][] = [
    [
      'nothing given: a demo on this machine only',
      {},
      { host: '127.0.0.1', port: 3000, demo: true, https: false },
    ],
    [
      'nothing given: people are told the address listened on',
      {},
      { publicAddress: 'http://127.0.0.1:3000' },
    ],
    ['a blank value counts as not given', { PORT: ' ', DEMO: '' }, { port: 3000, demo: true }],
    ['the log is quiet on a desk', {}, { logLevel: 'warn' }],
    ['the log tells every request in production', production, { logLevel: 'info' }],
    ['the demo can be switched off', { DEMO: 'false' }, { demo: false }],
    ['the demo is for this machine by either name', { HOST: 'localhost', DEMO: 'true' }, { demo: true }],
    ['no demo where other machines reach it', { HOST: '0.0.0.0' }, { demo: false }],
    [
      'an address of the sixth version stands in brackets',
      { HOST: '::1' },
      { publicAddress: 'http://[::1]:3000', demo: true },
    ],
    [
      'two keys of persons while one takes over from the other',
      { PERSONAL_KEYS: `${'a'.repeat(64)}, ${'B'.repeat(64)}` },
      { personalKeys: ['a'.repeat(64), 'b'.repeat(64)] },
    ],
    ['production has no demo', production, { production: true, demo: false }],
    ['https in the public address asks for secure cookies', production, { https: true }],
    [
      'a slash at the end of the address is dropped',
      { PUBLIC_ADDRESS: 'http://a.example/' },
      { publicAddress: 'http://a.example' },
    ],
    [
      'PostgreSQL where its address is given',
      { DATABASE_URL: 'postgres://app@db/ledger', DATABASE_OWNER_URL: 'postgres://owner@db/ledger' },
      {
        database: {
          engine: 'postgres',
          url: 'postgres://app@db/ledger',
          ownerUrl: 'postgres://owner@db/ledger',
        },
      },
    ],
    [
      'the serving connection migrates where no owner is given',
      { DATABASE_URL: 'postgres://app@db/ledger' },
      {
        database: {
          engine: 'postgres',
          url: 'postgres://app@db/ledger',
          ownerUrl: 'postgres://app@db/ledger',
        },
      },
    ],
    [
      'a file in the data folder otherwise',
      { DATA_FOLDER: '/srv/x' },
      { database: { engine: 'sqlite', file: '/srv/x/village-ledger.db' } },
    ],
  ];
  it.each(accepted)('%s', (_rule, env, expected) => {
    expect(readConfiguration(env)).toMatchObject(expected);
  });
});

describe('what is refused at start, by name', () => {
  const refused: [string, Record<string, string | undefined>, string[]][] = [
    [
      'production must be told its address and secret',
      { NODE_ENV: 'production' },
      ['HOST', 'PUBLIC_ADDRESS', 'COOKIE_SECRET', 'PERSONAL_KEYS'].map((name) => `${name} config.missing`),
    ],
    ['no demo in production', { ...production, DEMO: 'true' }, ['DEMO config.demoInProduction']],
    [
      'no demo where other machines reach it',
      { HOST: '0.0.0.0', DEMO: 'true' },
      ['DEMO config.demoNotLoopback'],
    ],
    ['an unknown kind of run', { NODE_ENV: 'prod' }, ['NODE_ENV config.notAllowed']],
    ['a port that is none', { PORT: '70000' }, ['PORT config.notANumber']],
    ['a number with letters', { SESSION_HOURS: '12h' }, ['SESSION_HOURS config.notANumber']],
    ['yes is not true', { DEMO: 'yes' }, ['DEMO config.notAllowed']],
    [
      'an address with a path',
      { PUBLIC_ADDRESS: 'https://a.example/books' },
      ['PUBLIC_ADDRESS config.notAnAddress'],
    ],
    ['an address without a scheme', { PUBLIC_ADDRESS: 'a.example' }, ['PUBLIC_ADDRESS config.notAnAddress']],
    ['another kind of database', { DATABASE_URL: 'mysql://db/ledger' }, ['DATABASE_URL config.notADatabase']],
    [
      'an owner without a serving connection',
      { DATABASE_OWNER_URL: 'postgres://owner@db/ledger' },
      ['DATABASE_URL config.missing'],
    ],
    ['a key with a digit less', { PERSONAL_KEYS: 'b'.repeat(63) }, ['PERSONAL_KEYS config.notAKey']],
    [
      'a key twice',
      { PERSONAL_KEYS: `${'b'.repeat(64)},${'B'.repeat(64)}` },
      ['PERSONAL_KEYS config.notAKey'],
    ],
    ['a short secret', { COOKIE_SECRET: 'short' }, ['COOKIE_SECRET config.tooShort']],
    [
      'several at once',
      { PORT: 'x', LOG_LEVEL: 'loud' },
      ['PORT config.notANumber', 'LOG_LEVEL config.notAllowed'],
    ],
  ];
  it.each(refused)('%s', (_rule, env, expected) => {
    expect(problemsOf(env).map((problem) => `${problem.field} ${problem.code}`)).toEqual(expected);
  });

  it('does not repeat a secret', () => {
    expect(
      problemsOf({ COOKIE_SECRET: 'short', PERSONAL_KEYS: 'ab', DATABASE_URL: 'mysql://u:pass@db/x' }).some(
        (each) => 'value' in each,
      ),
    ).toBe(false);
  });
});

describe('the secret that signs cookies', () => {
  it('is made once, kept, and readable by its owner only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'village-ledger-'));
    try {
      const configuration = readConfiguration({ DATA_FOLDER: folder });
      const first = requireCookieSecret(configuration);
      expect(first).toHaveLength(64);
      expect(requireCookieSecret(configuration)).toBe(first);
      expect(statSync(join(folder, 'keys', 'cookie-secret')).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function problemsOf(env: Record<string, string | undefined>) {
  try {
    readConfiguration(env);
  } catch (error) {
    if (error instanceof WrongConfiguration) return error.problems;
    throw error;
  }
  return [];
}
