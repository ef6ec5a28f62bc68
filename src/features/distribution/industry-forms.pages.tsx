import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fieldProblems } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import type { ComponentChildren } from 'preact';
import type { IndustryPageProps } from './industry.view';
import { PlaceField } from './place-field.pages';

interface FormsOf {
  readonly page: IndustryPageProps;
}

/** A form that stays folded until somebody wants it, or until it came back with something wrong. */
function Folded(given: {
  readonly page: IndustryPageProps;
  readonly title: string;
  readonly action: string;
  readonly fields: readonly string[];
  readonly children: ComponentChildren;
}) {
  const { page, title, action, fields, children } = given;
  const isWrong = fields.some((name) => fieldProblems(page.form, name).length > 0);
  return (
    <details class="fold" open={isWrong}>
      <summary>{title}</summary>
      <PostForm action={action} entry>
        {children}
        <FormButtons submit={title} />
      </PostForm>
    </details>
  );
}

/** The next stage is entered, or the last was. */
function NextStage({ page }: FormsOf) {
  const { form, actions } = page;
  return (
    <>
      {actions.stage !== undefined && (
        <Folded
          page={page}
          title="记下一段"
          action={actions.stage}
          fields={['reachedOn', 'stageDone', 'amount', 'paper']}
        >
          <Field
            form={form}
            name="reachedOn"
            label={fieldLabel('reachedOn')}
            kind="day"
            hint="如 2025-07-01"
          />
          <Field form={form} name="stageDone" label={fieldLabel('stageDone')} hint="如 大棚骨架装好" />
          <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
          <Field form={form} name="paper" label={fieldLabel('paper')} hint="如 验收单、合同第几条" />
        </Folded>
      )}
      {actions.finish !== undefined && (
        <Folded page={page} title="登记办完" action={actions.finish} fields={['lastStageOn', 'dutyReason']}>
          <Field form={form} name="lastStageOn" label={fieldLabel('lastStageOn')} kind="day" />
          <Field
            form={form}
            name="dutyReason"
            label={fieldLabel('dutyReason')}
            hint="文件要求的户数够了就不填"
          />
        </Folded>
      )}
    </>
  );
}

/** The stage that waits is accepted or taken back; where none waits the next is entered, or the last was. */
export function StageForms({ page }: FormsOf) {
  const { form, actions } = page;
  return (
    <>
      {page.barred !== undefined && <p class="barred">{page.barred}</p>}
      {actions.accept !== undefined && (
        <PostForm action={actions.accept} entry>
          <Field
            form={form}
            name="acceptedOn"
            label={fieldLabel('acceptedOn')}
            kind="day"
            hint="验收就列支"
          />
          <PlaceField form={form} places={page.places} />
          <FormButtons submit="验收、列支" />
        </PostForm>
      )}
      {actions.withdraw !== undefined && (
        <Folded page={page} title="撤掉这一段" action={actions.withdraw} fields={['withdrawnWhy']}>
          <Field
            form={form}
            name="withdrawnWhy"
            label={fieldLabel('withdrawnWhy')}
            hint="如 金额记错，重新记"
          />
        </Folded>
      )}
      <NextStage page={page} />
    </>
  );
}

/** Households are named, and ended. */
export function LinkForms({ page }: FormsOf) {
  const { form, actions } = page;
  if (actions.follow === undefined) return null;
  return (
    <>
      <Folded
        page={page}
        title="登记带动的户"
        action={`${actions.follow}/links`}
        fields={['linkedOn', 'linkWay', 'householdNumbers', 'linkPaper']}
      >
        <Field form={form} name="linkedOn" label={fieldLabel('linkedOn')} kind="day" />
        <Field form={form} name="linkWay" label={fieldLabel('linkWay')} options={page.ways} />
        <Field
          form={form}
          name="householdNumbers"
          label={fieldLabel('householdNumbers')}
          hint={
            <>
              如 1、2、15。<a href={page.rosterHref}>成员名册</a>上的户号
            </>
          }
        />
        <Field form={form} name="linkPaper" label={fieldLabel('linkPaper')} hint="如 用工合同、入股协议" />
      </Folded>
      {page.openLinks.length > 0 && (
        <Folded
          page={page}
          title="不再带动"
          action={`${actions.follow}/link-ends`}
          fields={['linkId', 'linkEndedOn', 'linkEndWhy']}
        >
          <Field form={form} name="linkId" label={fieldLabel('linkId')} options={page.openLinks} />
          <Field form={form} name="linkEndedOn" label={fieldLabel('linkEndedOn')} kind="day" />
          <Field
            form={form}
            name="linkEndWhy"
            label={fieldLabel('linkEndWhy')}
            hint="如 户主外出，不再务工"
          />
        </Folded>
      )}
    </>
  );
}

/** What somebody saw is written down. */
export function FollowForms({ page }: FormsOf) {
  const { form, actions } = page;
  if (actions.follow === undefined) return null;
  return (
    <>
      <Folded
        page={page}
        title="记一次回访"
        action={`${actions.follow}/reviews`}
        fields={['lookedOn', 'finding', 'householdGain']}
      >
        <Field form={form} name="lookedOn" label={fieldLabel('lookedOn')} kind="day" />
        <Field form={form} name="finding" label={fieldLabel('finding')} hint="如 大棚在种，用工 8 人" />
        <Field
          form={form}
          name="householdGain"
          label={fieldLabel('householdGain')}
          kind="number"
          unit="元"
          hint="没有数就不填"
        />
      </Folded>
    </>
  );
}

/** What came back is a part of a voucher; one that was named wrongly is withdrawn. */
export function ReturnForms({ page }: FormsOf) {
  const { follow } = page.actions;
  if (follow === undefined) return null;
  return (
    <>
      {page.vouchers.length > 0 && <NewReturn page={page} action={`${follow}/returns`} />}
      {page.openReturns.length > 0 && <WithdrawnReturn page={page} action={`${follow}/return-withdrawals`} />}
    </>
  );
}

function NewReturn({ page, action }: FormsOf & { readonly action: string }) {
  const { form } = page;
  return (
    <Folded
      page={page}
      title="记一笔回报"
      action={action}
      fields={['returnYear', 'returnEntry', 'returnAmount', 'returnWhy']}
    >
      <Field form={form} name="returnYear" label={fieldLabel('returnYear')} hint="如 2025" />
      <Field
        form={form}
        name="returnEntry"
        label={fieldLabel('returnEntry')}
        options={page.vouchers}
        hint="租金、分红和说好的回报的凭证"
      />
      <Field
        form={form}
        name="returnAmount"
        label={fieldLabel('returnAmount')}
        kind="number"
        unit="元"
        hint="全是就不填"
      />
      <Field
        form={form}
        name="returnWhy"
        label={fieldLabel('returnWhy')}
        hint="经办人自己付的就不填；如 公司替合作社付"
      />
    </Folded>
  );
}

function WithdrawnReturn({ page, action }: FormsOf & { readonly action: string }) {
  const { form } = page;
  return (
    <Folded page={page} title="撤掉一笔回报" action={action} fields={['returnId', 'returnWithdrawnWhy']}>
      <Field form={form} name="returnId" label={fieldLabel('returnId')} options={page.openReturns} />
      <Field
        form={form}
        name="returnWithdrawnWhy"
        label={fieldLabel('returnWithdrawnWhy')}
        hint="如 这是别的棚的租金"
      />
    </Folded>
  );
}
