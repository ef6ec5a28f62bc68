import { PostForm } from './csrf-field';

/** Where something is looked for in these books, and what was typed where it was. */
export interface FindBoxProps {
  readonly action: string;
  readonly typed?: string;
}

/**
 * Looks for anything of the village's. Asked by a post: a name or a number of a person stands in no address.
 * Where something was looked for, the box has the focus, so that the arrows lead on to what was found.
 */
export function FindBox({ action, typed }: FindBoxProps) {
  return (
    <PostForm action={action} class="find">
      <input
        type="text"
        name="sought"
        aria-label="查凭证、合同、资产、人"
        placeholder="查找 Ctrl K"
        enterkeyhint="search"
        value={typed}
        autofocus={typed !== undefined}
      />
    </PostForm>
  );
}
