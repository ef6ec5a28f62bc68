import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { seedsFolder } from '../app.module';
import { monthOf } from '../domain/calendar/calendar-day';
import { invariant } from '../domain/shared/invariant';
import { reportLabels } from '../glossary/report-labels';
import { loadDemo } from './demo-data';
import { balanceReport, planReport, surplusReport } from './demo-report';
import { demoStory } from './demo-story';
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

async function reportVillage(
  app: INestApplicationContext,
  village: { readonly id: string; readonly name: string; readonly month: string },
): Promise<void> {
  const { id, name, month } = village;
  const { notices, sheets, plans, surplus, books } = servicesOf(app);
  if ((await books.requireChain(id)).length === 0) return;
  const published = await notices.listNotices(id);
  for (const notice of published) {
    const plan = await plans.requirePlan(id, notice.planId);
    const { pool, periodFrom: from, periodTo: to } = plan;
    print(surplusReport(name, await surplus.statement(id, { pool, from, to })));
    print(planReport(name, plan, plan.pack));
    const file = join(resolve(OUT_FOLDER), `${name}-${String(notice.year)}-${String(notice.number)}.pdf`);
    mkdirSync(OUT_FOLDER, { recursive: true });
    writeFileSync(file, await sheets.requireSheet(id, notice.id));
    print([reportLabels.sheetWritten(relative(process.cwd(), file))]);
  }
  const [first] = await books.listMonths(id);
  invariant(first !== undefined, 'books have a first month');
  const months = { first: first.month, last: month };
  print(balanceReport(name, month, await books.trialBalance(id, months)));
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
