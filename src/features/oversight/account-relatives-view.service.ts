import { Injectable } from '@nestjs/common';
import { KIN_KINDS } from '../../domain/users/near-relatives';
import { labelOf } from '../../glossary/terms';
import { localTime } from '../../platform/clock/clock';
import { accountPaths } from '../../platform/http/oversight-paths';
import { fullDayText } from '../../platform/views/day-text';
import { AccountRelativesService, type KnownRelative } from '../users/account-relatives.service';
import type { AccountPlace } from '../users/accounts.service';
import { UsersService, type UserView } from '../users/users.service';
import type { RelativesProps } from './account-relatives.pages';
import { AccountsReadService } from './accounts-read.service';
import { PeopleService } from './people.service';

/** What an account's page says of near relatives. */
@Injectable()
export class AccountRelativesViewService {
  constructor(
    private readonly relatives: AccountRelativesService,
    private readonly users: UsersService,
    private readonly people: PeopleService,
    private readonly reading: AccountsReadService,
  ) {}

  /** @param isOpen whether the account is in use: of one that is ended nothing more is said */
  async sectionOf(at: AccountPlace, isOpen: boolean): Promise<RelativesProps> {
    const { collectiveId, userId } = at;
    const known = await this.relatives.listOf(userId);
    const { personOf } = await this.relatives.listStanding();
    const nameOf = await this.reading.readNames();
    const users = new Map((await this.users.listUsers()).map((user) => [user.userId, user]));
    const told = ({ displayName, username, officeId }: UserView): string =>
      `${displayName}（${nameOf(officeId)}，${username}）`;
    const other = ({ accounts }: KnownRelative): string => {
      const user = users.get(accounts.find((each) => personOf(each) !== personOf(userId)) ?? '');
      return user === undefined ? '' : told(user);
    };
    const by = (id: string, instant: string): string =>
      `${users.get(id)?.displayName ?? ''} ${localTime(instant).slice(0, 16).replace('T', ' ')}`;
    const standing = known.filter((each) => each.ended === undefined && each.collectiveId === collectiveId);
    const around = (await this.people.listPeople(collectiveId)).filter(
      (user) => personOf(user.userId) !== personOf(userId),
    );
    return {
      rows: known.map((each) => ({
        name: other(each),
        kin: labelOf(`kin.${each.kind}`),
        since: fullDayText(each.since),
        paper: each.paper,
        said: `${nameOf(each.collectiveId)} ${by(each.saidBy, each.saidAt)}`,
        ended: each.ended === undefined ? '' : `${each.ended.why}（${by(each.ended.by, each.ended.at)}）`,
      })),
      people: isOpen ? around.map((user) => ({ value: user.userId, label: told(user) })) : [],
      kinds: KIN_KINDS.map((kind) => ({ value: kind, label: labelOf(`kin.${kind}`) })),
      action: accountPaths.act(collectiveId, userId, 'relatives'),
      standing: standing.map((each) => ({
        value: String(each.number),
        label: `${other(each)}　${labelOf(`kin.${each.kind}`)}`,
      })),
      endAction: accountPaths.act(collectiveId, userId, 'relatives/end'),
    };
  }
}
