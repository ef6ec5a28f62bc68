import type { INestApplicationContext } from '@nestjs/common';
import { invariant } from '../domain/shared/invariant';
import { madeAt } from '../platform/ids/new-id';
import type { DemoStory } from './demo-story';
import { servicesOf } from './services';
import { tellStory, type Told } from './tell-story';

/**
 * Fills an empty database with the demo's story, or leaves one that is not empty as it is; the clock goes on
 * from the story's last day. The first collective's id says when that day began on this machine, so that the
 * days go on over a restart, and nothing entered before it stands in the future.
 * @param begin called before the telling begins, for it takes a while
 * @returns whether it was empty
 */
export async function loadDemoWhenEmpty(
  app: INestApplicationContext,
  story: DemoStory,
  begin: () => void = () => undefined,
): Promise<boolean> {
  const { collectives, clock } = servicesOf(app);
  const isEmpty = (await collectives.listCollectives()).length === 0;
  if (isEmpty) {
    begin();
    await loadDemo(app, story);
  }
  const [first] = await collectives.listCollectives();
  invariant(first !== undefined, 'the demo has collectives');
  clock.goOnSince(madeAt(first.id));
  return isEmpty;
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
