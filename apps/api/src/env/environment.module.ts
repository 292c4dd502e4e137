/** Owns making the environment available to every feature. */
import { type DynamicModule, Module } from '@nestjs/common';
import { ENVIRONMENT, type Environment } from './environment.js';

@Module({})
class EnvironmentModule {}

export const environmentModule = (environment: Environment): DynamicModule => ({
  module: EnvironmentModule,
  global: true,
  providers: [{ provide: ENVIRONMENT, useValue: environment }],
  exports: [ENVIRONMENT],
});
