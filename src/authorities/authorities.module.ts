import { Module } from '@nestjs/common';
import { AuthoritiesController } from './authorities.controller.js';

@Module({ controllers: [AuthoritiesController] })
export class AuthoritiesModule {}
