import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { QuestionField, type QuestionRow } from '../../platform/views/question-field';
import { countsText, LinkedMatters, type MatterCounts, type MattersLink } from './asset-matters.pages';

/** What the document in force says of the assets of a village. */
export interface VillageMattersPageProps {
  readonly frame: OfficeFrameProps;
  readonly document: string | undefined;
  /** Why nothing is judged; undefined where something is. */
  readonly nothing: string | undefined;
  readonly counts: MatterCounts;
  readonly assets: readonly MattersLink[];
  readonly projects: readonly MattersLink[];
  /** Numbers the document leaves to the village. */
  readonly needs: readonly QuestionRow[];
  readonly form: FormState;
  readonly action?: string | undefined;
  readonly assetsHref: string;
}

function VillageNumbers({ page, action }: { page: VillageMattersPageProps; action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>
        文件留给村里定的数<span class="hint">定了才能判断</span>
      </h2>
      <PostForm action={action} enterSubmits="记下" entry>
        {page.needs.map((question) => (
          <QuestionField form={form} question={question} />
        ))}
        <Field form={form} name="fromOn" label={fieldLabel('fromOn')} kind="day" hint="从哪天起按这个数" />
        <Field form={form} name="paper" label="依据" hint="哪次会议定的" />
        <FormButtons submit="记下" cancelHref={page.assetsHref} />
      </PostForm>
    </section>
  );
}

/** Which assets do not stand as the document wants them, the worst first. */
export function VillageMattersPage(page: VillageMattersPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          资产对照文件
          {page.document !== undefined && <span class="hint">{`《${page.document}》`}</span>}
          <a class="aside" href={page.assetsHref}>
            资产台账
          </a>
        </h1>
        {page.nothing === undefined ? (
          <p>
            <b>{countsText(page.counts)}</b>
          </p>
        ) : (
          <EmptyState sentence={page.nothing} />
        )}
        <ErrorSummary form={page.form} />
        {page.assets.length > 0 && <LinkedMatters caption="资产" rows={page.assets} />}
        {page.projects.length > 0 && (
          <section>
            <h2>在建项目</h2>
            <LinkedMatters caption="在建项目" rows={page.projects} />
          </section>
        )}
        {page.action !== undefined && page.needs.length > 0 && (
          <VillageNumbers page={page} action={page.action} />
        )}
      </div>
    </OfficeFrame>
  );
}
