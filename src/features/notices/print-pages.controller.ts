import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Readable } from 'node:stream';
import { h } from 'preact';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { HtmlPage } from '../../platform/http/html-page';
import { ReadsLive } from '../../platform/http/one-moment.interceptor';
import { type PageVisit, Visit } from '../../platform/http/page-visit';
import { renderDocument } from '../../platform/views/document';
import { PrintChoiceService } from './print-choice.service';
import { PrintFilesService } from './print-files.service';
import { PrintWishQuery } from './print-sheets.forms';
import { PrintSheetsPage } from './print-sheets.pages';
import { PrintViewService } from './print-view.service';

/** So many seconds the page waits before it looks again how far the sheets are drawn. */
const LOOKS_AGAIN = 2;

/** Sheets of all villages below an office in one go: chosen on a page, printed as one file. */
@ApiExcludeController()
@ReadsLive()
@Controller('township/:collectiveId')
export class PrintPagesController {
  constructor(
    private readonly view: PrintViewService,
    private readonly choices: PrintChoiceService,
    private readonly files: PrintFilesService,
    private readonly clock: Clock,
  ) {}

  @Get('sheets')
  @HtmlPage()
  async show(
    @Param('collectiveId') officeId: string,
    @Query() { draw, ...wish }: PrintWishQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.pageOf(visit, { officeId, wish, draws: draw === 'yes' });
    return renderDocument(h(PrintSheetsPage, props), {
      ...{ title: labelOf('page.printSheets'), styles: 'office', ...visit.tokens },
      looksAgainAfter: props.chosen?.isDrawing === true ? LOOKS_AGAIN : undefined,
    });
  }

  @Get('sheets.pdf')
  async pdf(
    @Param('collectiveId') officeId: string,
    @Query() wish: PrintWishQuery,
    @Visit() { actor }: PageVisit,
  ): Promise<StreamableFile> {
    return this.fileOf(this.files.pdfOf(await this.choices.choose(actor, officeId, wish)), 'pdf');
  }

  @Get('sheets.zip')
  async zip(
    @Param('collectiveId') officeId: string,
    @Query() wish: PrintWishQuery,
    @Visit() { actor }: PageVisit,
  ): Promise<StreamableFile> {
    return this.fileOf(this.files.zipOf(await this.choices.choose(actor, officeId, wish)), 'zip');
  }

  private fileOf(bytes: Readable, ending: 'pdf' | 'zip'): StreamableFile {
    const name = `sheets-${this.clock.today()}.${ending}`;
    const disposition = `attachment; filename="${name}"`;
    return new StreamableFile(bytes, { type: `application/${ending}`, disposition });
  }
}
