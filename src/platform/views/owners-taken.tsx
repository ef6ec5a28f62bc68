import { StateChip } from './state-glyph';

/** How many owners' books took their parts, of those kept here, and how many are not kept here. */
export interface OwnersTakenProps {
  readonly taken: number;
  readonly owners: number;
  readonly elsewhere: number;
}

/** Whether every owner whose books are here has his part; who has none here is counted, never passed over. */
export function OwnersTaken({ row: { taken, owners, elsewhere } }: { row: OwnersTakenProps }) {
  const isDone = taken === owners && owners > 0;
  const said = isDone ? '都已入账' : owners === 0 ? '都不入村账' : `${taken}／${owners}家`;
  return (
    <>
      <StateChip state={isDone ? 'done' : 'attention'}>{said}</StateChip>
      {elsewhere > 0 && owners > 0 && <small>{`　另${elsewhere}家账在别处`}</small>}
    </>
  );
}
