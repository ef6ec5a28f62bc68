import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';

/**
 * What every form of a page carries unseen: the token against forged posts, and a source of fresh command
 * keys.
 */
export interface FormTokens {
  readonly csrfToken: string;
  /** A new key at each call. Sent twice, the same key books once. */
  readonly newCommandKey: () => string;
  /** Whether who looks may post there: a form that would be refused is not drawn. */
  readonly mayPost?: ((action: string) => boolean) | undefined;
  /** The reversed voucher that the entry form of the page enters anew. */
  readonly corrects?: string | undefined;
  /** What stood on it, by the name of its field: its boxes are filled with that. */
  readonly filled?: Readonly<Record<string, string>> | undefined;
}

/**
 * Filled by `renderDocument`; a page drawn without it (a test of one part) posts empty tokens, which the
 * server refuses.
 */
export const FormTokensContext = createContext<FormTokens>({ csrfToken: '', newCommandKey: () => '' });

/** The hidden `_csrf` and `commandKey` of one form. Each form has a command key of its own. */
export function CsrfField() {
  const { csrfToken, newCommandKey } = useContext(FormTokensContext);
  return (
    <>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <input type="hidden" name="commandKey" value={newCommandKey()} />
    </>
  );
}

/** What an entry form enters anew, and what becomes of it: said above its fields. */
function EnteredAnew() {
  const { corrects } = useContext(FormTokensContext);
  if (corrects === undefined) return null;
  return (
    <>
      <input type="hidden" name="corrects" value={corrects} />
      <p class="returned">
        {'这是重记一张冲销了的凭证，改正错的再入账：公示和分配仍算在原来那一期；那期之后又分完一期的，算在现在这期。' +
          '冲销的是以前年度的，收入、费用也算回那一年，不算今年的收益；只是日期记错、本来是今年的，算今年。' +
          '一张只能重记一次。'}
      </p>
    </>
  );
}

/** What a form that changes something is given. */
export interface PostFormProps {
  /** Where it posts, as an absolute path. */
  readonly action: string;
  readonly class?: string;
  /**
   * An entry form: Enter goes to the next field, Ctrl Enter posts, leaving with unsaved typing asks first.
   */
  readonly entry?: boolean;
  readonly id?: string;
  /** The form carries a file. */
  readonly upload?: boolean;
  /**
   * What Enter without a script presses, where another button of the form stands before the main one: unseen,
   * first of the form.
   */
  readonly enterSubmits?: string;
  /** The form is posted as it stands while it is typed: `draft` is saved by Ctrl S, `keep` only kept. */
  readonly tryOut?: 'draft' | 'keep';
  readonly children?: ComponentChildren;
}

/**
 * A form that changes something: urlencoded, unless it carries a file, with its tokens; checks are the
 * server's, so the browser's are off.
 */
export function PostForm(props: PostFormProps) {
  const { action, class: className, entry, id, upload, enterSubmits, children } = props;
  const { mayPost } = useContext(FormTokensContext);
  if (mayPost?.(action) === false) return <p class="small">这一步由别的岗位办理。</p>;
  return (
    <form
      method="post"
      action={action}
      enctype={upload ? 'multipart/form-data' : undefined}
      class={className}
      id={id}
      novalidate
      autocomplete="off"
      data-entry={entry ? '' : undefined}
      data-try-out={props.tryOut}
    >
      <CsrfField />
      {entry === true && <EnteredAnew />}
      {enterSubmits !== undefined && (
        <button type="submit" class="read-aloud" tabIndex={-1} aria-hidden="true">
          {enterSubmits}
        </button>
      )}
      {children}
    </form>
  );
}
