import type { AssetKind } from './asset-classes';

/** What a document may call a kind of the register, where there is no doubt. */
const SURELY: Partial<Record<AssetKind, readonly string[]>> = {
  pvStation: ['village_station', 'pv_station'],
  jointPvStation: ['village_station', 'pv_station'],
  keptPvStation: ['village_station', 'pv_station'],
  householdPv: ['household_station'],
  workshop: ['workshop', 'industry_building'],
  plant: ['industry_building'],
  infrastructure: ['infrastructure'],
  land: ['land'],
  water: ['water'],
};

/** What it may be called, where only the people who know the thing can say so. */
const PERHAPS: Partial<Record<AssetKind, readonly string[]>> = {
  workshop: ['rural_workshop'],
  coldStore: [
    ...['cold_chain', 'pre_cooling', 'freshness', 'drying', 'sorting', 'digital_warehouse'],
    'industry_building',
  ],
  plant: [
    'processing_plant',
    'drying',
    'sorting',
    'pre_cooling',
    'freshness',
    'facility_farming',
    'livestock',
  ],
  market: ['tourism', 'industry_building'],
  machinery: ['pv_pumping', 'drying', 'sorting', 'pre_cooling', 'freshness'],
  land: ['facility_farming', 'tourism', 'wasteland', 'other_resource'],
  water: ['pv_pumping', 'tourism', 'livestock', 'other_resource'],
  infrastructure: ['pv_pumping', 'surroundings', 'tourism'],
  biological: ['livestock', 'facility_farming'],
};

/**
 * What a document calls an asset of the register, among the words it has for kinds of it; the register's own
 * kind where it has no word for such a thing; undefined where somebody has to say which it is. Words are only
 * matched where they mean the same thing: a cold store of the register need not be a demonstration base.
 */
export function packKindOf(kind: AssetKind, words: readonly string[]): string | undefined {
  const sure = words.find((word) => SURELY[kind]?.includes(word));
  if (sure !== undefined) return sure;
  const mayBe = kind === 'other' ? words : words.filter((word) => PERHAPS[kind]?.includes(word));
  return mayBe.length === 0 ? kind : undefined;
}
