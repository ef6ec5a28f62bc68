import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { dayText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';

/** Who signed the next step, and what the person who looks may do about it. */
export interface SigningProps {
  readonly step: string;
  readonly needed: number;
  readonly among: number;
  readonly signed: readonly {
    readonly id: string;
    readonly on: string;
    /** Who, and how: under his log-in, or on which paper and noted by whom; why it counts no more. */
    readonly told: string;
    readonly mayTakeBack: boolean;
  }[];
  /** How many of them count. */
  readonly count: number;
  readonly digest: string;
  /** Where it is signed and noted, and where a signature is taken back. */
  readonly action: string;
  readonly maySign: boolean;
  readonly mayNote: boolean;
  /** Who signs under a log-in; empty where nobody of the village has one for it. */
  readonly holders: readonly string[];
  /** What is kept with the plan: the scan is among it, or is kept first. */
  readonly files: readonly Option[];
  readonly filesHref: string;
  readonly form: FormState;
}

function OnPaper({ view }: { view: SigningProps }) {
  const { form } = view;
  const wrote = (form.values['signerName'] ?? '') !== '' || form.problems.length > 0;
  return (
    <details class="fold" open={wrote}>
      <summary>有人在纸上签了，登记在这里</summary>
      <p class={view.files.length === 0 ? 'barred' : 'note'}>
        {view.holders.length === 0 ? '' : `有账号的（${view.holders.join('、')}）请本人登录签。`}
        {view.files.length === 0 ? '先把签了名的那一页存成材料，再来登记。' : '要选签了名的那一页原件。'}
        <a class="aside" href={view.filesHref}>
          存照片和扫描件
        </a>
      </p>
      <PostForm action={view.action} class="short-fields" entry>
        <input type="hidden" name="how" value="paper" />
        <Field form={form} name="signerName" label={fieldLabel('signerName')} />
        <Field
          form={form}
          name="signatureOn"
          label={fieldLabel('signatureOn')}
          kind="day"
          hint="如 2025-07-08"
        />
        <Field
          form={form}
          name="signedPaper"
          label={fieldLabel('signedPaper')}
          hint="如 7月8日监督委员会意见，第2页"
        />
        <Field form={form} name="signatureFile" label={fieldLabel('signatureFile')} options={view.files} />
        <div class="buttons">
          <button type="submit">登记签名</button>
        </div>
      </PostForm>
    </details>
  );
}

/** The signatures of a step that asks for several people. */
export function Signing({ view }: { view: SigningProps | undefined }) {
  if (view === undefined) return null;
  const { signed, needed, among, step, form } = view;
  return (
    <section>
      <h2>
        {`${step}的签名`}
        <span class="hint">{`已签 ${view.count} / 需 ${needed}（共 ${among} 人）`}</span>
      </h2>
      <ErrorSummary form={form} />
      {signed.length === 0 ? (
        <p class="note">还没有人签。方案改一个字，签过的都作废。</p>
      ) : (
        <ol class="history">
          {signed.map(({ id, on, told, mayTakeBack }) => (
            <li>
              <span>{dayText(on)}</span>
              {told}
              {mayTakeBack && (
                <PostForm action={`${view.action}/withdrawals`}>
                  <input type="hidden" name="signatureId" value={id} />
                  <button type="submit">收回</button>
                </PostForm>
              )}
            </li>
          ))}
        </ol>
      )}
      {view.maySign && (
        <PostForm action={view.action}>
          <input type="hidden" name="how" value="own" />
          <input type="hidden" name="digest" value={view.digest} />
          <button type="submit" class="primary">
            签上我的名字
          </button>
        </PostForm>
      )}
      {view.mayNote && <OnPaper view={view} />}
    </section>
  );
}
