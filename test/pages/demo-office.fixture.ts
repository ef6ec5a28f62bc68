import { AppModule, seedsFolder } from '../../src/app.module';
import { demoClock, loadDemo } from '../../src/cli/demo-data';
import { DemoLogIns } from '../../src/features/users/demo-log-ins.service';
import { readConfiguration } from '../../src/platform/config/configuration';
import { createApp } from '../../src/platform/http/create-app';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { environmentOf } from '../platform/http-app.fixture';
import { freshSettings } from '../support/engines';

/** The demo as a newcomer finds it, on a fresh SQLite database. */
export interface DemoOffice {
  readonly app: NestFastifyApplication;
  /** Log-in of a person of the demo by user name. */
  readonly personOf: (username: string) => { readonly username: string; readonly password: string };
  readonly close: () => Promise<void>;
}

/** Starts the whole service and tells it the demo's story; not yet listening. */
export async function startDemoOffice(): Promise<DemoOffice> {
  const fresh = await freshSettings('sqlite');
  const env = { LOG_LEVEL: 'silent', DEMO: 'true', ...environmentOf(fresh.settings) };
  const configuration = readConfiguration(env);
  const app = await createApp(
    AppModule.forConfiguration(configuration, demoClock(seedsFolder)),
    configuration,
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await loadDemo(app);
  return {
    app,
    personOf: (username) => {
      const person = app.get(DemoLogIns).list.find((each) => each.username === username);
      if (person === undefined) throw new Error(`the demo knows no ${username}`);
      return { username: person.username, password: person.password };
    },
    close: async () => {
      await app.close();
      await fresh.drop?.();
    },
  };
}
