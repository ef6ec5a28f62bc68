import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { seedsFolder } from '../app.module';
import { monthOf } from '../domain/calendar/calendar-day';
import { reportLabels } from '../glossary/report-labels';
import { loadDemo } from './demo-data';
import { demoStory } from './demo-story';
import { type ToldVillage, villageReport } from './demo-village';
import { servicesOf } from './services';
import { openThrowawayApp } from './throwaway-app';

const OUT_FOLDER = 'out';

/** Tells the demo on a throw-away database and prints what came out of every published distribution. */
async function run(): Promise<void> {
  const story = demoStory(seedsFolder);
  const { standsOn } = story;
  const { app, close } = await openThrowawayApp({ day: standsOn, demo: true });
  try {
    await loadDemo(app, story);
    for (const { id, name, kind } of await servicesOf(app).collectives.listCollectives()) {
      if (kind === 'village') await reportVillage(app, { id, name, month: monthOf(standsOn) });
    }
  } finally {
    await close();
  }
}

async function reportVillage(app: INestApplicationContext, village: ToldVillage): Promise<void> {
  const { paragraphs, sheets } = await villageReport(app, village);
  paragraphs.forEach(print);
  mkdirSync(OUT_FOLDER, { recursive: true });
  for (const { file, pdf } of sheets) {
    const path = join(resolve(OUT_FOLDER), file);
    writeFileSync(path, pdf);
    print([reportLabels.sheetWritten(relative(process.cwd(), path))]);
  }
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
