import { isAbsolute, join, resolve } from 'node:path';
import type { Problem } from '../../domain/shared/problem';
import type { DatabaseSettings } from '../database/engine';
import { EnvironmentReader, type Environment } from './environment-reader';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * What the operator decided, read once at start; also the name under which it is handed to those who
 * need it.
 */
export abstract class Configuration {
  abstract readonly production: boolean;
  /** Address to listen on; 127.0.0.1 unless given. */
  abstract readonly host: string;
  abstract readonly port: number;
  /**
   * The address people use, without a slash at its end; printed in QR codes. Secure cookies when it is
   * https.
   */
  abstract readonly publicAddress: string;
  abstract readonly https: boolean;
  /** Absolute path of the folder for the SQLite file and the keys. */
  abstract readonly dataFolder: string;
  abstract readonly database: DatabaseSettings;
  abstract readonly migrationHooksFolder: string | undefined;
  abstract readonly sessionHours: number;
  /** Signs the cookie against forged posts; undefined means one is made and kept in the data folder. */
  abstract readonly cookieSecret: string | undefined;
  /**
   * Keys that seal what is known of persons, 64 hexadecimal digits each: the first seals, the others open
   * what they sealed before. Undefined means one is made and kept in the data folder.
   */
  abstract readonly personalKeys: readonly string[] | undefined;
  /**
   * Whether an empty database is filled with made-up villages, marked as such for ever. Never in
   * production, and only where no other machine can reach it: everyone may know its passwords.
   */
  abstract readonly demo: boolean;
  /** How much the log tells: every request in production, on a desk only what went wrong. */
  abstract readonly logLevel: LogLevel;
  /**
   * Requests one address may send in a minute before it has to wait, 0 where a proxy in front counts them;
   * and log-ins it may try.
   */
  abstract readonly requestsPerMinute: number;
  abstract readonly logInsPerMinute: number;
  /** Font files for the printed sheets; undefined takes the ones that come with the program. */
  abstract readonly serifFontFile: string | undefined;
  abstract readonly sansFontFile: string | undefined;
  /** A font asked for the characters those lack: rare names. None comes with the program. */
  abstract readonly fallbackFontFile: string | undefined;
}

/**
 * The environment cannot be started with: every wrong variable is named in `problems`, its name in
 * `field`.
 */
