import type { DueStream } from '../../domain/income/stake-income';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { KeptFormButtons } from '../../platform/views/kept-form-buttons';
import { MonthFrame } from '../../platform/views/month-frame';
import type { MonthWork } from '../../platform/views/month-work';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { TaxFields } from '../../platform/views/tax-fields';
import { type NatureAsks, NatureFields } from './income-nature.pages';

/** Rent or other income that fell due. */
export interface RentFormPageProps {
  readonly frame: OfficeFrameProps;
  readonly work?: MonthWork | undefined;
  /**
   * Field names: assetId and those of the domain's IncomeDueForm: stream (rent|dividend|other), payer,
   * coversFrom …
   */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref?: string | undefined;
  readonly newAssetHref: string;
  /** What the asset chosen may bring; of none, what any of them may. */
  readonly streams: readonly DueStream[];
  /** Assets that can earn it. */
  readonly assets: readonly Option[];
  /** What the document in force asks of it. */
  readonly nature?: NatureAsks | undefined;
}

const LOOKS_TWICE = ['income.sameUnderOtherName', 'income.byContract'];

/** Asked where the same sum for the same days stands under the other kind, or a contract makes it due. */
export function TwiceReason({ form }: { form: FormState }) {
  const isAsked =
    (form.values['twiceReason'] ?? '') !== '' || form.problems.some(({ code }) => LOOKS_TWICE.includes(code));
  return (
    <div data-live="twiceReason">
      {isAsked && (
        <Field form={form} name="twiceReason" label={fieldLabel('twiceReason')} hint="写在凭证摘要里" />
      )}
    </div>
  );
}

/** A village whose register has nothing that earns: there is nothing yet that could be owed for. */
function NothingEarns({ page }: { page: RentFormPageProps }) {
  return (
    <MonthFrame frame={page.frame} work={page.work} entry>
      <h1>应收租金、分红和其他收入</h1>
      <EmptyState
        sentence="台账里还没有能出租、能分红的资产，先登记资产，再来记应收。"
        action={{ href: page.newAssetHref, label: '登记资产' }}
      />
    </MonthFrame>
  );
}

/** What is owed, by whom, for which days, due when. The receipt is entered when the money has come. */
export function RentFormPage(page: RentFormPageProps) {
  if (page.assets.length === 0) return <NothingEarns page={page} />;
  const { form } = page;
  const streams = page.streams.map((value) => ({ value, label: labelOf(`stream.${value}`) }));
  return (
    <MonthFrame frame={page.frame} work={page.work} entry kept>
      <h1>
        应收租金、分红和其他收入<span class="hint">先记该收的，钱到了再记到账</span>
      </h1>
      <ErrorSummary form={form} />
      <PostForm action={page.action} entry tryOut="keep">
        <Field form={form} name="stream" label={fieldLabel('stream')} options={streams} />
        <Field form={form} name="assetId" label={fieldLabel('assetId')} options={page.assets} />
        <Field form={form} name="payer" label={fieldLabel('payer')} hint="照合同上的名称" />
        <Field
          form={form}
          name="coversFrom"
          label={fieldLabel('coversFrom')}
          kind="day"
          hint="如 2025-07-01，含当天"
        />
        <Field form={form} name="coversTo" label={fieldLabel('coversTo')} kind="day" hint="含当天" />
        <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
        <TaxFields form={form} />
        <NatureFields form={form} asks={page.nature} />
        <Field form={form} name="dueOn" label={fieldLabel('dueOn')} kind="day" />
        <Field form={form} name="postedOn" label={fieldLabel('postedOn')} kind="day" />
        <TwiceReason form={form} />
        <AttachmentsField form={form} label={fieldLabel('attachments')} />
        <KeptFormButtons cancelHref={page.cancelHref} keptAt={form.keptAt} />
        <p class="small">会记一张凭证：借 应收款，贷 经营收入，分红贷 投资收益；写了税的，税贷 应交税费。</p>
      </PostForm>
    </MonthFrame>
  );
}
