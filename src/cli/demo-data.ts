import type { INestApplicationContext } from '@nestjs/common';
import { invariant } from '../domain/shared/invariant';
import type { DemoStory } from './demo-story';
import { servicesOf } from './services';
import { tellStory, type Told } from './tell-story';

/**
 * Fills an empty database with the demo's story, or leaves one that is not empty as it is.
 * @param begin called before the telling begins, for it takes a while
 * @returns whether it was empty
 */
export async function loadDemoWhenEmpty(
  app: INestApplicationContext,
  story: DemoStory,
  begin: () => void = () => undefined,
): Promise<boolean> {
  const { collectives } = servicesOf(app);
  if ((await collectives.listCollectives()).length > 0) return false;
  begin();
  await loadDemo(app, story);
  return true;
}

/**
 * Tells the demo's story through the services, the same as the web's, and sets the clock to the day on
 * which it stands.
 * @throws BrokenInvariant where a step was refused: the seeds do not fit this version
 */
export async function loadDemo(app: INestApplicationContext, story: DemoStory): Promise<Told> {
  const services = servicesOf(app);
  const told = await tellStory(story, services);
  const [wrong] = told.differences;
  invariant(wrong === undefined, `the demo can be told: ${wrong?.at ?? ''} ${wrong?.got ?? ''}`);
  services.clock.moveTo(story.standsOn);
  await services.collectives.finishDemo();
  return told;
}
