import { join } from 'node:path';
import type { CalendarDay } from '../domain/calendar/calendar-day';
import { invariant } from '../domain/shared/invariant';
import type { Case } from './case-file';
import { loadCase } from './load-case';

/** The demo's story: who keeps books, two years of them, and the day on which it stands. */
export interface DemoStory extends Case {
  readonly standsOn: CalendarDay;
}

/** The whole county, which the program serves; it tells the three villages of the other file, too. */
const WHOLE_COUNTY = 'county.yaml';

/**
 * Reads the demo's story from the folder `demo` of the seeds.
 * @param file another story of the folder: `demo.yaml` is the half-year of one township with three villages
 * @throws FormProblems with everything wrong in its files
 */
export function demoStory(seedsFolder: string, file: string = WHOLE_COUNTY): DemoStory {
  const story = loadCase(join(seedsFolder, 'demo', file));
  const { standsOn } = story;
  invariant(standsOn !== undefined, 'the demo says on which day it stands');
  return { ...story, standsOn };
}
