import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { VillageAddress } from '../../platform/http/api.forms';
import { ChoiceField, IdField, TextField } from '../../platform/http/form-fields';
import { SIGNED_KINDS, type SignatureForm, type SignedPlan } from './signing.service';

/** A plan whose step is signed, as an address names it. */
export class SignedPlanAddress extends VillageAddress implements SignedPlan {
  /** Whether it is of a period or of a year. */
  @ApiProperty({ description: 'Whether it is of a period or of a year.', enum: SIGNED_KINDS })
  @ChoiceField(SIGNED_KINDS)
  kind: SignedPlan['kind'];

  /** The plan's id. */
  @ApiProperty({ description: "The plan's id." })
  @IdField()
  subjectId: string;
}

/** A signature: one's own, or of somebody without a log-in, who signed on a paper. */
export class SignatureEntryForm implements SignatureForm {
  /** `own` under one's own log-in, `paper` of somebody who signed on paper. */
  @ApiProperty({ description: '`own` or `paper`.', enum: ['own', 'paper'] })
  @ChoiceField(['own', 'paper'])
  how: string = '';

  /** The digest of the plan as it was read; another one is refused. */
  @ApiPropertyOptional()
  @TextField(64)
  digest: string = '';

  /** Who signed on the paper. */
  @ApiPropertyOptional()
  @TextField(100)
  signerName: string = '';

  @ApiPropertyOptional()
  @TextField(20)
  signatureOn: string = '';

  /** The paper on which he did. */
  @ApiPropertyOptional()
  @TextField(200)
  signedPaper: string = '';

  /** The scan of what was signed, a file kept with the plan. */
  @ApiPropertyOptional()
  @TextField(64)
  signatureFile: string = '';
}

/** A signature to be taken back. */
export class SignatureWithdrawalForm {
  /** The signature's id. */
  @IdField()
  signatureId: string;
}
