import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type KnownPost, type KnownSigners, knownSigners } from '../../domain/approvals/known-signers';
import type { Step } from '../../domain/approvals/route';
import { rolesSigning } from '../../domain/approvals/step-takers';
import { groupedBy } from '../../domain/shared/grouped';
import { Database } from '../../platform/database/database';
import { isOfTheAccounts } from '../../platform/http/actor';
import { personOf } from '../users/account-persons.service';
import { RegionTree } from '../users/region-tree.service';
import { type RoleHolder, UsersService } from '../users/users.service';

/** A step of a village's that several people sign. */
export interface StepThere {
  readonly collectiveId: string;
  readonly step: Step;
}

/** Who is known where a village's people sign: who holds the post, and whose name on paper signs nothing. */
@Injectable()
export class KnownSignersService {
  constructor(
    private readonly users: UsersService,
    private readonly tree: RegionTree,
    private readonly database: Database,
  ) {}

  /**
   * Who signs a step by his post and has a log-in; and who does not: who is something else in the village, is
   * of an office above it, or keeps books or money anywhere below the nearest of these.
   */
  async knownOf(
    { collectiveId, step }: StepThere,
    db: EntityManager = this.database.reader,
  ): Promise<KnownSigners> {
    const above = await this.tree.listAncestorIds(collectiveId);
    const [office] = above;
    const beside = office === undefined ? [] : await this.tree.listBelowIds(office);
    const personHaving = await personOf(db);
    const placeOf = ({ collectiveId: at }: RoleHolder): KnownPost['at'] => {
      if (at === collectiveId) return 'village';
      return above.includes(at) ? 'office' : 'beside';
    };
    const held = await this.users.listHolders([collectiveId, ...above, ...beside], db);
    const known = held.filter(
      (each) => placeOf(each) !== 'beside' || isOfTheAccounts([each], each.collectiveId),
    );
    const posts: KnownPost[] = [];
    const signing = rolesSigning(step);
    for (const [person, all] of groupedBy(known, ({ userId }) => personHaving(userId)))
      for (const [at, here] of groupedBy(all, placeOf)) {
        const names = [...new Set(here.map(({ displayName }) => displayName))];
        const accounts = [...new Set(here.map(({ userId }) => userId))];
        const signs = at === 'village' && here.some(({ role }) => signing.includes(role));
        posts.push({ person, accounts, names, at, signs });
      }
    return knownSigners(posts, personHaving);
  }
}
