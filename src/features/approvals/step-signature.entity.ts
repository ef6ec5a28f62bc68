import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** That somebody signed a step, on the bytes named by the digest. */
@Entity('step_signatures')
export class StepSignatureEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('subject_kind') subjectKind: string;
  @TextColumn('subject_id') subjectId: string;
  @TextColumn('step_id') stepId: string;
  @TextColumn('digest') digest: string;
  /** Who signed under his own log-in; null of who signed on paper. */
  @OptionalTextColumn('signer') signer: string | null;
  @TextColumn('name') name: string;
  /** The paper on which somebody without a log-in signed; else blank. */
  @TextColumn('paper') paper: string;
  /** The scan of that paper; null under a log-in, and of before it was asked for. */
  @OptionalTextColumn('sha256') sha256: string | null;
  @TextColumn('signed_on') signedOn: string;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}

/** That a signature was taken back before its step was taken. */
@Entity('step_signature_withdrawals')
export class SignatureWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('signature_id') signatureId: string;
  @TextColumn('withdrawn_by') withdrawnBy: string;
  @TextColumn('withdrawn_at') withdrawnAt: string;
}
