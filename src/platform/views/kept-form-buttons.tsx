import { FormButtons } from './field';

/** The buttons of a form that is kept while it is typed: booking it, or leaving it as it stands. */
export function KeptFormButtons(props: {
  /** What it does, where nothing is booked. */
  readonly submit?: string;
  readonly cancelHref?: string | undefined;
  /** When it was kept last; absent where nothing is. */
  readonly keptAt?: string | undefined;
}) {
  const { submit = '入账', cancelHref, keptAt } = props;
  return (
    <FormButtons submit={submit} cancelHref={cancelHref}>
      <button type="submit" name="tryOut" value="1">
        存草稿
        <kbd hidden data-needs-script>
          Ctrl S
        </kbd>
      </button>
      <span data-live="drop">
        {keptAt !== undefined && (
          <button type="submit" name="dropTyped" value="1">
            不要草稿
          </button>
        )}
      </span>
      <span class="hint" data-live="saved">
        {keptAt === undefined ? '边填边存，断电也不丢' : `${keptAt} 已自动保存，断电也不丢`}
      </span>
      <script src="/assets/try-out.js" defer />
    </FormButtons>
  );
}
