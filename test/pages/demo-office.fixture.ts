import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppModule, seedsFolder } from '../../src/app.module';
import { loadDemo } from '../../src/cli/demo-data';
import { demoStory } from '../../src/cli/demo-story';
import { DemoLogIns } from '../../src/features/users/demo-log-ins.service';
import { SetClock } from '../../src/platform/clock/clock';
import { readConfiguration } from '../../src/platform/config/configuration';
import { createApp } from '../../src/platform/http/create-app';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { copyOf, madeOnce, migrated } from '../support/engines';

/** The story of three villages whose figures the tests hold, a part of what the program serves. */
const STORY = demoStory(seedsFolder, 'demo.yaml');

/** The demo as a newcomer finds it, on a fresh SQLite database. */
export interface DemoOffice {
  readonly app: NestFastifyApplication;
  /** Log-in of a person of the demo by user name. */
  readonly personOf: (username: string) => { readonly username: string; readonly password: string };
  readonly close: () => Promise<void>;
}

/** Starts the whole service with the demo's story told; not yet listening. @param more other settings */
export async function startDemoOffice(more: Record<string, string> = {}): Promise<DemoOffice> {
  const app = await startOn(copyOf(await madeOnce('demo', tellDemo)), more);
  return {
    app,
    personOf: (username) => {
      const person = app.get(DemoLogIns).list.find((each) => each.username === username);
      if (person === undefined) throw new Error(`the demo knows no ${username}`);
      return { username: person.username, password: person.password };
    },
    close: () => app.close(),
  };
}

/** Tells the story through the services into this file: seconds of work for the same rows each time. */
async function tellDemo(file: string): Promise<void> {
  const rows = copyOf(await migrated());
  const app = await startOn(rows);
  try {
    await loadDemo(app, STORY);
  } finally {
    await app.close();
  }
  renameSync(rows, file);
}

async function startOn(file: string, more: Record<string, string> = {}): Promise<NestFastifyApplication> {
  const env = { LOG_LEVEL: 'silent', DEMO: 'true', DATA_FOLDER: dirname(file), ...more };
  const configuration = readConfiguration(env);
  const app = await createApp(
    AppModule.forConfiguration(configuration, new SetClock(STORY.standsOn), STORY),
    configuration,
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
