/**
 * Whether a region is another one or lies in it, by its code (GB/T 2260): six digits down to the county, of
 * which pairs of zeros at the end mean all of it; nine for a township, twelve for a village.
 */
export function liesIn(code: string, region: string): boolean {
  if (!/^\d{6}(\d{3}){0,2}$/.test(code)) return false;
  return code.startsWith(regionPrefix(region));
}

/** The digits with which the codes of a region and of all in it begin. */
export function regionPrefix(region: string): string {
  return region.length === 6 ? region.replace(/(?:00)+$/, '') : region;
}
