import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { h } from 'preact';
import { VillageAddress } from '../../platform/http/api.forms';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { MoneyOnItsWay } from './money-on-its-way.service';
import { OwedPeoplePage } from './owed-people.pages';
import { OwedPeopleViewService } from './owed-people-view.service';

/** Which household or page of the list is looked at. */
class OwedQuery {
  /** The household's number. */
  @IsOptional()
  @IsString()
  household?: string;

  @IsOptional()
  @IsString()
  page?: string;
}

/** Who is owed what by a village: everybody in short, a household in full. */
@ApiExcludeController()
@Controller('villages/:collectiveId/owed')
export class OwedPeoplePagesController {
  constructor(
    private readonly view: OwedPeopleViewService,
    private readonly way: MoneyOnItsWay,
  ) {}

  @Get()
  @HtmlPage()
  async show(
    @Param() { collectiveId }: VillageAddress,
    @Query() asked: OwedQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const onItsWay = await this.way.onItsWay(collectiveId);
    const page = await this.view.page(visit, collectiveId, asked);
    return officePage(visit, 'owed', h(OwedPeoplePage, { ...page, onItsWay }));
  }
}
