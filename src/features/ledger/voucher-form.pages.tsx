import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, fieldId, type FormState } from '../../platform/views/error-summary';
import { Field } from '../../platform/views/field';
import { KeyBar, OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { VoucherGrid, type VoucherGridProps } from './voucher-grid.pages';

/** The form of a voucher written by hand. */
export interface VoucherFormPageProps extends VoucherGridProps {
  readonly frame: OfficeFrameProps;
  readonly action: string;
  readonly cancelHref: string;
  /** The draft that is changed; absent for a new one. */
  readonly draftId?: string | undefined;
  /** When it was saved last, as printed: 10:42. */
  readonly savedAt?: string | undefined;
  readonly counterpartiesHref: string;
}

const KEYS = [
  { key: 'Enter', does: '下一格', script: true },
  { key: 'Shift Enter', does: '上一格', script: true },
  { key: 'F4', does: '补平借贷', script: true },
  { key: 'Ctrl V', does: '从表格粘贴', script: true },
  { key: 'Esc', does: '撤销这一格', script: true },
  { key: 'Ctrl Enter', does: '存草稿', script: true },
];

function VoucherHead({ form }: { form: FormState }) {
  return (
    <div class="short-fields">
      <Field
        form={form}
        name="postedOn"
        label={fieldLabel('postedOn')}
        kind="day"
        hint="如 2025-07-11"
        first
      />
      <Field
        form={form}
        name="aboutPeriod"
        label={fieldLabel('aboutPeriod')}
        kind="month"
        hint="补记以前的月份才填，如 2025-06；不填就是记账的月份，重记往年凭证的不填就是那张的月份"
      />
      <Field form={form} name="summary" label={fieldLabel('summary')} hint="不要写身份证号、手机号" />
      <Field form={form} name="attachments" label={fieldLabel('attachments')} kind="number" unit="张" />
      <p class="tick">
        <label>
          <input
            type="checkbox"
            name="redLetters"
            value="on"
            id={fieldId('redLetters')}
            checked={form.values['redLetters'] !== undefined}
          />
          红字凭证：金额可以填负数
        </label>
      </p>
    </div>
  );
}

/** Saving it as a draft for the next hand, more rows, and what was kept of it while it was typed. */
function FormActs({ page }: { page: VoucherFormPageProps }) {
  const { form } = page;
  return (
    <div class="buttons">
      <button type="submit" class="primary">
        存草稿
        <kbd hidden data-needs-script>
          Ctrl Enter
        </kbd>
      </button>
      <button type="submit" name="act" value="more">
        再加几行
      </button>
      <a href={page.cancelHref}>不填了，回去</a>
      <span data-live="drop">
        {form.keptAt !== undefined && (
          <button type="submit" name="dropTyped" value="1">
            {page.draftId === undefined ? '清空重填' : '不要这些改动'}
          </button>
        )}
      </span>
      <span class="hint" data-live="saved">
        {form.keptAt === undefined ? '边填边存，断电也不丢' : `${form.keptAt} 已自动保存，断电也不丢`}
      </span>
      <script src="/assets/try-out.js" defer />
    </div>
  );
}

/** A new voucher or a draft of one: head, grid, and two buttons. Nothing is booked from here. */
export function VoucherFormPage(page: VoucherFormPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide voucher-form">
        <h1>
          {page.draftId === undefined ? '填一张凭证' : '改凭证草稿'}
          <span class="hint">
            {page.savedAt === undefined
              ? '没有专门页面的事才在这里填；电费、到账、费用请从各自的页面记。'
              : `草稿 ${page.savedAt} 存过`}
          </span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} entry enterSubmits="存草稿" tryOut="keep">
          {page.draftId !== undefined && <input type="hidden" name="draftId" value={page.draftId} />}
          <VoucherHead form={form} />
          <VoucherGrid form={form} choices={page.choices} rows={page.rows} />
          <FormActs page={page} />
          <p class="small">
            {'存了草稿还没有入账：要由另一个人复核，再记账。往来单位没有的，先到 '}
            <a href={page.counterpartiesHref}>往来单位</a>
            {' 登记。'}
          </p>
        </PostForm>
      </div>
      <KeyBar keys={KEYS} />
    </OfficeFrame>
  );
}
