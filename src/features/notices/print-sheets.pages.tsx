import { fieldLabel } from '../../glossary/terms';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A sheet that is printed. */
export interface PrintedRow {
  readonly village: string;
  readonly number: string;
  readonly title: string;
  readonly version: number;
  readonly period: string;
  readonly publishedOn: string;
}

/** What was chosen, and how far it is drawn. */
export interface ChosenPrint {
  readonly rows: readonly PrintedRow[];
  readonly count: number;
  readonly drawn: number;
  /** Whether each can be handed out. */
  readonly isReady: boolean;
  /** Whether the rest is being drawn now. */
  readonly isDrawing: boolean;
  /** Those that could not be drawn, in words. */
  readonly failed: readonly string[];
  /** Where those are tried once more. */
  readonly againHref: string;
  readonly drawHref: string;
  readonly pdfHref: string;
  readonly zipHref: string;
}

/** The sheets in force of the villages below an office, to be printed in one go. */
export interface PrintSheetsPageProps {
  readonly frame: OfficeFrameProps;
  readonly homeHref: string | undefined;
  readonly action: string;
  readonly kinds: readonly Option[];
  readonly villages: readonly Option[];
  readonly papers: readonly Option[];
  readonly form: FormState;
  /** Absent where what was asked cannot be. */
  readonly chosen?: ChosenPrint;
}

function Choice({ page }: { page: PrintSheetsPageProps }) {
  const { form } = page;
  return (
    <form method="get" action={page.action} class="report-choice">
      <Field form={form} name="sheet" label={fieldLabel('sheet')} options={page.kinds} />
      <Field form={form} name="villageId" label={fieldLabel('villageId')} options={page.villages} />
      <Field form={form} name="sheetFrom" label={fieldLabel('sheetFrom')} kind="day" />
      <Field form={form} name="sheetTo" label={fieldLabel('sheetTo')} kind="day" />
      <Field form={form} name="sheetPaper" label={fieldLabel('sheetPaper')} options={page.papers} />
      <div class="buttons">
        <button type="submit">选出来</button>
      </div>
    </form>
  );
}

function Progress({ chosen }: { chosen: ChosenPrint }) {
  const { drawn, count } = chosen;
  return (
    <p class="drawn">
      <progress value={drawn} max={count} aria-label="画好的张数" />
      <span>{`画好 ${String(drawn)} 张，共 ${String(count)} 张`}</span>
    </p>
  );
}

function Files({ chosen }: { chosen: ChosenPrint }) {
  const { isReady, isDrawing, failed, count } = chosen;
  return (
    <>
      {!isReady && <Progress chosen={chosen} />}
      {failed.length > 0 && (
        <p class="word">
          {`画不出来的：${failed.join('、')}。`}
          <a href={chosen.againHref}>再试一次</a>
        </p>
      )}
      {isDrawing && <p class="word">正在画，这一页自己会更新。画好以后在这里下载，离开这一页也不会停。</p>}
      {!isReady && !isDrawing && (
        <p class="buttons">
          <a class="button" href={chosen.drawHref}>
            先画好没印过的
          </a>
        </p>
      )}
      {isReady && failed.length === 0 && (
        <p class="buttons">
          <a class="button" href={chosen.pdfHref}>
            {`合成一个PDF打印（${String(count)}张）`}
          </a>
          <a class="button" href={chosen.zipHref}>
            一张一个文件（.zip）
          </a>
        </p>
      )}
    </>
  );
}

/** What is printed, chosen above; then the files; then each sheet. */
export function PrintSheetsPage(page: PrintSheetsPageProps) {
  const { chosen, form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          打印各村公示
          {page.homeHref !== undefined && (
            <a class="aside" href={page.homeHref}>
              各村总览
            </a>
          )}
        </h1>
        <ErrorSummary form={form} />
        <Choice page={page} />
        {chosen?.count === 0 && <EmptyState sentence="没有这样的公示。" />}
        {chosen !== undefined && chosen.count > 0 && (
          <>
            <Files chosen={chosen} />
            <DataTable
              caption="要打印的公示"
              rows={chosen.rows}
              columns={[
                { head: '村', names: true, cell: (row) => row.village },
                { head: '公示', cell: (row) => row.title },
                { head: '编号', cell: (row) => row.number },
                { head: '版', narrow: true, cell: (row) => `第${String(row.version)}版` },
                { head: '哪段时间', cell: (row) => row.period },
                { head: '发布', narrow: true, cell: (row) => row.publishedOn },
              ]}
            />
            <p class="small">
              只列现行有效的公示。A4 的每张都是贴上墙的那一份，字节不变；A3
              是同一份放大；大字版贴在旁边，只有总数和用途。压缩包里有清单和摘要。
            </p>
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
