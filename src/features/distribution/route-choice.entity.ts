import { Entity } from 'typeorm';
import type { RoutedKind } from '../../domain/approvals/route-choices';
import {
  CollectiveColumn,
  KeyCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** By which route a county has new plans decided, from a day on, in a place of it. */
@Entity('route_choices')
export class RouteChoiceEntity {
  /** The county's office, whose choice it is. */
  @CollectiveColumn() collectiveId: string;
  @KeyCountColumn('choice_number') number: number;
  @TextColumn('place_id') placeId: string;
  @TextColumn('subject_kind') kind: RoutedKind;
  /** Null where the place is left open again. */
  @OptionalTextColumn('route_id') routeId: string | null;
  @TextColumn('from_on') fromOn: string;
  /** The document by which it was chosen: its title or number. */
  @TextColumn('paper') paper: string;
  @TextColumn('why') why: string;
  @TextColumn('chosen_by') chosenBy: string;
  @TextColumn('chosen_at') chosenAt: string;
}
