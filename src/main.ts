import 'reflect-metadata';
import { AppModule, seedsFolder } from './app.module';
import { loadDemoWhenEmpty } from './cli/demo-data';
import { demoStory } from './cli/demo-story';
import { DomainError } from './domain/shared/domain-error';
import { FormProblems } from './domain/shared/problem';
import { KeyRotationService } from './features/collectives/key-rotation.service';
import { JointSchedule } from './features/months/joint-schedule';
import { BookCheckSchedule } from './features/oversight/book-check-schedule';
import { DemoLogIns } from './features/users/demo-log-ins.service';
import {
  addressTakenText,
  brokenFilesText,
  demoBeginsText,
  noDatabaseText,
  startUpText,
  wrongSettingsText,
} from './glossary/start-up';
import { sentenceFor } from './glossary/sentences';
import { SetClock, SystemClock } from './platform/clock/clock';
import {
  addressOf,
  type Configuration,
  isLoopback,
  readConfiguration,
  WrongConfiguration,
} from './platform/config/configuration';
import { placeProblems } from './platform/config/place-problems';
import { holdingOf } from './platform/database/demo-mark';
import { errorCode, isPassingFault } from './platform/database/faults';
import { migrate } from './platform/database/migrate';
import { createApp } from './platform/http/create-app';

/** Settings, tables, demo where wanted, then the door opens. */
async function start(given: Configuration): Promise<void> {
  await migrate(given.database, given.migrationHooksFolder);
  const configuration = Object.assign(given, { demo: await isDemo(given) });
  const story = configuration.demo ? demoStory(seedsFolder) : undefined;
  const clock = story === undefined ? new SystemClock() : new SetClock(story.standsOn);
  const app = await createApp(AppModule.forConfiguration(configuration, clock, story), configuration);
  await app.init();
  await app.get(KeyRotationService).requireKeys();
  if (story !== undefined) {
    await loadDemoWhenEmpty(app, story, () => process.stdout.write(demoBeginsText()));
  }
  app.get(BookCheckSchedule).start();
  await app.get(JointSchedule).start();
  const { host, port, publicAddress, demo } = configuration;
  await app.listen({ host, port });
  // PORT=0 lets the system choose a port; people are told the one it chose.
  const chosen = new URL(await app.getUrl()).port;
  const address = publicAddress === addressOf(host, 0) ? addressOf(host, Number(chosen)) : publicAddress;
  process.stdout.write(startUpText({ address, demo, logIns: demo ? app.get(DemoLogIns).list : [] }));
}

/**
 * A database filled with the demo stays one, whatever the settings say later; real books never become one.
 */
async function isDemo(configuration: Configuration): Promise<boolean> {
  const holding = await holdingOf(configuration.database);
  if (holding === 'unfinishedDemo') throw new DomainError('config.demoUnfinished');
  if (holding === 'demo' && configuration.production) throw new DomainError('config.demoDatabase');
  if (holding === 'demo' && !isLoopback(configuration.host)) throw new DomainError('config.demoNotLoopback');
  return holding === 'demo' || (holding === 'nothing' && configuration.demo);
}

function configurationOrExit(): Configuration {
  try {
    const read = readConfiguration(process.env);
    const problems = placeProblems(read);
    if (problems.length > 0) throw new WrongConfiguration(problems);
    return read;
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
  if (isPassingFault(error)) return noDatabaseText();
  if (error instanceof FormProblems) return brokenFilesText(error.problems);
  if (error instanceof DomainError) return sentenceFor(error.code, error.facts);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
