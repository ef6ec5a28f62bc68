import { Injectable } from '@nestjs/common';
import type { NamedKind } from '../../domain/notices/report-notice';
import { SEEN_OF_PERSONS, type SheetReader } from '../../domain/notices/sheet-audiences';
import { wallName } from '../../domain/shared/masked';
import { villageGroupText } from '../../glossary/people-words';
import { StepSignaturesService } from '../approvals/step-signatures.service';
import { CollectivesService } from '../collectives/collectives.service';
import { RosterReadService } from '../collectives/roster-read.service';
import { PostsService } from '../uses/posts.service';
import { WorksService } from '../uses/works.service';
import type { ReportNames } from './report-cells';

type Wanted = Readonly<Record<NamedKind, ReadonlySet<string>>>;

/** What a sheet about people calls them, as its reader may see it, their posts and works, and bodies. */
@Injectable()
export class ReportPeopleService {
  constructor(
    private readonly roster: RosterReadService,
    private readonly posts: PostsService,
    private readonly works: WorksService,
    private readonly collectives: CollectivesService,
    private readonly signatures: StepSignaturesService,
  ) {}

  async namesOf(collectiveId: string, wanted: Wanted, reader: SheetReader): Promise<ReportNames> {
    const { names: seen } = SEEN_OF_PERSONS[reader];
    const hidesAll = seen === 'totals';
    const shown = (name: string): string => (seen === 'whole' ? name : wallName(name));
    const people = hidesAll ? new Map<string, string>() : await this.personsOf(collectiveId, wanted.person);
    const groups = hidesAll ? [] : [...wanted.group];
    const living = await this.roster.groupsOf(collectiveId, groups);
    const posts = wanted.post.size === 0 ? [] : await this.posts.listPosts(collectiveId);
    const works = wanted.work.size === 0 ? [] : await this.works.listWorks(collectiveId);
    const bodies = wanted.body.size === 0 ? [] : await this.collectives.listCollectives();
    const signed = hidesAll ? [] : await this.signatures.listByIds(collectiveId, [...wanted.signature]);
    return {
      person: new Map([...people].map(([id, name]) => [id, shown(name)])),
      group: new Map([...living].map(([id, group]) => [id, villageGroupText(group)])),
      post: new Map(posts.map(({ post: { id, name } }) => [id, name])),
      work: new Map(works.map(({ id, name }) => [id, name])),
      body: new Map(bodies.map(({ id, name }) => [id, name])),
      signature: new Map(signed.map(({ id, name }) => [id, shown(name)])),
    };
  }

  private personsOf(collectiveId: string, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    return this.roster.namesOf(collectiveId, [...ids]);
  }
}
