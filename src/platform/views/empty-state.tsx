/** Nothing here yet: one sentence, one act. */
export interface EmptyStateProps {
  readonly sentence: string;
  readonly action?: { readonly href: string; readonly label: string } | undefined;
}

/** The sentence and the act, without a drawing. */
export function EmptyState({ sentence, action }: EmptyStateProps) {
  return (
    <p class="empty">
      {sentence}
      {action !== undefined && <a href={action.href}>{action.label}</a>}
    </p>
  );
}
