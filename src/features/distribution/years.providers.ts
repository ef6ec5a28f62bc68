import { MonthGrantsService } from './month-grants.service';
import { YearBesideService } from './year-beside.service';
import { YearClaimsService } from './year-claims.service';
import { YearGrantingService } from './year-granting.service';
import { YearLeftService } from './year-left.service';
import { YearMonthsService } from './year-months.service';
import { YearPlanBasisService } from './year-plan-basis.service';
import { YearPlanBesideService } from './year-plan-beside.service';
import { YearPlanCheckService } from './year-plan-check.service';
import { YearPlanDecidingService } from './year-plan-deciding.service';
import { YearPlanDraftViewService } from './year-plan-draft-view.service';
import { YearPlanDraftingService } from './year-plan-drafting.service';
import { YearPlanDrawingService } from './year-plan-drawing.service';
import { YearPlanMoneyService } from './year-plan-money.service';
import { YearPlanReadService } from './year-plan-read.service';
import { YearPlanViewService } from './year-plan-view.service';
import { YearPlansCheckService } from './year-plans-check.service';

/** The plan of a year: drafting it, deciding it, checking it, and what is granted under it by the month. */
export const YEARS = [
  YearClaimsService,
  YearGrantingService,
  MonthGrantsService,
  YearPlanBasisService,
  YearPlanCheckService,
  YearPlanDecidingService,
  YearPlanDraftingService,
  YearPlanMoneyService,
  YearLeftService,
  YearPlanReadService,
  YearPlansCheckService,
];

/** What draws the pages of years. */
export const YEAR_VIEWS = [
  YearBesideService,
  YearMonthsService,
  YearPlanBesideService,
  YearPlanViewService,
  YearPlanDraftViewService,
  YearPlanDrawingService,
];
