import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { Displays, type DisplaysProps } from './notice-displays.pages';
import { type PublishedSheet, Sheet } from './publish-notice.pages';

/** A published sheet that is no plan's, in the office. */
export interface ReportNoticePageProps {
  readonly frame: OfficeFrameProps;
  readonly title: string;
  readonly version: number;
  readonly allHref: string;
  readonly sheet: PublishedSheet;
  /** The page of the version that counts now, where this one does not. */
  readonly laterHref?: string | undefined;
  readonly displays: DisplaysProps;
  /** Where it is taken back; absent for who may only look, and once it is. */
  readonly withdrawing?: { readonly action: string; readonly form: FormState } | undefined;
}

/** Its proof, where it hung, and how it is taken back. */
export function ReportNoticePage(page: ReportNoticePageProps) {
  const { sheet, displays, withdrawing, laterHref } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {page.title}
          <a class="hint" href={page.allHref}>
            全部公示
          </a>
        </h1>
        {displays.acts !== undefined && <ErrorSummary form={displays.acts.form} />}
        {laterHref !== undefined && (
          <p class="returned">
            {`这是第${String(page.version)}版，已经有新的一版。墙上换成新的。`}
            <a href={laterHref}>看新的一版</a>
          </p>
        )}
        <Sheet sheet={sheet} />
        <Displays page={displays} />
        {withdrawing !== undefined && (
          <details class="fold" open={withdrawing.form.values['recallReason'] !== undefined}>
            <summary>撤回这张公示</summary>
            <p>
              撤回后扫码只看到“已撤回”和原因，内容不再显示，记录仍然保留。账改了要重新公示的，不用撤回，再发一版。
            </p>
            <PostForm action={withdrawing.action} entry>
              <Field
                form={withdrawing.form}
                name="recallReason"
                label={fieldLabel('recallReason')}
                hint="公开，谁都看得到；不写人名、电话、证件号"
              />
              <div class="buttons">
                <button type="submit">撤回</button>
              </div>
            </PostForm>
          </details>
        )}
      </div>
    </OfficeFrame>
  );
}
