import { migratedText } from '../glossary/report-labels';
import { wrongSettingsText } from '../glossary/start-up';
import { readConfiguration, WrongConfiguration } from '../platform/config/configuration';
import { placeProblems } from '../platform/config/place-problems';
import { migrate } from '../platform/database/migrate';

/** Brings the tables of the configured database up to this version and says which migrations ran. */
async function run(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const problems = placeProblems(configuration);
  if (problems.length > 0) throw new WrongConfiguration(problems);
  const { database, migrationHooksFolder } = configuration;
  process.stdout.write(migratedText(await migrate(database, migrationHooksFolder)));
}

run().catch((error: unknown) => {
  const wrong = error instanceof WrongConfiguration;
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(wrong ? wrongSettingsText(error.problems) : `${reason}\n`);
  process.exitCode = 1;
});
