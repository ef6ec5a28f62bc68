import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, FieldErrors, fieldId, type FormState } from '../../platform/views/error-summary';
import { Control, Field, type Option } from '../../platform/views/field';
import { KeptFormButtons } from '../../platform/views/kept-form-buttons';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';
import { EntryQuestions, type QuestionRow } from '../../platform/views/question-field';
import { FundRows } from './fund-rows.pages';

/** An asset to be entered. */
export interface AssetFormPageProps {
  readonly frame: OfficeFrameProps;
  /**
   * Field names: those of the domain's AssetForm, its funds as `funds[i][level]`, `funds[i][year]`,
   * `funds[i][amount]`; for a
   * joint station `shareTable[validFrom]` and `shares[i][key]`, `[label]`, `[owner]`, `[share]`. Blank rows
   * count as absent.
   */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref?: string | undefined;
  readonly kinds: readonly Option[];
  readonly classes: readonly Option[];
  readonly titleLevels: readonly Option[];
  readonly fundLevels: readonly Option[];
  /** How many fund rows and share rows are shown, blank ones included. */
  readonly fundRows: number;
  readonly shareRows: number;
  /** What the document in force asks of an asset that is entered. */
  readonly matters: readonly QuestionRow[];
}

function rowNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

const SHARE_PARTS = { key: '编号', label: '原来的村', owner: '现在归谁', share: '占比（如 6.25%）' };

function ShareRow({ page, index }: { page: AssetFormPageProps; index: number }) {
  return (
    <tr>
      {Object.keys(SHARE_PARTS).map((part) => (
        <td>
          <Control
            form={page.form}
            name={`shares[${index}][${part}]`}
            kind={part === 'share' ? 'number' : 'text'}
            labelledBy={`share-${part}`}
          />
          <FieldErrors form={page.form} name={`shares[${index}][${part}]`} />
        </td>
      ))}
    </tr>
  );
}

function ShareTable({ page }: { page: AssetFormPageProps }) {
  return (
    <ScrollBox label="份额表">
      <table class="data entry-table">
        <thead>
          <tr>
            {Object.entries(SHARE_PARTS).map(([part, label]) => (
              <th scope="col" id={`share-${part}`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowNumbers(page.shareRows).map((index) => (
            <ShareRow page={page} index={index} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function ShareRows({ page }: { page: AssetFormPageProps }) {
  const { form } = page;
  if (page.shareRows === 0) return null;
  return (
    <fieldset id={fieldId('shares')}>
      <legend>联村电站的份额</legend>
      <p class="small">各行加起来要等于100%。不是联村电站就空着。</p>
      <FieldErrors form={form} name="shares" />
      <Field form={form} name="keeper" label={fieldLabel('keeper')} />
      <Field form={form} name="shareTable[validFrom]" label={fieldLabel('validFrom')} kind="day" />
      <Field form={form} name="ownShareKey" label={fieldLabel('ownShareKey')} hint="填下面的编号" />
      <ShareTable page={page} />
      <button type="submit" name="moreRows" value="shares" class="link">
        再加一行
      </button>
    </fieldset>
  );
}

/** What only a station has. @param name how the form names a field, where the asset is a part of a form */
export function StationFields(props: {
  readonly form: FormState;
  readonly name?: (field: string) => string;
}) {
  const { form, name = (field) => field } = props;
  return (
    <fieldset>
      <legend>电站</legend>
      <p class="small">不是电站就空着。</p>
      <Field
        form={form}
        name={name('capacityKw')}
        label={fieldLabel('capacityKw')}
        kind="number"
        unit="千瓦"
      />
      <Field form={form} name={name('meterMultiplier')} label={fieldLabel('meterMultiplier')} kind="number" />
      <Field
        form={form}
        name={name('energyPrice')}
        label={fieldLabel('energyPrice')}
        kind="number"
        unit="元/度"
      />
      <Field
        form={form}
        name={name('subsidyPrice')}
        label={fieldLabel('subsidyPrice')}
        kind="number"
        unit="元/度"
      />
    </fieldset>
  );
}

/** What the asset is, what it cost, whose money it was; a station's meter and a joint station's shares. */
export function AssetFormPage(page: AssetFormPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>登记资产</h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} enterSubmits="登记" entry tryOut="keep">
          <Field form={form} name="kind" label="种类" options={page.kinds} />
          <Field form={form} name="assetClass" label={fieldLabel('assetClass')} options={page.classes} />
          <Field form={form} name="name" label={fieldLabel('name')} hint="照村里的叫法，如 一号电站" />
          <Field
            form={form}
            name="acquiredOn"
            label={fieldLabel('acquiredOn')}
            kind="day"
            hint="如 2019-05-20"
          />
          <Field
            form={form}
            name="titleLevel"
            label={fieldLabel('titleLevel')}
            options={page.titleLevels}
            hint="归乡镇或县的，村里只有收益权，不填原值和资金"
          />
          <Field form={form} name="titleHolder" label={fieldLabel('titleHolder')} />
          <Field form={form} name="cost" label={fieldLabel('cost')} kind="number" unit="元" />
          <FundRows {...page} more />
          <StationFields form={form} />
          <ShareRows page={page} />
          <EntryQuestions form={form} questions={page.matters} />
          <KeptFormButtons submit="登记" cancelHref={page.cancelHref} keptAt={form.keptAt} />
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
