import { OwnerCutsService } from './owner-cuts.service';
import { OwnerMonthsService } from './owner-months.service';
import { OwnerPartsService } from './owner-parts.service';

/** What a joint station's keeper sends into the books of its owners. */
export const OWNERS = [OwnerCutsService, OwnerMonthsService, OwnerPartsService];
