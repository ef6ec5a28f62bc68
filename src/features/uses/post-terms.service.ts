import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { invariant } from '../../domain/shared/invariant';
import { narrowestOf, type OfRegions } from '../../domain/shared/narrowest-region';
import type { PostTerms } from '../../domain/uses/post-terms';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { CollectivesService } from '../collectives/collectives.service';

interface PostsFile {
  readonly posts: readonly (PostTerms & OfRegions)[];
}

/** A file that ships with the program, held against its schema by its tests. */
const readPostsFile: (text: string) => PostsFile = parse;

/** What the region of a village asks of posts. */
@Injectable()
export class PostTermsService {
  private known: PostsFile | undefined;

  constructor(
    private readonly collectives: CollectivesService,
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
  ) {}

  /** The terms of the narrowest region that says anything. */
  async termsOf(collectiveId: string): Promise<PostTerms> {
    this.known ??= readPostsFile(readFileSync(join(this.seedsFolder, 'people', 'posts.yaml'), 'utf8'));
    const [region = ''] = await this.collectives.regionPathOf(collectiveId);
    const terms = narrowestOf(region, this.known.posts);
    invariant(terms !== undefined, 'the whole country has terms of posts');
    return terms;
  }
}
