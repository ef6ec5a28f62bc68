import 'reflect-metadata';
import { AppModule, seedsFolder } from './app.module';
import { demoClock, loadDemoWhenEmpty } from './cli/demo-data';
import { DomainError } from './domain/shared/domain-error';
import { DemoLogIns } from './features/users/demo-log-ins.service';
import { addressTakenText, startUpText, wrongSettingsText } from './glossary/start-up';
import { sentenceFor } from './glossary/sentences';
import { SystemClock } from './platform/clock/clock';
import { type Configuration, readConfiguration, WrongConfiguration } from './platform/config/configuration';
import { holdingOf } from './platform/database/demo-mark';
import { errorCode } from './platform/database/faults';
import { migrate } from './platform/database/migrate';
import { createApp } from './platform/http/create-app';

/** Settings, tables, demo where wanted, then the door opens. */
async function start(given: Configuration): Promise<void> {
  await migrate(given.database, given.migrationHooksFolder);
  const configuration = Object.assign(given, { demo: await isDemo(given) });
  const clock = configuration.demo ? demoClock(seedsFolder) : new SystemClock();
  const app = await createApp(AppModule.forConfiguration(configuration, clock), configuration);
  await app.init();
  if (configuration.demo) await loadDemoWhenEmpty(app);
  const { host, port, publicAddress: address, demo } = configuration;
  await app.listen({ host, port });
  process.stdout.write(startUpText({ address, demo, logIns: demo ? app.get(DemoLogIns).list : [] }));
}

/**
 * A database filled with the demo stays one, whatever the settings say later; real books never become one.
 */
async function isDemo(configuration: Configuration): Promise<boolean> {
  const holding = await holdingOf(configuration.database);
  if (holding === 'demo' && configuration.production) throw new DomainError('config.demoDatabase');
  return holding === 'demo' || (holding === 'nothing' && configuration.demo);
}

function configurationOrExit(): Configuration {
  try {
    return readConfiguration(process.env);
  } catch (error) {
    if (!(error instanceof WrongConfiguration)) throw error;
    process.stderr.write(wrongSettingsText(error.problems));
    process.exit(1);
  }
}

const configuration = configurationOrExit();
start(configuration).catch((error: unknown) => {
  process.stderr.write(`${whyNotStarted(error)}\n`);
  process.exit(1);
});

function whyNotStarted(error: unknown): string {
  if (errorCode(error) === 'EADDRINUSE') return addressTakenText(configuration.publicAddress);
  if (error instanceof DomainError) return sentenceFor(error.code, error.facts);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
