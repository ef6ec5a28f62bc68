import { villagePaths } from '../../platform/http/office-paths';

/** The page of a station's contracts with the grid. */
export function gridContractsPath(collectiveId: string, assetId: string): string {
  return `${villagePaths(collectiveId).asset(assetId)}/grid-contracts`;
}
