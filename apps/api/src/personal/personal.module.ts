/** Owns what other features are given to keep personal data: the keys. */
import { Module } from '@nestjs/common';
import { DataKeys } from './data-keys.js';
import { dataKeysProvider } from './data-keys.provider.js';

@Module({ providers: [dataKeysProvider], exports: [DataKeys] })
export class PersonalModule {}
