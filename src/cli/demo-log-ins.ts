import { DemoLogIns } from '../features/users/demo-log-ins.service';
import type { Story } from './case-file';

/** The log-ins of the demo's people, as its story gives them. */
export class DemoLogInsOfStory extends DemoLogIns {
  override readonly list: DemoLogIns['list'];

  /** @param story what the demo tells; undefined without a demo */
  constructor(story: Pick<Story, 'users'> | undefined) {
    super();
    const users = story?.users ?? [];
    this.list = users.flatMap(({ who, username, password }) =>
      password === undefined ? [] : [{ who, username, password }],
    );
  }
}
