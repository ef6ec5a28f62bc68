/** A page of a longer list. */
export interface PageLink {
  readonly number: number;
  readonly href: string;
  readonly current: boolean;
}

/** Links to the pages of a longer list. */
export function PageLinks({ pages }: { pages: readonly PageLink[] }) {
  if (pages.length < 2) return null;
  return (
    <nav class="tabs" aria-label="页">
      {pages.map(({ number, href, current }) => (
        <a href={href} aria-current={current ? 'page' : undefined}>{`第${number}页`}</a>
      ))}
    </nav>
  );
}
