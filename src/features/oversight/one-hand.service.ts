import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../domain/shared/grouped';
import { inOneHand, type OneHand, type RoleInTree } from '../../domain/users/separation';
import { Clock } from '../../platform/clock/clock';
import { CollectivesService } from '../collectives/collectives.service';
import { AccountPersonsService } from '../users/account-persons.service';
import { type RoleGrant, RolesService } from '../users/roles.service';

/** A role of a person under one of his accounts, and where it is held in the tree. */
export type GrantOfPerson = RoleGrant & RoleInTree & { readonly personId: string };

/** Roles that one person has together against the rules: given before, or to accounts found to be one's. */
@Injectable()
export class OneHandService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly roles: RolesService,
    private readonly persons: AccountPersonsService,
    private readonly clock: Clock,
  ) {}

  /** Those held or to come of which one at least is at the office or right below it. */
  async listAround(officeId: string): Promise<OneHand<GrantOfPerson>[]> {
    const today = this.clock.today();
    const all = await this.collectives.listCollectives();
    const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
    const persons = await this.persons.listPersonIds();
    const last = (await this.roles.listEvery()).filter(({ to }) => to === null || to >= today);
    const held = last.map((grant) => ({
      ...grant,
      aboveIds: aboveOf(grant.collectiveId, parents),
      personId: persons.get(grant.userId) ?? grant.userId,
    }));
    const isHere = ({ collectiveId }: GrantOfPerson): boolean =>
      collectiveId === officeId || parents.get(collectiveId) === officeId;
    return [...groupedBy(held, ({ personId }) => personId).values()]
      .flatMap((own) => inOneHand(own))
      .filter(({ roles }) => roles.some(isHere));
  }
}

function aboveOf(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const parent = parents.get(id) ?? null;
  return parent === null ? [] : [parent, ...aboveOf(parent, parents)];
}
