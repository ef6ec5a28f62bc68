import { Module } from '@nestjs/common';
import { PolicyService } from './policy.service';

/**
 * The register of what the rules say. It knows no step; steps hand it plain facts and get judgements back.
 */
@Module({ providers: [PolicyService], exports: [PolicyService] })
export class PolicyModule {}
