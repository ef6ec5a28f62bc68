import { join } from 'node:path';
import type { CalendarDay } from '../domain/calendar/calendar-day';
import { invariant } from '../domain/shared/invariant';
import type { Case } from './case-file';
import { loadCase } from './load-case';

/** The demo's story: a county, a township, three villages, and the day on which it stands. */
export interface DemoStory extends Case {
  readonly standsOn: CalendarDay;
}

/**
 * Reads the demo's story from `demo/demo.yaml` of the seeds. @throws FormProblems with everything wrong in
 * its files
 */
export function demoStory(seedsFolder: string): DemoStory {
  const story = loadCase(join(seedsFolder, 'demo', 'demo.yaml'));
  const { standsOn } = story;
  invariant(standsOn !== undefined, 'the demo says on which day it stands');
  return { ...story, standsOn };
}
