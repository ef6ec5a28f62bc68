import type { RouteChoiceForm } from '../../domain/approvals/route-choices';
import { TextField, TypedDayField } from '../../platform/http/form-fields';

/** A choice of a route as it is typed. */
export class RouteChoiceEntryForm implements RouteChoiceForm {
  /** The county for all its villages, a township for those below it, or a village. */
  @TextField(40)
  routePlace: string = '';

  /** `plan` of a period's plan, `year_plan` of a year's. */
  @TextField(20)
  routedKind: string = '';

  /** The id of a route; `open` where the place gets none of its own any more. */
  @TextField(80)
  chosenRoute: string = '';

  /** The first day on which plans are drafted by it: today or later. */
  @TypedDayField()
  routeFrom: string = '';

  /** Title or number of the document by which it is chosen. */
  @TextField(200)
  routePaper: string = '';

  /** Why. */
  @TextField(300)
  routeWhy: string = '';
}
