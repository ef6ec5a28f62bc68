import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadCase } from '../src/cli/load-case';
import { type CaseResult, differencesOf, runCase } from '../src/cli/run-case';
import { openThrowawayApp } from '../src/cli/throwaway-app';
import { caseText } from '../src/glossary/case-words';
import type { DatabaseSettings, Engine } from '../src/platform/database/engine';
import { freshSettings } from './support/engines';
import { everythingIsRequired } from './support/machine';

export const CASES_FOLDER = join(__dirname, 'cases');

/** Tells a case in an empty application on this database. */
export async function tellCase(file: string, database: DatabaseSettings): Promise<CaseResult> {
  const { app, close } = await openThrowawayApp({ day: '2025-01-01', demo: false, database });
  try {
    return await runCase(loadCase(file), app);
  } finally {
    await close();
  }
}

/** Every case on one engine; on PostgreSQL those that keep books, for a bare sum touches no database. */
export function casesComeOutOn(engine: Engine): void {
  const files = readdirSync(CASES_FOLDER).filter((name) => name.endsWith('.yaml'));
  const told = files.filter(
    (name) => engine === 'sqlite' || loadCase(join(CASES_FOLDER, name)).books.length > 0,
  );
  describe(`a case comes out to the fen (${engine})`, () => {
    it.each(told)('%s', async (name) => {
      const { settings, drop } = await freshSettings(engine);
      const result = await tellCase(join(CASES_FOLDER, name), settings);
      if (differencesOf(result).length > 0) throw new Error(caseText(result));
      if (everythingIsRequired()) expect(result.held.filter((held) => held.unread > 0)).toEqual([]);
      await drop?.();
    });
  });
}