export class WrongConfiguration extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.field}: ${problem.code}`).join('; '));
    this.name = 'WrongConfiguration';
  }
}

/**
 * Reads the environment variables. Reads nothing else and changes nothing.
 * @param env the variables by name; blank ones count as not given
 * @throws WrongConfiguration with every problem: `config.missing`, `config.notAllowed`, `config.notANumber`,
 *   `config.notAnAddress`, `config.notADatabase`, `config.notAKey`, `config.tooShort`,
 *   `config.demoInProduction`, `config.demoNotLoopback`
 */
export function readConfiguration(env: Environment): Configuration {
  const read = new EnvironmentReader(env);
  const production =
    read.choice('NODE_ENV', ['development', 'test', 'production'], 'development') === 'production';
  const host = read.text('HOST') ?? (production ? read.missing('HOST') : '127.0.0.1');
  const port = read.whole('PORT', 3000, [0, 65_535]);
  const publicAddress = readPublicAddress(read, production, addressOf(host, port));
  const dataFolder = resolve(read.text('DATA_FOLDER') ?? 'data');
  const configuration: Configuration = {
    production,
    host,
    port,
    publicAddress,
    https: publicAddress.startsWith('https:'),
    dataFolder,
    database: readDatabase(read, dataFolder),
    migrationHooksFolder: read.text('MIGRATION_HOOKS_FOLDER'),
    sessionHours: read.whole('SESSION_HOURS', 12, [1, 720]),
    cookieSecret: readCookieSecret(read, production),
    personalKeys: readPersonalKeys(read, production),
    demo: readDemo(read, { production, host }),
    logLevel: read.choice('LOG_LEVEL', LOG_LEVELS, production ? 'info' : 'warn'),
    requestsPerMinute: read.whole('REQUESTS_PER_MINUTE', 1_200, [0, 1_000_000]),
    logInsPerMinute: read.whole('LOG_INS_PER_MINUTE', 10, [1, 1_000_000]),
    serifFontFile: readFile(read, 'SERIF_FONT_FILE'),
    sansFontFile: readFile(read, 'SANS_FONT_FILE'),
    fallbackFontFile: readFile(read, 'FALLBACK_FONT_FILE'),
  };
  if (read.problems.length > 0) throw new WrongConfiguration(read.problems);
  return configuration;
}

function readPublicAddress(read: EnvironmentReader, production: boolean, listening: string): string {
  const given = read.text('PUBLIC_ADDRESS');
  if (given === undefined) return production ? read.missing('PUBLIC_ADDRESS') : listening;
  if (!URL.canParse(given)) return read.wrong('PUBLIC_ADDRESS', 'config.notAnAddress');
  const { protocol, origin, search, hash, username } = new URL(given);
  const web = protocol === 'http:' || protocol === 'https:';
  const plain = given.replace(/\/+$/, '');
  if (!web || search !== '' || hash !== '' || username !== '' || plain.toLowerCase() !== origin) {
    return read.wrong('PUBLIC_ADDRESS', 'config.notAnAddress');
  }
  return origin;
}

function readDatabase(read: EnvironmentReader, dataFolder: string): DatabaseSettings {
  const url = readDatabaseUrl(read, 'DATABASE_URL');
  const ownerUrl = readDatabaseUrl(read, 'DATABASE_OWNER_URL');
  if (url !== undefined) return { engine: 'postgres', url, ownerUrl: ownerUrl ?? url };
  if (ownerUrl !== undefined) read.missing('DATABASE_URL');
  return { engine: 'sqlite', file: join(dataFolder, 'village-ledger.db') };
}

function readDatabaseUrl(read: EnvironmentReader, name: string): string | undefined {
  const url = read.text(name);
  if (url === undefined || /^postgres(ql)?:\/\/[^/]+\/[^/]+/.test(url)) return url;
  // The address may hold a password: it is not repeated.
  return read.wrong(name, 'config.notADatabase', { silent: true });
}

const SHORTEST_SECRET = 32;

function readCookieSecret(read: EnvironmentReader, production: boolean): string | undefined {
  const secret = read.text('COOKIE_SECRET');
  if (secret === undefined) return production ? read.missing('COOKIE_SECRET') : undefined;
  if (secret.length >= SHORTEST_SECRET) return secret;
  return read.wrong('COOKIE_SECRET', 'config.tooShort', { silent: true, facts: { min: SHORTEST_SECRET } });
}

function readPersonalKeys(read: EnvironmentReader, production: boolean): readonly string[] | undefined {
  const given = read.text('PERSONAL_KEYS');
  if (given === undefined) return production ? [read.missing('PERSONAL_KEYS')] : undefined;
  const keys = given.toLowerCase().split(/[\s,]+/);
  if (keys.every((key) => /^[0-9a-f]{64}$/.test(key)) && new Set(keys).size === keys.length) return keys;
  return [read.wrong('PERSONAL_KEYS', 'config.notAKey', { silent: true })];
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Whether an address to listen on is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host);
}

/** The address of a service that listens there. */
export function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}

function readDemo(
  read: EnvironmentReader,
  { production, host }: { readonly production: boolean; readonly host: string },
): boolean {
  const byDefault = !production && isLoopback(host);
  const demo = read.choice('DEMO', ['true', 'false'], byDefault ? 'true' : 'false') === 'true';
  if (demo && production) read.wrong('DEMO', 'config.demoInProduction');
  else if (demo && !isLoopback(host)) read.wrong('DEMO', 'config.demoNotLoopback', { facts: { host } });
  return demo;
}

function readFile(read: EnvironmentReader, name: string): string | undefined {
  const file = read.text(name);
  return file === undefined || isAbsolute(file) ? file : resolve(file);
}
