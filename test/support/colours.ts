import { AssetKnownService } from '../../src/features/assets/asset-known.service';
import { AssetMarksService } from '../../src/features/assets/asset-marks.service';
import { AssetReviewsService } from '../../src/features/assets/asset-reviews.service';
import { AssetStandingsService } from '../../src/features/assets/asset-standings.service';
import { AssetWatchService } from '../../src/features/assets/asset-watch.service';
import { MatterGroundService } from '../../src/features/assets/matter-ground.service';
import { VillageRulesService } from '../../src/features/assets/village-rules.service';
import { ColourBoundsService } from '../../src/features/oversight/colour-bounds.service';
import { ColourGroundService } from '../../src/features/oversight/colour-ground.service';
import { ColoursService } from '../../src/features/oversight/colours.service';
import { seeded } from '../domain/policy/seeded';
import { assetRulesOn, earningsOn } from './asset-matters';
import { SEEDS } from './policy-seeds';
import type { Village } from './village';

/** Six indicators, flags and remedies of a village's assets, wired as the modules do. */
export function coloursOn({ services }: Village) {
  const { database, clock, collectives, assets, particulars, leases, constructionRead } = services;
  const { assetRules, numbers } = assetRulesOn(database, clock, { collectives, policy: seeded });
  const known = new AssetKnownService(assets, particulars, leases, earningsOn(services), numbers);
  const matters = new MatterGroundService(assetRules, collectives, constructionRead);
  const rules = new VillageRulesService(database, assetRules);
  const ground = new ColourGroundService(known, matters, services.arrears, services.surplus, rules);
  const marks = new AssetMarksService(database, services.users);
  const bounds = new ColourBoundsService(SEEDS, collectives);
  const watched = new AssetWatchService(database, clock, assetRules, collectives, known);
  const reviews = new AssetReviewsService(database, clock, assets, collectives, services.choices);
  return {
    ...{ marks, watched, known },
    colours: new ColoursService(database, clock, ground, bounds, marks),
    standings: new AssetStandingsService(watched, marks, reviews),
  };
}
