import type { VNode } from 'preact';
import { CodeForm, codeFault } from './code-form.pages';
import { StateBand } from './state-band.pages';
import {
  CurrentOutcome,
  OutcomeFrame,
  Phones,
  SupersededOutcome,
  type VerifyOutcome,
  type VerifyPageProps,
  WithdrawnOutcome,
} from './verify-outcomes.pages';

/**
 * Checks a printed sheet by its short code: one of four outcomes, or the form alone. Status 410 when
 * withdrawn.
 */
export function VerifyPage(props: VerifyPageProps): VNode {
  const { outcome } = props;
  if (outcome?.kind === 'current') return <CurrentOutcome page={props} outcome={outcome} />;
  if (outcome?.kind === 'superseded') return <SupersededOutcome page={props} outcome={outcome} />;
  if (outcome?.kind === 'withdrawn') return <WithdrawnOutcome page={props} outcome={outcome} />;
  return <CodeFormPage page={props} outcome={outcome} />;
}

interface CodeFormPageProps {
  readonly page: VerifyPageProps;
  readonly outcome: Extract<VerifyOutcome, { readonly kind: 'unknown' }> | undefined;
}

function CodeFormPage({ page, outcome }: CodeFormPageProps): VNode {
  const fault = outcome === undefined ? undefined : codeFault(outcome.problem);
  return (
    <OutcomeFrame
      page={page}
      band={
        outcome === undefined ? (
          <h1>公示是不是真的</h1>
        ) : (
          <UnknownBand misread={outcome.problem !== undefined} />
        )
      }
      small="。输入的码不会被记下是谁输的"
    >
      {outcome !== undefined && <h2>再输一次</h2>}
      <CodeForm action={page.action} typed={page.typed} fault={fault} />
      <p class="note divided">
        {outcome === undefined ? '不会查？' : '还是查不到？'}请拍下这张纸，打{' '}
        <Phones contacts={page.contacts} />。
      </p>
    </OutcomeFrame>
  );
}

function UnknownBand({ misread }: { readonly misread: boolean }): VNode {
  const why = misread ? '可能抄错了字，也可能不是村里发的。' : '可能不是村里发的。';
  return <StateBand state="unknown" sentence={`没有这个验证码的公示。${why}`} size="full" />;
}
