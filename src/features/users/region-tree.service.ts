/** What access needs to know of the collectives. Users know no step, so the application hands it in. */
export abstract class RegionTree {
  /** The collectives above one, nearest first. @throws DomainError `collective.unknown` */
  abstract listAncestorIds(collectiveId: string): Promise<string[]>;

  /** Every collective below an office, whatever lies between. */
  abstract listBelowIds(id: string): Promise<string[]>;

  /** The first office that none is above: the county's; undefined where there is no office at all. */
  abstract findFirst(): Promise<string | undefined>;

  /** Region codes of a collective, nearest first. @throws DomainError `collective.unknown` */
  abstract regionPathOf(collectiveId: string): Promise<readonly string[]>;

  /** Region codes in which any collective lies. */
  abstract listRegions(): Promise<string[]>;

  /** What the collective of a region is called, by region code. */
  abstract listRegionNames(): Promise<ReadonlyMap<string, string>>;
}
