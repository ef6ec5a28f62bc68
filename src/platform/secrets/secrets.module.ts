import { Global, Module } from '@nestjs/common';
import { PersonalKeys } from './personal-keys';

/** Hands the keys of what is known of persons to whoever names them in a constructor. */
@Global()
@Module({ providers: [PersonalKeys], exports: [PersonalKeys] })
export class SecretsModule {}
