import { DemoLogIns } from '../features/users/demo-log-ins.service';
import { demoStory } from './demo-story';

/** The log-ins of the demo's people, as its story gives them. */
export class DemoLogInsFromSeeds extends DemoLogIns {
  override readonly list: DemoLogIns['list'];

  /** @param seedsFolder where the demo's story is; undefined without a demo */
  constructor(seedsFolder: string | undefined) {
    super();
    const users = seedsFolder === undefined ? [] : demoStory(seedsFolder).users;
    this.list = users.flatMap(({ who, username, password }) =>
      password === undefined ? [] : [{ who, username, password }],
    );
  }
}
