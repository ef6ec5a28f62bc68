import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import type { CalendarDay } from '../domain/calendar/calendar-day';
import { SetClock } from '../platform/clock/clock';
import { readConfiguration } from '../platform/config/configuration';
import type { DatabaseSettings } from '../platform/database/engine';
import { migrate } from '../platform/database/migrate';

/** The whole service without a door, for a story and gone afterwards. */
export interface ThrowawayApp {
  readonly app: INestApplicationContext;
  readonly close: () => Promise<void>;
}

/** What a throw-away application starts with. */
export interface ThrowawayWishes {
  /** The day on which its clock stands first. */
  readonly day: CalendarDay;
  /** Whether its sheets are marked as made up. */
  readonly demo: boolean;
  /** A migrated database; a fresh SQLite file in a folder of its own where none is given. */
  readonly database?: DatabaseSettings;
}

/** Starts the service on a database that nobody keeps. */
export async function openThrowawayApp(wishes: ThrowawayWishes): Promise<ThrowawayApp> {
  const folder = mkdtempSync(join(tmpdir(), 'village-ledger-'));
  try {
    const read = readConfiguration({ DATA_FOLDER: folder, DEMO: String(wishes.demo), LOG_LEVEL: 'silent' });
    const configuration = Object.assign(read, { database: wishes.database ?? read.database });
    if (wishes.database === undefined) await migrate(configuration.database);
    const root = AppModule.forConfiguration(configuration, new SetClock(wishes.day));
    const app = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
    const close = async (): Promise<void> => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { app, close };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
