import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** What is known of an asset today, and what was known before. */
export interface ParticularsProps {
  /** Label and text of each thing said, in reading order. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** What nobody has said yet, by its word. */
  readonly missing: readonly string[];
  readonly history: readonly ParticularsChange[];
  /** Where it is changed; absent for who may only look. */
  readonly changeHref?: string | undefined;
}

/** One version of the particulars, the latest first. */
export interface ParticularsChange {
  readonly validFrom: string;
  /** What it changed, by its words; of the first version, that it is the first. */
  readonly changed: string;
  readonly why: string;
  readonly who: string;
  readonly enteredAt: string;
}

/** The part of an asset's card that changes in its life. */
export function ParticularsSection({ facts, missing, history, changeHref }: ParticularsProps) {
  return (
    <section>
      <h2>
        详情
        {changeHref !== undefined && (
          <a class="button aside" href={changeHref}>
            {history.length === 0 ? '登记详情' : '改详情'}
          </a>
        )}
      </h2>
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(({ label, text }) => (
            <>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </>
          ))}
        </dl>
      )}
      {missing.length > 0 && <p class="small">{`还没有登记：${missing.join('、')}。`}</p>}
      {history.length > 0 && (
        <>
          <h3 class="small">历次登记</h3>
          <History history={history} />
        </>
      )}
    </section>
  );
}

function History({ history }: Pick<ParticularsProps, 'history'>) {
  return (
    <DataTable
      caption="历次登记"
      rows={history}
      columns={[
        { head: '从哪天起', narrow: true, cell: (row) => row.validFrom },
        { head: '改了什么', names: true, cell: (row) => row.changed },
        { head: '为什么', cell: (row) => row.why },
        { head: '谁登记的', cell: (row) => row.who },
        { head: '登记于', narrow: true, cell: (row) => row.enteredAt },
      ]}
    />
  );
}

/** The form of a new version, filled with the last one. */
export interface ParticularsFormPageProps {
  readonly frame: OfficeFrameProps;
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly name: string;
  readonly titleHolder: string;
  readonly acquiredOn: string;
  readonly conditions: readonly Option[];
  /** How the county writes its plates, where it is known. */
  readonly plate?: { readonly like: string; readonly confirmed: boolean } | undefined;
  /** There is a version already: a new one says why. */
  readonly isChange: boolean;
}

const PROJECT = ['projectName', 'projectYear', 'builder', 'acceptedOn', 'titlePaper'] as const;
const RIGHTS = ['operatingBody', 'incomeBody', 'keepingBody', 'disposalBody', 'supervisionBody'] as const;

/** Everything that may change, on one page: what is left as it is stays as it was. */
export function ParticularsFormPage(page: ParticularsFormPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {page.isChange ? '改资产详情' : '登记资产详情'}
          <span class="hint">{page.name}</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} enterSubmits="存" entry>
          <input type="hidden" name="basedOn" value={form.values.basedOn ?? ''} />
          <Field
            form={form}
            name="validFrom"
            label="从哪天起"
            kind="day"
            hint={`这些情况从哪天起是这样；${fullDayText(page.acquiredOn)}取得`}
          />
          <Field form={form} name="condition" label={fieldLabel('condition')} options={page.conditions} />
          <Project form={form} />
          <Where form={form} plateHint={plateHint(page.plate)} />
          <Rights form={form} titleHolder={page.titleHolder} />
          <Field form={form} name="remark" label={fieldLabel('remark')} kind="area" />
          {page.isChange && (
            <Field form={form} name="why" label={fieldLabel('why')} hint="会和改前的一起留着" />
          )}
          <FormButtons submit="存" cancelHref={page.cancelHref} />
        </PostForm>
      </div>
    </OfficeFrame>
  );
}

function Project({ form }: { form: FormState }) {
  return (
    <fieldset>
      <legend>项目和验收</legend>
      {PROJECT.map((name) => (
        <Field
          form={form}
          name={name}
          label={fieldLabel(name)}
          kind={name === 'acceptedOn' ? 'day' : name === 'projectYear' ? 'number' : 'text'}
        />
      ))}
      <Field
        form={form}
        name="extent"
        label={fieldLabel('extent')}
        kind="number"
        hint="和单位一起填，如 320 平方米"
      />
      <Field form={form} name="extentUnit" label={fieldLabel('extentUnit')} />
      <Field form={form} name="lifeYears" label={fieldLabel('lifeYears')} kind="number" unit="年" />
    </fieldset>
  );
}

/** What nobody has confirmed is told as such, and refuses nothing. */
function plateHint(plate: ParticularsFormPageProps['plate']): string {
  if (plate === undefined) return '全县一块牌子只认一处资产';
  return plate.confirmed
    ? `本县写成 ${plate.like} 这样，全县不重号`
    : `全县不重号；写法如 ${plate.like}（未经县里核实，不照也能存）`;
}

function Where({ form, plateHint }: { form: FormState; plateHint: string }) {
  return (
    <fieldset>
      <legend>在哪里</legend>
      <Field form={form} name="plateNumber" label={fieldLabel('plateNumber')} hint={plateHint} />
      <Field form={form} name="location" label={fieldLabel('location')} hint="如 村部东侧、三组打谷场" />
      <Field form={form} name="latitude" label={fieldLabel('latitude')} kind="number" hint="如 32.891234" />
      <Field
        form={form}
        name="longitude"
        label={fieldLabel('longitude')}
        kind="number"
        hint="如 115.812345"
      />
    </fieldset>
  );
}

function Rights({ form, titleHolder }: { form: FormState; titleHolder: string }) {
  return (
    <fieldset>
      <legend>谁的权利</legend>
      <p class="small">{`所有权：${titleHolder}。其余各权可以归不同单位；填单位或岗位，不填个人号码。`}</p>
      {RIGHTS.map((name) => (
        <Field form={form} name={name} label={fieldLabel(name)} />
      ))}
      <Field form={form} name="keeperPost" label={fieldLabel('keeperPost')} hint="如 村委会副主任" />
    </fieldset>
  );
}
