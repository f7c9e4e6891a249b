import 'reflect-metadata';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { API_PREFIX, OUTSIDE_API } from '../http/configure-app.js';
import { openApiOf } from '../http/openapi.js';

/** Writes `docs/openapi.json`, or the file given. Preview: nothing is built, so neither database nor Temporal is needed. */
const file = path.resolve(process.argv[2] ?? 'docs/openapi.json');
const app = await NestFactory.create(AppModule, { preview: true, abortOnError: false, logger: ['error'] });
app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE_API });
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(openApiOf(app), null, 2)}\n`);
process.stdout.write(`${path.relative('.', file)}\n`);
