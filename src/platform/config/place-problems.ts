import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import type { Problem } from '../../domain/shared/problem';
import type { Configuration } from './configuration';

/**
 * Looks at the places the configuration names, after it was read: fonts that can be read, a folder of hooks
 * that is one, and a data folder that is there or is made now, open to its owner only.
 * @returns every problem, by the variable that names the place: `config.noFile`, `config.noFolder`,
 *   `config.noDataFolder`
 */
export function placeProblems(configuration: Configuration): Problem[] {
  const { serifFontFile, sansFontFile, fallbackFontFile, migrationHooksFolder } = configuration;
  return [
    ...placeProblem('SERIF_FONT_FILE', serifFontFile, FILE),
    ...placeProblem('SANS_FONT_FILE', sansFontFile, FILE),
    ...placeProblem('FALLBACK_FONT_FILE', fallbackFontFile, FILE),
    ...placeProblem('MIGRATION_HOOKS_FOLDER', migrationHooksFolder, FOLDER),
    ...(needsDataFolder(configuration)
      ? placeProblem('DATA_FOLDER', configuration.dataFolder, DATA_FOLDER)
      : []),
  ];
}

/** What a place has to be. */
interface Kind {
  readonly code: string;
  readonly fits: (path: string) => boolean;
}

const FILE: Kind = { code: 'config.noFile', fits: (path) => statSync(path).isFile() && may(path, 'R_OK') };

const FOLDER: Kind = {
  code: 'config.noFolder',
  fits: (path) => statSync(path).isDirectory() && may(path, 'R_OK'),
};

const DATA_FOLDER: Kind = {
  code: 'config.noDataFolder',
  fits: (path) => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return may(path, 'W_OK');
  },
};

function placeProblem(name: string, path: string | undefined, { code, fits }: Kind): Problem[] {
  if (path === undefined) return [];
  try {
    if (fits(path)) return [];
  } catch {
    // What the system says of the place is said in the problem's own words.
  }
  return [{ code, field: name, value: path, facts: { name, value: path } }];
}

function may(path: string, right: 'R_OK' | 'W_OK'): boolean {
  accessSync(path, constants[right]);
  return true;
}

/** With PostgreSQL and the secrets given, nothing is kept in the data folder. */
function needsDataFolder({ database, cookieSecret, personalKeys }: Configuration): boolean {
  return database.engine === 'sqlite' || cookieSecret === undefined || personalKeys === undefined;
}
