import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { DayField, IdField, MonthField } from './form-fields';

/** The collective whose books an address names. */
export class VillageAddress {
  /** The collective's id. */
  @ApiProperty({ description: "The collective's id." })
  @IdField()
  collectiveId: string;
}

/** One thing in a collective's books. */
export class ItemAddress extends VillageAddress {
  /** The thing's id. */
  @ApiProperty({ description: "The thing's id." })
  @IdField()
  id: string;
}

/** One month of a collective's books. */
export class MonthAddress extends VillageAddress {
  /** The month. */
  @ApiProperty({ description: 'The month.', example: '2025-06' })
  @MonthField()
  month: string;
}

const MOST_PER_PAGE = 200;
const USUAL_PER_PAGE = 50;

/** A whole number from 1, as an address carries it. Problem `form.notACount`. */
function CountFromOne(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ description, type: 'string' }),
    Matches(/^[1-9]\d{0,5}$/, { message: 'form.notACount' }),
    IsOptional(),
  );
}

/** Which part of a list is wanted. */
export class PageQuery {
  /** The page, from 1, the first where nothing is said. */
  @CountFromOne('The page, from 1; the first where nothing is said.')
  page?: string;

  /** Items on a page: 50 where nothing is said, 200 at most. */
  @CountFromOne(`Items on a page: ${USUAL_PER_PAGE} where nothing is said, ${MOST_PER_PAGE} at most.`)
  size?: string;
}

/** Months of the books, both included. */
export class MonthsQuery extends PageQuery {
  /** The first month. */
  @ApiProperty({ description: 'The first month.', example: '2025-01' })
  @MonthField()
  first: string;

  /** The last month. */
  @ApiProperty({ description: 'The last month.', example: '2025-06' })
  @MonthField()
  last: string;
}

/** What is in force on a day. */
export class OnDayQuery extends PageQuery {
  /** The day; today where nothing is said. */
  @ApiPropertyOptional({ description: 'The day; today where nothing is said.', example: '2025-06-30' })
  @DayField({ optional: true })
  on?: string;
}

/** A part of a list, with the length of the whole. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly size: number;
  readonly total: number;
}

/** The wanted page of a list; a page behind its end is empty. */
export function pageOf<T>(items: readonly T[], query: PageQuery): PageOf<T> {
  const page = Number(query.page ?? 1);
  const size = Math.min(Number(query.size ?? USUAL_PER_PAGE), MOST_PER_PAGE);
  return { items: items.slice((page - 1) * size, page * size), page, size, total: items.length };
}
