import type { VNode } from 'preact';
import type { Problem } from '../../domain/shared/problem';

const GROUP_WORDS = ['', '前四位', '中间四位', '最后两位'] as const;

/** What is wrong with a typed code, in one sentence that names the part that fails. */
export function codeFault(problem: Problem | undefined): string {
  const group = GROUP_WORDS[Number(problem?.facts?.['group'] ?? 0)] ?? '';
  switch (problem?.code) {
    case undefined:
      return '字都对得上，但没有发过这个码的公示';
    case 'shortCode.empty':
      return '还没有输，请看二维码旁边的那一行';
    case 'shortCode.length':
      return `一共是10位，您输了${String(problem.facts?.['characters'] ?? '')}位，请再数一数`;
    case 'shortCode.character':
      return `${group}里的“${String(problem.facts?.['character'] ?? '')}”不会出现在验证码里，请再看看纸上`;
    default:
      return group === '' ? '有几个字核对不上，请再看看纸上' : `${group}核对不上，请再看看纸上`;
  }
}

/** What the code form needs: where it leads, what was typed, and what is wrong with it. */
export interface CodeFormProps {
  readonly action: string;
  readonly typed: string;
  /** The sentence for what is wrong with what was typed. */
  readonly fault?: string | undefined;
}

/** A box for a short code among several, each with its own name. */
export function CodeBox({
  name,
  label,
  typed,
  fault,
}: Omit<CodeFormProps, 'action'> & { readonly name: string; readonly label: string }): VNode {
  const about = [`${name}-hint`, ...(fault === undefined ? [] : [`${name}-fault`])].join(' ');
  const invalid =
    fault === undefined ? {} : ({ 'aria-invalid': true, 'aria-errormessage': `${name}-fault` } as const);
  return (
    <>
      <label for={name}>{label}</label>
      <p class="note" id={`${name}-hint`}>
        在二维码旁边，共10个字母和数字。里面没有字母 I、O 和数字 0、1。
      </p>
      <input
        id={name}
        class="code-box"
        name={name}
        type="text"
        value={typed}
        maxlength={40}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby={about}
        {...invalid}
      />
      {fault !== undefined && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}

/** One box for a short code; what was typed stays, and the sentence beneath names the part that fails. */
export function CodeForm({ action, typed, fault }: CodeFormProps): VNode {
  return (
    <form class="stack" method="get" action={action}>
      <CodeBox name="code" label="验证码" typed={typed} fault={fault} />
      <button class="button" type="submit">
        查一查
      </button>
    </form>
  );
}
