import { createHmac } from 'node:crypto';
import fastify from 'fastify';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import { Shape } from '#schemas/shape.ts';

export const rails = [createHmac, fastify, jwtVerify, z, Shape];
