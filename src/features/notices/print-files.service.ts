import { PassThrough, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { DomainError } from '../../domain/shared/domain-error';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { sha256 } from '../../platform/digests/sha256';
import { enlargePdf } from '../../platform/pdf/enlarge-pdf';
import { joinPdfs, type JoinedPart } from '../../platform/pdf/join-pdfs';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/spreadsheets/csv-text';
import { NoticeSheetsService } from './notice-sheets.service';
import { NoticesService } from './notices.service';
import type { ChosenSheet, PrintChoice } from './print-choice.service';
import type { SheetPaper } from './sheet-papers';

/** How far the sheets of a choice are drawn. */
export interface PrintProgress {
  readonly drawn: number;
  /** Those that could not be drawn. */
  readonly failed: readonly ChosenSheet[];
}

/** Many sheets as one file, each as it was kept: one PDF to be printed in one go, or one archive. */
@Injectable()
export class PrintFilesService implements OnApplicationShutdown {
  private readonly log = new Logger(PrintFilesService.name);
  private readonly waiting = new Map<string, ChosenSheet>();
  private readonly failed = new Set<string>();
  private drawing: Promise<void> | undefined;

  constructor(
    private readonly notices: NoticesService,
    private readonly sheets: NoticeSheetsService,
    private readonly clock: Clock,
  ) {}

  /** How many of a choice can be handed out without being drawn first. */
  async progressOf({ sheets }: PrintChoice): Promise<PrintProgress> {
    const kept = new Map<string, ReadonlySet<string>>();
    for (const id of new Set(sheets.map(({ collectiveId }) => collectiveId)))
      kept.set(id, await this.sheets.listKept(id));
    const drawn = sheets.filter((each) => !each.isKept || kept.get(each.collectiveId)?.has(each.id) === true);
    return { drawn: drawn.length, failed: sheets.filter((each) => this.failed.has(each.code)) };
  }

  /** Draws what of a choice was never printed, one after the other; nobody waits for it. */
  drawAhead({ sheets }: PrintChoice): void {
    for (const each of sheets)
      if (each.isKept && !this.failed.has(each.code)) this.waiting.set(each.code, each);
    this.drawing ??= this.drawWaiting().finally(() => (this.drawing = undefined));
  }

  /** Lets those of a choice that could not be drawn be tried again. */
  forgetFailed({ sheets }: PrintChoice): void {
    for (const { code } of sheets) this.failed.delete(code);
  }

  /** One PDF with a bookmark for each village and each sheet. @throws DomainError `notices.nothingToPrint` */
  pdfOf({ office, sheets, paper }: PrintChoice): Readable {
    requireSome(sheets);
    const title = `${office.name}${labelOf('printFile.title')}`;
    const info = { title, author: office.name, createdAt: new Date(this.clock.now()) };
    return Readable.from(joinPdfs(this.partsOf(sheets, paper), info));
  }

  /**
   * One archive with a folder for each village, and a list of what is in it at its end.
   * @throws DomainError `notices.nothingToPrint`
   */
  zipOf({ sheets, paper }: PrintChoice): Readable {
    requireSome(sheets);
    const zip = new ZipFile();
    const bytes = new PassThrough();
    zip.on('error', (error: Error) => bytes.destroy(error));
    zip.outputStream.pipe(bytes);
    const options = { compress: false, mtime: new Date(this.clock.now()) };
    const add = (name: string, bytesOf: () => Promise<Buffer>): void => {
      // Asked for when its turn comes; a PDF is packed already.
      zip.addReadStreamLazy(name, options, (give) => {
        bytesOf().then(
          (whole) => give(null, Readable.from([whole])),
          (error: unknown) => bytes.destroy(error instanceof Error ? error : new Error(name)),
        );
      });
    };
    const rows: string[] = [];
    for (const sheet of sheets) {
      const name = fileName(sheet);
      add(name, async () => {
        const whole = await this.bytesOn(paper, sheet);
        rows.push(csvLine([...listedFacts(sheet), name, String(whole.length), sha256(whole)]));
        return whole;
      });
    }
    const heads = LISTED.map((each) => labelOf(`printFile.${each}`));
    add(`${labelOf('printFile.list')}.csv`, () => {
      return Promise.resolve(Buffer.from(`${BYTE_ORDER_MARK}${csvLine(heads)}${rows.join('')}`));
    });
    zip.end();
    return bytes;
  }

  async onApplicationShutdown(): Promise<void> {
    this.waiting.clear();
    await this.drawing;
  }

  private async *partsOf(sheets: readonly ChosenSheet[], paper: SheetPaper): AsyncGenerator<JoinedPart> {
    for (const sheet of sheets) {
      const title = `${sheet.number}\u3000${sheet.title}`;
      yield { group: sheet.village, title, bytes: await this.bytesOn(paper, sheet) };
    }
  }

  /** On A3 what is kept on A4, enlarged; large print is drawn anew and tells nobody's name. */
  private async bytesOn(paper: SheetPaper, sheet: ChosenSheet): Promise<Buffer> {
    if (paper === 'large') return this.sheets.requireOn(paper, sheet.collectiveId, sheet.id);
    const bytes = await this.bytesOf(sheet);
    return paper === 'a3' ? enlargePdf(bytes) : bytes;
  }

  private async bytesOf({ collectiveId, id, reader, isKept }: ChosenSheet): Promise<Buffer> {
    // Others are answered between two sheets.
    await setImmediate();
    if (isKept) return this.sheets.requireSheet(collectiveId, id);
    return this.sheets.requireFor(await this.notices.requireNotice(collectiveId, id), reader);
  }

  private async drawWaiting(): Promise<void> {
    for (const [code, sheet] of this.waiting) {
      this.waiting.delete(code);
      try {
        await this.bytesOf(sheet);
      } catch (error) {
        this.failed.add(code);
        this.log.error({ code, error }, 'a sheet could not be drawn');
      }
    }
  }
}

/** A file without a page is none that a printer takes. */
function requireSome(sheets: readonly ChosenSheet[]): void {
  if (sheets.length === 0) throw new DomainError('notices.nothingToPrint');
}

const LISTED = [
  ...['village', 'number', 'sheet', 'version', 'from', 'to', 'published', 'code', 'digest'],
  ...['file', 'bytes', 'sha256'],
];

function listedFacts(sheet: ChosenSheet): string[] {
  const { village, number, title, version, from, to, publishedOn, code, digest } = sheet;
  return [village, number, title, String(version), from, to, publishedOn, code, digest];
}

/** What some file system lets not stand in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]/gu;

function fileName({ village, number, title, code }: ChosenSheet): string {
  const [folder, file] = [village, `${number} ${title} ${code}`].map((part) =>
    part.replace(NOT_IN_NAMES, '-'),
  );
  return `${folder ?? ''}/${file ?? ''}.pdf`;
}
