import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { maskedNumber } from '../../domain/shared/masked';
import { plainYuan } from '../../domain/money/fen';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { OnDayQuery, type PageOf, pageOf, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { HouseholdIncomesService } from './household-incomes.service';
import { HouseholdsService } from './households.service';
import {
  GroupChangeEntryForm,
  HouseholdAddress,
  HouseholdEntryForm,
  IncomeEntryForm,
  MemberAddress,
  MemberChangeForm,
  MemberEntryForm,
  MemberLeavingForm,
  NumberReadForm,
  StatusEndEntryForm,
  StatusEntryForm,
} from './members.forms';
import { MembersService } from './members.service';
import { PersonalReadsService } from './personal-reads.service';
import { type RosterHousehold, type RosterPerson, RosterReadService } from './roster-read.service';

/** A household as programs read it: no number of anybody in full. */
interface ToldHousehold extends Omit<RosterHousehold, 'people' | 'tags' | 'income' | 'circumstances'> {
  readonly people: readonly ToldPerson[];
  readonly tags: readonly string[];
  readonly income: { readonly year: string; readonly perHead: string } | undefined;
}

interface ToldPerson {
  readonly memberId: string;
  readonly memberNumber: number;
  readonly name: string;
  readonly identity: string;
  readonly relation: string;
  readonly labour: string;
  readonly officerRelation: string;
  readonly belongs: boolean;
  readonly fromDay: string;
}

/** Households, who belongs to them, and what each is to those that are to be helped. */
@ApiRoom('collectives')
@Controller('api/villages/:collectiveId')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly households: HouseholdsService,
    private readonly incomes: HouseholdIncomesService,
    private readonly reads: PersonalReadsService,
    private readonly roster: RosterReadService,
  ) {}

  /** Everybody on the list on a day, household by household; numbers masked. */
  @Get('households')
  async list(
    @Param() { collectiveId }: VillageAddress,
    @Query() query: OnDayQuery,
  ): Promise<PageOf<ToldHousehold>> {
    const told = pageOf(await this.roster.listRoster(collectiveId, query.on), query);
    return { ...told, items: told.items.map((each) => this.tell(collectiveId, each, query.on)) };
  }

  /** Enters a household with its head. */
  @Post('households')
  enterHousehold(
    @Param() { collectiveId }: VillageAddress,
    @Body() { villageGroup, ...head }: HouseholdEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; memberId: string }> {
    return this.members.enterHousehold(collectiveId, { villageGroup, head }, command);
  }

  /** Enters a person of a household. */
  @Post('households/:householdId/members')
  enter(
    @Param() { collectiveId, householdId }: HouseholdAddress,
    @Body() person: MemberEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.members.enterMember(collectiveId, { householdId, person }, command);
  }

  /** Enters a status of the document in force on its first day. */
  @Post('households/:householdId/statuses')
  giveStatus(
    @Param() at: HouseholdAddress,
    @Body() form: StatusEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ statusNumber: number }> {
    return this.households.giveStatus(at, form, command);
  }

  /** Enters the last day of a status, or that it never held. */
  @Post('households/:householdId/status-ends')
  endStatus(
    @Param() at: HouseholdAddress,
    @Body() form: StatusEndEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ statusNumber: number }> {
    return this.households.endStatus(at, form, command);
  }

  /** Enters another group of the village for a household. */
  @Post('households/:householdId/groups')
  changeGroup(
    @Param() at: HouseholdAddress,
    @Body() form: GroupChangeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ groupNumber: number }> {
    return this.households.changeGroup(at, form, command);
  }

  /** Enters what a household had a head in a year. */
  @Post('households/:householdId/incomes')
  noteIncome(
    @Param() at: HouseholdAddress,
    @Body() form: IncomeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ incomeNumber: number }> {
    return this.incomes.noteIncome(at, form, command);
  }

  /** Enters what of a person is otherwise from a day on; numbers left blank stay what they are. */
  @Post('members/:memberId/changes')
  change(
    @Param() { collectiveId, memberId }: MemberAddress,
    @Body() { householdId, personChange, ...person }: MemberChangeForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.members.changeMember(collectiveId, { memberId, householdId, person, personChange }, command);
  }

  /** Enters that a person is on the list no more. */
  @Post('members/:memberId/leaving')
  leave(
    @Param() { collectiveId, memberId }: MemberAddress,
    @Body() form: MemberLeavingForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.members.leaveMember(collectiveId, { memberId, form }, command);
  }

  /** Reads one number in full, which is kept with who read it and what for. */
  @Post('members/:memberId/reads')
  async read(
    @Param() { collectiveId, memberId }: MemberAddress,
    @Body() form: NumberReadForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: string }> {
    return { number: await this.reads.readInFull(collectiveId, { memberId, form }, command) };
  }

  private tell(collectiveId: string, household: RosterHousehold, on: string | undefined): ToldHousehold {
    const { id, householdNumber, villageGroup, statuses, statusIds, tags, people, income } = household;
    return {
      ...{ id, householdNumber, villageGroup, statuses, statusIds },
      income: income === undefined ? undefined : { year: income.year, perHead: plainYuan(income.perHead) },
      tags: tags.map(({ id }) => id),
      people: this.roster.opened(collectiveId, people, on).map(toldPerson),
    };
  }
}

function toldPerson({ held, personal }: RosterPerson): ToldPerson {
  const { memberId, memberNumber, relation, labour, officerRelation, belongs, fromDay } = held;
  return {
    ...{ memberId, memberNumber, name: personal.name, identity: maskedNumber(personal.identity, 'identity') },
    ...{ relation, labour, officerRelation, belongs, fromDay },
  };
}
