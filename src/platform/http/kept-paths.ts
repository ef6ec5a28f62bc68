/** The joint stations that an office keeps, a slip of one, paying their owners, a station's shares. */
export interface KeptPaths {
  readonly kept: string;
  keptSlip(id: string): string;
  /** Where what of a slip waits is split by itself. */
  splitNow(slipId: string): string;
  readonly passingOn: string;
  keptShares(assetId: string): string;
  /** Costs paid for owners; and with an owner, his part of one. */
  readonly keptCosts: string;
  /** What came back of a cost paid for owners. */
  keptRefunds(costId: string): string;
  takenCost(costId: string): string;
}

/** @param home where the pages of the office begin */
export function keptPaths(home: string): KeptPaths {
  return {
    kept: `${home}/kept`,
    keptSlip: (id) => `${home}/kept/slips/${id}`,
    splitNow: (slipId) => `${home}/kept/slips/${slipId}/split`,
    passingOn: `${home}/kept/payments/new`,
    keptShares: (assetId) => `${home}/kept/stations/${assetId}/shares`,
    keptCosts: `${home}/kept/costs`,
    keptRefunds: (costId) => `${home}/kept/costs/${costId}/refunds`,
    takenCost: (costId) => `${home}/joint-costs/${costId}`,
  };
}
