import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText, spanText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateChip } from '../../platform/views/state-glyph';
import { Displays, type DisplaysProps } from './notice-displays.pages';

/** A sheet that was published: what is needed to print it and to show it to anyone. */
export interface PublishedSheet {
  /** The number as printed, without its label. */
  readonly number: number;
  readonly year: number;
  readonly publishedOn: string;
  readonly publicityFrom: string;
  readonly publicityTo: string;
  /** The short code, in its groups. */
  readonly code: string;
  readonly digest: string;
  readonly pdfHref: string;
  /** The same on A3 for the wall, and its companion in large print. */
  readonly a3Href: string;
  readonly largeHref: string;
  readonly publicHref: string;
  /** Why it is withdrawn, where its plan was returned or taken back. */
  readonly withdrawn?: string | undefined;
}

/** The publication of an approved plan's sheet. */
export interface PublishNoticePageProps {
  readonly frame: OfficeFrameProps;
  /** What the plan is called. */
  readonly plan: string;
  readonly planHref: string;
  readonly sheet?: PublishedSheet | undefined;
  /** Where the published sheet hung. */
  readonly displays?: DisplaysProps | undefined;
  /** The form, field displayedOn; absent once published, or for who may only look. */
  readonly publishing?: { readonly action: string; readonly form: FormState } | undefined;
}

/** A published sheet: its number, code and digest, to be printed and shown. */
export function Sheet({ sheet }: { sheet: PublishedSheet }) {
  return (
    <section>
      <p class="plan-state">
        {sheet.withdrawn === undefined ? (
          <>
            <StateChip state="done">{`${fullDayText(sheet.publishedOn)}已发布`}</StateChip>
            <a class="button" href={sheet.pdfHref}>
              打印公示（PDF）
            </a>
            <a class="button" href={sheet.a3Href}>
              A3 上墙
            </a>
            <a class="button" href={sheet.largeHref}>
              大字版
            </a>
          </>
        ) : (
          <StateChip state="blocked">已撤回</StateChip>
        )}
        <a class="button" href={sheet.publicHref}>
          打开公开页
        </a>
      </p>
      <dl class="facts">
        <dt>编号</dt>
        <dd>{`〔${sheet.year}〕${sheet.number}号`}</dd>
        <dt>纸上的公示期</dt>
        <dd>{spanText(sheet.publicityFrom, sheet.publicityTo)}</dd>
        <dt>验证码</dt>
        <dd>{sheet.code}</dd>
        <dt>摘要</dt>
        <dd class="digest">{sheet.digest}</dd>
      </dl>
      <p class="small">
        {sheet.withdrawn === undefined
          ? '贴在村务公开栏，扫二维码或输验证码都能打开公开页。发布后内容不能改，要改就发更正公示。'
          : `${sheet.withdrawn}还贴在墙上的，请揭下来。`}
      </p>
    </section>
  );
}

/** Before: the day it goes on the wall. After: print it, open its public page. */
export function PublishNoticePage(page: PublishNoticePageProps) {
  const { sheet, publishing } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          公示
          <a class="hint" href={page.planHref}>
            {page.plan}
          </a>
        </h1>
        {page.displays?.acts !== undefined && <ErrorSummary form={page.displays.acts.form} />}
        {sheet !== undefined && <Sheet sheet={sheet} />}
        {page.displays !== undefined && <Displays page={page.displays} />}
        {publishing !== undefined && (
          <>
            <ErrorSummary form={publishing.form} />
            <p>发布后编号、生成二维码和公开页，内容从此不能改。</p>
            <PostForm action={publishing.action} entry>
              <Field
                form={publishing.form}
                name="displayedOn"
                label={fieldLabel('displayedOn')}
                kind="day"
                hint="贴上墙的那天，公示期从这天算起"
              />
              <div class="buttons">
                <button type="submit" class="primary">
                  发布公示
                </button>
                <a href={page.planHref}>先不发，回到方案</a>
              </div>
            </PostForm>
          </>
        )}
        {sheet === undefined && publishing === undefined && <p>村里还没有发布这份方案的公示。</p>}
      </div>
    </OfficeFrame>
  );
}
