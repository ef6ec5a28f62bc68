import type { INestApplicationContext } from '@nestjs/common';
import { invariant } from '../domain/shared/invariant';
import { SetClock } from '../platform/clock/clock';
import { demoStory } from './demo-story';
import { servicesOf } from './services';
import { tellStory, type Told } from './tell-story';

/** The clock of a demo: it stands on the day of the story, for ever. */
export function demoClock(seedsFolder: string): SetClock {
  return new SetClock(demoStory(seedsFolder).standsOn);
}

/**
 * Fills an empty database with the demo's county, or leaves one that is not empty as it is. @returns
 * whether it was empty
 */
export async function loadDemoWhenEmpty(app: INestApplicationContext): Promise<boolean> {
  const { collectives } = servicesOf(app);
  if ((await collectives.listCollectives()).length > 0) return false;
  await loadDemo(app);
  return true;
}

/**
 * Tells the demo's story through the services, the same as the web's, and sets the clock to the day on
 * which it stands.
 * @throws BrokenInvariant where a step was refused: the seeds do not fit this version
 */
export async function loadDemo(app: INestApplicationContext): Promise<Told> {
  const services = servicesOf(app);
  const story = demoStory(services.seedsFolder);
  const told = await tellStory(story, services);
  const [wrong] = told.differences;
  invariant(wrong === undefined, `the demo can be told: ${wrong?.at ?? ''} ${wrong?.got ?? ''}`);
  services.clock.moveTo(story.standsOn);
  await services.collectives.finishDemo();
  return told;
}
