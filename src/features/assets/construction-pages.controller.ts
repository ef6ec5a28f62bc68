import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import type { ProjectAct } from '../../domain/assets/construction';
import { PROJECT_ACTS } from '../../domain/assets/construction';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { carryOutKept, keptForm } from '../../platform/http/kept-typing';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import type { FormState } from '../../platform/views/error-summary';
import { ConstructionViewService, type ProjectAsked } from './construction-view.service';
import { ProjectActEntryForm, ProjectEntryForm, ProjectQuery } from './construction.forms';
import { ConstructionListPage, ProjectPage } from './construction.pages';
import { ConstructionService } from './construction.service';

/** A project as an address names it. */
interface ProjectPlace {
  readonly collectiveId: string;
  readonly id: string;
}

/** The pages of construction in stages. */
@ApiExcludeController()
@Controller('villages/:collectiveId/construction')
export class ConstructionPagesController {
  constructor(
    private readonly construction: ConstructionService,
    private readonly view: ConstructionViewService,
    private readonly forms: KeptFormsService,
  ) {}

  @Get()
  @HtmlPage()
  list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawList(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  add(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ProjectEntryForm, post.body);
        const { id } = await this.construction.addProject(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).construction(id), said: 'projectAdded' };
      },
      showAgain: (refused) => this.drawList(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get(':id')
  @HtmlPage()
  async show(
    @Param() at: ProjectPlace,
    @Query() { act }: ProjectQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const form = act && (await keptForm(this.forms, visit, actPlace(visit, at, act)));
    return this.drawProject(visit, at, { act, form });
  }

  @Post(':id')
  @HtmlPage()
  record(@Param() at: ProjectPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const act = actOf(typedValues(post.body)['act']);
    return carryOutKept(reply, post, {
      forms: this.forms,
      place: actPlace(post, at, act),
      freshHref: withQuery(villagePaths(at.collectiveId).construction(at.id), { act }),
      draw: (form) => this.drawProject(post, at, { act, form }),
      work: async () => {
        const form = await readForm(ProjectActEntryForm, post.body);
        const given = { projectId: at.id, form };
        const booked = await this.construction.record(at.collectiveId, given, post.command);
        const next = villagePaths(at.collectiveId).construction(at.id);
        return { next, said: 'projectActBooked', voucher: booked.voucherNumber };
      },
    });
  }

  private async drawList(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<string> {
    const props = await this.view.listPage(visit, collectiveId, refused);
    return officePage(visit, 'construction', h(ConstructionListPage, props));
  }

  private async drawProject(visit: PageVisit, at: ProjectPlace, asked: ProjectAsked): Promise<string> {
    return officePage(visit, 'construction', h(ProjectPage, await this.view.projectPage(visit, at, asked)));
  }
}

/** Where a step of a project is kept while it is typed: a payment apart from the acceptance. */
function actPlace(visit: PageVisit, at: ProjectPlace, act: ProjectAct | undefined): KeptFormPlace {
  const { collectiveId, id } = at;
  return { collectiveId, userId: visit.actor.userId, form: `project ${id} ${act ?? ''}` };
}

function actOf(typed: string | undefined): ProjectAct | undefined {
  return PROJECT_ACTS.find((each) => each === typed);
}
