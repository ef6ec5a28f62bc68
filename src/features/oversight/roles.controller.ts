import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { CurrentActor, type Actor } from '../../platform/http/actor';
import { GivenCommand } from '../../platform/http/given-command';
import { AccountsService } from '../users/accounts.service';
import { type RoleGrant, RolesService } from '../users/roles.service';
import { EndRoleForm, GiveRoleForm, GrantAddress, grantOf, HandOverForm } from './people.forms';
import { PeopleService } from './people.service';

/** Roles of the people of the offices and villages right below one, with their days. */
@ApiRoom('accounts')
@Controller('api/offices/:collectiveId/roles')
export class RolesController {
  constructor(
    private readonly roles: RolesService,
    private readonly people: PeopleService,
    private readonly accounts: AccountsService,
  ) {}

  /** Every role given right below, ended ones too. */
  @Get()
  async list(
    @Param() at: VillageAddress,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageOf<RoleGrant>> {
    await this.accounts.rolesGivenBy(at.collectiveId, actor.userId);
    return pageOf(await this.people.listGrants(at.collectiveId), query);
  }

  /** Gives a role from a day on. */
  @Post()
  give(
    @Param() at: VillageAddress,
    @Body() form: GiveRoleForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.roles.give(at.collectiveId, form, command);
  }

  /** Hands a role over: one has it up to the day before, the other from that day on. */
  @Post(':placeId/:number/handover')
  handOver(
    @Param() at: GrantAddress,
    @Body() form: HandOverForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.roles.handOver(grantOf(at), form, command);
  }

  /** Ends a role with a last day. */
  @Post(':placeId/:number/end')
  end(
    @Param() at: GrantAddress,
    @Body() form: EndRoleForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    const { lastDay, onPaper: paper } = form;
    return this.roles.end(grantOf(at), { lastDay, paper }, command);
  }
}
