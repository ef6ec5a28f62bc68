import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { PackChoice } from '../../domain/policy/choose-pack';
import { type ComparedItems, comparedItems } from '../../domain/policy/compare-packs';
import type { PackConfirmation } from '../../domain/policy/confirmation';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { OnDayQuery, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { PackChoicesService } from './pack-choices.service';
import { PackConfirmationsService } from './pack-confirmations.service';
import { type PackSummary, type ToldPack, PacksReadService } from './packs-read.service';
import {
  ComparisonPageQuery,
  PackAddress,
  PackChoiceForm,
  PackConfirmationForm,
  packIdOf,
} from './policy.forms';

/** The packs for an office or a village, the choice between two, and who confirmed an old one. */
@ApiRoom('packs')
@Controller('api/offices/:collectiveId')
export class PacksController {
  constructor(
    private readonly packs: PacksReadService,
    private readonly choices: PackChoicesService,
    private readonly confirmations: PackConfirmationsService,
  ) {}

  /** The packs of the region path and of regions in it, how each stands on a day, and which is gone by. */
  @Get('packs')
  async list(@Param() at: VillageAddress, @Query() query: OnDayQuery): Promise<PageOf<PackSummary>> {
    return pageOf(await this.packs.listSummaries(at.collectiveId, query.on), query);
  }

  /** One pack: every clause with the lines that rest on it, and the numbers of the place. */
  @Get('packs/:region/:from')
  show(@Param() at: PackAddress): Promise<ToldPack> {
    return this.packs.tell(at.collectiveId, packIdOf(at));
  }

  /** What differs between two packs, line by line, each with its clause. */
  @Get('pack-comparison')
  async compare(
    @Param() _at: VillageAddress,
    @Query() query: ComparisonPageQuery,
  ): Promise<PageOf<ComparedItems>> {
    const [left, right] = this.packs.requireBoth(query.left, query.right);
    return pageOf(comparedItems(left, right), query);
  }

  /** The choices that were made, oldest first. */
  @Get('pack-choices')
  async listChoices(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<PackChoice>> {
    return pageOf(await this.choices.listFor(at.collectiveId), query);
  }

  /** Chooses, for the office's region, one of the packs that are in force together. */
  @Post('pack-choices')
  choose(
    @Param() at: VillageAddress,
    @Body() form: PackChoiceForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly id: string }> {
    return this.choices.choose(at.collectiveId, form, command);
  }

  /** The confirmations that were given, oldest first. */
  @Get('pack-confirmations')
  async listConfirmations(
    @Param() at: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<PackConfirmation>> {
    return pageOf(await this.confirmations.listFor(at.collectiveId), query);
  }

  /** Confirms for the office's region that a pack still holds. */
  @Post('packs/:region/:from/confirmations')
  confirm(
    @Param() at: PackAddress,
    @Body() { until, paperTitle, reason }: PackConfirmationForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly id: string }> {
    const asked = { packId: packIdOf(at), until, paperTitle, reason };
    return this.confirmations.confirm(at.collectiveId, asked, command);
  }
}
