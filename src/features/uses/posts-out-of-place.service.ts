import { Injectable } from '@nestjs/common';
import type { Problem } from '../../domain/shared/problem';
import { endedByList } from '../../domain/uses/post';
import { RosterReadService } from '../collectives/roster-read.service';
import { PostsService } from './posts.service';

/** A post with how many of its people what was entered does not hold for any more. */
export interface PostOutOfPlace {
  readonly postId: string;
  readonly name: string;
  readonly people: number;
}

/** A post with what does not hold of whom any more. */
export interface PostFound {
  readonly postId: string;
  readonly name: string;
  readonly found: readonly { readonly memberId: string; readonly problem: Problem }[];
}

/** What of the posts the list of members has overtaken: who left or died before days that are owed. */
@Injectable()
export class PostsOutOfPlaceService {
  constructor(
    private readonly posts: PostsService,
    private readonly roster: RosterReadService,
  ) {}

  /** The posts of a village on which somebody is wrongly, or is owed days after his end. */
  async listPosts(collectiveId: string): Promise<PostOutOfPlace[]> {
    const posts = await this.listFound(collectiveId);
    return posts.map(({ postId, name, found }) => {
      return { postId, name, people: new Set(found.map(({ memberId }) => memberId)).size };
    });
  }

  /** The same with every single thing that does not hold of somebody any more. */
  async listFound(collectiveId: string): Promise<PostFound[]> {
    const posts = await this.posts.listPosts(collectiveId);
    if (posts.length === 0) return [];
    const left = await this.roster.listLeft(collectiveId);
    const told = posts.map(({ post, appointments }) => ({
      ...{ postId: post.id, name: post.name },
      appointments: appointments.map((each) => endedByList(each, left)),
    }));
    const found = await this.posts.listOutOfPlace(collectiveId, {
      appointments: told.flatMap(({ appointments }) => appointments),
    });
    return told
      .map(({ appointments, ...post }) => {
        const own = new Set(appointments.map(({ id }) => id));
        return { ...post, found: found.filter(({ appointmentId }) => own.has(appointmentId)) };
      })
      .filter((post) => post.found.length > 0);
  }
}
