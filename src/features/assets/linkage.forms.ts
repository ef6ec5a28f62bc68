import { ApiProperty } from '@nestjs/swagger';
import type { LinkageReportForm } from '../../domain/assets/linkage';
import { ItemAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** What a tenant gave in some days of a contract. No person is named. */
export class LinkageReportEntryForm implements LinkageReportForm {
  /** The first day, `2025-01-01`. */
  @TypedDayField()
  linkageFrom: string = '';

  /** The last day, of the same year. */
  @TypedDayField()
  linkageTo: string = '';

  /** How many worked there. */
  @TextField(10)
  jobsGiven: string = '';

  /** How many of them are helped people. */
  @TextField(10)
  helpedJobs: string = '';

  /** Yuan that all of them got. */
  @TextField(30)
  wagesGiven: string = '';

  /** Yuan of it that the helped got. */
  @TextField(30)
  helpedWages: string = '';

  /** The pay sheet. */
  @TextField(200)
  linkagePaper: string = '';
}

/** A report of a contract. */
export class LinkageReportAddress extends ItemAddress {
  /** Which report of the contract, counted from 1. */
  @ApiProperty({ description: 'Which report of the contract, counted from 1.' })
  @IdField()
  reportNumber: string;
}

/** Why a report counts no more. */
export class ReportWithdrawalForm {
  @ReasonField(300)
  withdrawalReason: string = '';
}
